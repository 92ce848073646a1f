using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>A vertex and a fragment stage, linked. Lives and dies on the render thread.</summary>
internal sealed class ShaderProgram : IDisposable
{
    private readonly GL _gl;
    private readonly uint _name;
    private readonly string _stages;

    /// <summary>Compiles and links two files of /shaders.</summary>
    /// <exception cref="InvalidOperationException">The driver refuses them; the message carries its log.</exception>
    public ShaderProgram(GL gl, string vertex, string fragment)
    {
        _gl = gl;
        _stages = $"{vertex} + {fragment}";
        var vertexStage = Compile(gl, ShaderType.VertexShader, vertex);
        var fragmentStage = Compile(gl, ShaderType.FragmentShader, fragment);
        _name = gl.CreateProgram();
        gl.AttachShader(_name, vertexStage);
        gl.AttachShader(_name, fragmentStage);
        gl.LinkProgram(_name);
        gl.DeleteShader(vertexStage);
        gl.DeleteShader(fragmentStage);
        gl.GetProgram(_name, ProgramPropertyARB.LinkStatus, out int linked);
        if (linked == 0) throw new InvalidOperationException($"Shaders {_stages} do not link: {gl.GetProgramInfoLog(_name)}");
    }

    /// <summary>Makes this the program that draws.</summary>
    public void Use() => _gl.UseProgram(_name);

    /// <summary>Where a uniform is.</summary>
    /// <exception cref="InvalidOperationException">Neither stage uses that name: a slip between C# and GLSL.</exception>
    public int Uniform(string name)
    {
        var location = _gl.GetUniformLocation(_name, name);
        return location >= 0 ? location : throw new InvalidOperationException($"Shaders {_stages} have no uniform '{name}'.");
    }

    /// <summary>Deletes the program.</summary>
    public void Dispose() => _gl.DeleteProgram(_name);

    private static uint Compile(GL gl, ShaderType type, string file)
    {
        var stage = gl.CreateShader(type);
        gl.ShaderSource(stage, ShaderLibrary.Source(file));
        gl.CompileShader(stage);
        gl.GetShader(stage, ShaderParameterName.CompileStatus, out int compiled);
        return compiled != 0 ? stage : throw new InvalidOperationException($"Shader {file} does not compile: {gl.GetShaderInfoLog(stage)}");
    }
}
