using System.Numerics;
using System.Runtime.InteropServices;
using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;

namespace ConfEngine.StandIns.Silk.Tests.Display;

/// <summary>Real calls on the installed driver: each shape of parameter that crosses to native code at least once.</summary>
[Collection(nameof(OneDisplay))]
public sealed unsafe class GraphicsTests : IDisposable
{
    private const string VertexShader = """
        #version 330 core
        layout(location = 0) in vec2 place;
        void main() { gl_Position = vec4(place, 0.0, 1.0); }
        """;

    private const string FragmentShader = """
        #version 330 core
        uniform vec4 tint;
        uniform mat4 turn;
        layout(std140) uniform Strength { float strength; };
        out vec4 colour;
        void main() { colour = turn * tint * strength; }
        """;

    private readonly IWindow _window;
    private readonly GL _gl;

    public GraphicsTests(VirtualDisplay display)
    {
        Assert.StartsWith(":", display.Name, StringComparison.Ordinal);
        _window = Window.Create(WindowOptions.Default with { IsVisible = false, Size = new Vector2D<int>(64, 64) });
        _window.Initialize();
        _gl = _window.CreateOpenGL();
    }

    public void Dispose()
    {
        Assert.Equal(GLEnum.NoError, _gl.GetError());
        _gl.Dispose();
        _window.Dispose();
    }

    [Fact]
    public void TextureComesBackAsItWent()
    {
        var texture = _gl.GenTexture();
        _gl.ActiveTexture(TextureUnit.Texture0);
        _gl.BindTexture(TextureTarget.Texture2D, texture);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        _gl.PixelStore(PixelStoreParameter.PackAlignment, 1);
        byte[] pixels = [1, 2, 3, 4, 5, 6];
        _gl.TexImage2D<byte>(TextureTarget.Texture2D, 0, InternalFormat.R8, 3, 2, 0, PixelFormat.Red, PixelType.UnsignedByte, pixels);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        _gl.TexSubImage2D(TextureTarget.Texture2D, 0, 1, 1, 1, 1, PixelFormat.Red, PixelType.UnsignedByte, in pixels[5]);

        var back = new byte[6];
        _gl.GetTexImage<byte>(TextureTarget.Texture2D, 0, PixelFormat.Red, PixelType.UnsignedByte, back);
        _gl.DeleteTexture(texture);

        Assert.Equal([1, 2, 3, 4, 6, 6], back);
        Assert.False(_gl.IsTexture(texture));
    }

    [Fact]
    public void TriangleIsDrawnWithItsUniformsIntoAFramebuffer()
    {
        var program = Link(VertexShader, FragmentShader);
        var target = Target(8, 4);
        var array = _gl.GenVertexArray();
        _gl.BindVertexArray(array);
        var vertices = _gl.GenBuffer();
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, vertices);
        _gl.BufferData<float>(BufferTargetARB.ArrayBuffer, [-1, -1, 3, -1, -1, 3], BufferUsageARB.StaticDraw);
        _gl.EnableVertexAttribArray((uint)_gl.GetAttribLocation(program, "place"));
        _gl.VertexAttribPointer(0, 2, VertexAttribPointerType.Float, false, 8, null);
        var block = _gl.GenBuffer();
        _gl.BindBufferBase(BufferTargetARB.UniformBuffer, 2, block);
        _gl.BufferData<float>(BufferTargetARB.UniformBuffer, [1, 0, 0, 0], BufferUsageARB.StreamDraw);
        _gl.UniformBlockBinding(program, _gl.GetUniformBlockIndex(program, "Strength"), 2);

