using ConfEngine.Graphics.Scenes;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>A fragment stage behind quad.vert: draws rectangles of the canvas.</summary>
internal sealed class QuadProgram : IDisposable
{
    private readonly GL _gl;
    private readonly ShaderProgram _program;
    private readonly int _bounds;
    private readonly int _canvas;

    /// <summary>Compiles the stage.</summary>
    public QuadProgram(GL gl, string fragment)
    {
        _gl = gl;
        _program = new ShaderProgram(gl, "quad.vert", fragment);
        _bounds = _program.Uniform("uBounds");
        _canvas = _program.Uniform("uCanvas");
    }

    /// <summary>Where a uniform is.</summary>
    public int Uniform(string name) => _program.Uniform(name);

    /// <summary>Binds a sampler to a texture unit for good.</summary>
    public void SetSampler(string name, int unit)
    {
        _program.Use();
        _gl.Uniform1(_program.Uniform(name), unit);
    }

    /// <summary>Makes this the program that draws and whose uniforms are set.</summary>
    public void Use() => _program.Use();

    /// <summary>Draws with the uniforms and textures set before.</summary>
    public void Draw(Rect bounds, int canvasWidth, int canvasHeight)
    {
        _gl.Uniform4(_bounds, (float)bounds.X, bounds.Y, bounds.Right, bounds.Bottom);
        _gl.Uniform2(_canvas, (float)canvasWidth, canvasHeight);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, 6);
    }

    /// <summary>Deletes the program.</summary>
    public void Dispose() => _program.Dispose();
}