        _gl.UseProgram(program);
        _gl.Uniform4(_gl.GetUniformLocation(program, "tint"), new Vector4(1, 0.5f, 0, 1));
        ReadOnlySpan<float> swapRedAndGreen = [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
        _gl.UniformMatrix4(_gl.GetUniformLocation(program, "turn"), false, swapRedAndGreen);
        _gl.Viewport(new Vector2D<int>(8, 4));
        _gl.Enable(EnableCap.ScissorTest);
        _gl.Scissor(0, 0, 4, 4);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
        _gl.Disable(EnableCap.ScissorTest);

        var pixels = new byte[8 * 4 * 4];
        _gl.ReadPixels(0, 0, 8, 4, PixelFormat.Rgba, PixelType.UnsignedByte, out pixels[0]);
        Assert.Equal([128, 255, 0, 255], pixels[..4]);
        Assert.Equal([0, 0, 0, 0], pixels[^4..]);

        _gl.DeleteBuffers(2, in new[] { vertices, block }[0]);
        _gl.DeleteVertexArray(array);
        _gl.DeleteFramebuffer(target);
        _gl.DeleteProgram(program);
    }

    [Fact]
    public void BrokenShaderSaysWhere()
    {
        var shader = _gl.CreateShader(ShaderType.FragmentShader);
        _gl.ShaderSource(shader, "#version 330 core\nvoid main() { nonsense; }");
        _gl.CompileShader(shader);
        _gl.GetShader(shader, ShaderParameterName.CompileStatus, out var compiled);

        Assert.Equal(0, compiled);
        Assert.Contains("nonsense", _gl.GetShaderInfoLog(shader), StringComparison.Ordinal);
        Assert.DoesNotContain("\0", _gl.GetShaderInfoLog(shader), StringComparison.Ordinal);
        _gl.DeleteShader(shader);
    }

    [Fact]
    public void PixelBufferIsMappedAfterItsFence()
    {
        var target = Target(4, 1);
        _gl.ClearColor(0, 0, 1, 1);
        _gl.Clear(ClearBufferMask.ColorBufferBit);
        var buffer = _gl.GenBuffer();
        _gl.BindBuffer(BufferTargetARB.PixelPackBuffer, buffer);
        _gl.BufferData(BufferTargetARB.PixelPackBuffer, 16, null, BufferUsageARB.StreamRead);
        _gl.ReadPixels(0, 0, 4, 1, PixelFormat.Bgra, PixelType.UnsignedByte, null);
        var fence = _gl.FenceSync(SyncCondition.SyncGpuCommandsComplete, SyncBehaviorFlags.None);
        Assert.True(_gl.IsSync(fence));
        var signal = _gl.ClientWaitSync(fence, SyncObjectMask.Bit, 5_000_000_000);
        Assert.Contains(signal, new[] { GLEnum.AlreadySignaled, GLEnum.ConditionSatisfied });
        _gl.DeleteSync(fence);

        var mapped = (byte*)_gl.MapBufferRange(BufferTargetARB.PixelPackBuffer, 0, 16, MapBufferAccessMask.ReadBit);
        var pixels = new ReadOnlySpan<byte>(mapped, 4).ToArray();
        Assert.True(_gl.UnmapBuffer(BufferTargetARB.PixelPackBuffer));

        Assert.Equal([255, 0, 0, 255], pixels);
        _gl.DeleteBuffer(buffer);
        _gl.DeleteFramebuffer(target);
    }

    [Fact]
    public void TimerQueryHasAResult()
    {
        var query = _gl.GenQuery();
        _gl.BeginQuery(QueryTarget.TimeElapsed, query);
        _gl.Clear(ClearBufferMask.ColorBufferBit);
        _gl.EndQuery(QueryTarget.TimeElapsed);
        _gl.Finish();
        _gl.GetQueryObject(query, QueryObjectParameterName.ResultAvailable, out int available);
        _gl.GetQueryObject(query, QueryObjectParameterName.Result, out ulong nanoseconds);
        _gl.DeleteQuery(query);

        Assert.Equal(1, available);
        Assert.InRange(nanoseconds, 0UL, 60_000_000_000UL);
    }

    [Fact]
    public void ExtensionsAreKnownWithAndWithoutTheirPrefix()
    {
        var name = _gl.GetStringS(StringName.Extensions, 0);

        Assert.StartsWith("GL_", name, StringComparison.Ordinal);
        Assert.True(_gl.IsExtensionPresent(name));
        Assert.True(_gl.IsExtensionPresent(name[3..]));
        Assert.False(_gl.IsExtensionPresent("GL_CONFENGINE_none"));
        Assert.NotEmpty(_gl.GetStringS(StringName.Renderer));
    }

    [Fact]
    public void DebugCallbackHearsAnError()
    {
        using var window = Window.Create(WindowOptions.Default with
        {
            IsVisible = false,
            API = new GraphicsAPI(ContextAPI.OpenGL, ContextProfile.Core, ContextFlags.Debug, new APIVersion(4, 3)),
        });
        window.Initialize();
        var gl = GL.GetApi(window);
        var told = new List<string>();
        gl.Enable(EnableCap.DebugOutput);
        gl.Enable(EnableCap.DebugOutputSynchronous);
        gl.DebugMessageCallback((_, type, _, _, length, message, _) => told.Add($"{type} {Marshal.PtrToStringUTF8(message, length)}"), null);

        gl.Enable((EnableCap)0x7FFF);

        Assert.Contains(told, message => message.StartsWith("DebugTypeError", StringComparison.Ordinal));
        Assert.Equal(GLEnum.InvalidEnum, gl.GetError());
        gl.DebugMessageCallback(null, null);
        _window.MakeCurrent();
    }

    [Fact]
    public void SharedContextSeesTheTextureFromAnotherThread()
    {
        var texture = _gl.GenTexture();
        _gl.BindTexture(TextureTarget.Texture2D, texture);
        _gl.TexImage2D<byte>(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, 1, 1, 0, PixelFormat.Rgba, PixelType.UnsignedByte, [9, 8, 7, 6]);
        _gl.Finish();
        using var second = Window.Create(WindowOptions.Default with { IsVisible = false, SharedContext = _window.GLContext });
        second.Initialize();
        second.ClearContext();
        var seen = new byte[4];

        var other = new Thread(() =>
        {
            second.MakeCurrent();
            var gl = GL.GetApi(second);
            gl.BindTexture(TextureTarget.Texture2D, texture);
            gl.GetTexImage<byte>(TextureTarget.Texture2D, 0, PixelFormat.Rgba, PixelType.UnsignedByte, seen);
            second.ClearContext();
        });
        other.Start();
        other.Join();

        Assert.Equal([9, 8, 7, 6], seen);
        _window.MakeCurrent();
        _gl.DeleteTexture(texture);
    }

    private uint Target(uint width, uint height)
    {
        var texture = _gl.GenTexture();
        _gl.BindTexture(TextureTarget.Texture2D, texture);
        _gl.TexImage2D(
            TextureTarget.Texture2D, 0, InternalFormat.Rgba8, width, height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, null);
        var target = _gl.GenFramebuffer();
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, target);
        _gl.FramebufferTexture2D(
            FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, texture, 0);
        _gl.DrawBuffers([DrawBufferMode.ColorAttachment0]);
        Assert.Equal(GLEnum.FramebufferComplete, _gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer));
        _gl.ClearColor(0, 0, 0, 0);
        _gl.Clear(ClearBufferMask.ColorBufferBit);
        return target;
    }

    private uint Link(params string[] sources)
    {
        var program = _gl.CreateProgram();
        foreach (var (source, index) in sources.Select((source, index) => (source, index)))
        {
            var shader = _gl.CreateShader(index == 0 ? ShaderType.VertexShader : ShaderType.FragmentShader);
            _gl.ShaderSource(shader, source);
            _gl.CompileShader(shader);
            _gl.GetShader(shader, ShaderParameterName.CompileStatus, out var compiled);
            Assert.True(compiled == 1, _gl.GetShaderInfoLog(shader));
            _gl.AttachShader(program, shader);
            _gl.DeleteShader(shader);
        }

        _gl.LinkProgram(program);
        _gl.GetProgram(program, ProgramPropertyARB.LinkStatus, out var linked);
        Assert.True(linked == 1, _gl.GetProgramInfoLog(program));
        return program;
    }
}
