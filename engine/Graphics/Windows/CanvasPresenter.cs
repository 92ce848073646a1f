using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Scenes;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Windows;

/// <summary>Draws a finished canvas onto the window, as large as fits, with black bars where the shapes differ.</summary>
internal sealed unsafe class CanvasPresenter : IDisposable
{
    private readonly GL _gl;
    private readonly ShaderProgram _program;
    private readonly Texture _uploaded;
    private readonly uint _vertexArray;
    private long _serial;
    private (int Width, int Height) _windowSize;

    /// <summary>Compiles the shader.</summary>
    public CanvasPresenter(GL gl)
    {
        _gl = gl;
        _program = new ShaderProgram(gl, "present.vert", "present.frag");
        _uploaded = new Texture(gl, TexelKind.Bgra8);
        _vertexArray = gl.GenVertexArray();
    }

    /// <summary>Where a canvas of one size lies in a window of another: centred, whole, its shape kept.</summary>
    public static Rect Place(int width, int height, int windowWidth, int windowHeight)
    {
        var byWidth = (long)windowWidth * height <= (long)windowHeight * width;
        var shownWidth = byWidth ? windowWidth : (int)((long)width * windowHeight / height);
        var shownHeight = byWidth ? (int)((long)height * windowWidth / width) : windowHeight;
        return new Rect((windowWidth - shownWidth) / 2, (windowHeight - shownHeight) / 2, shownWidth, shownHeight);
    }

    /// <summary>Makes the window black.</summary>
    public void Clear()
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        _gl.ClearColor(0, 0, 0, 1);
        _gl.Clear(ClearBufferMask.ColorBufferBit);
    }

    /// <summary>Draws a canvas in memory; its pixels are uploaded when they are not those of last time.</summary>
    public void Draw(VideoFrame canvas, int windowWidth, int windowHeight)
    {
        if (canvas.Layout != PixelLayout.Bgra32) throw new ArgumentException($"A window shows Bgra32 canvases, not {canvas.Layout}.", nameof(canvas));
        if (canvas.Serial != _serial) _uploaded.Upload((byte*)canvas[0].Data, canvas[0].Stride, canvas.Width, canvas.Height);
        _serial = canvas.Serial;
        Draw(_uploaded, windowWidth, windowHeight);
    }

    /// <summary>Draws a canvas that is on the GPU.</summary>
    public void Draw(Texture canvas, int windowWidth, int windowHeight)
    {
        var place = Place(canvas.Width, canvas.Height, windowWidth, windowHeight);
        if (place.IsEmpty) return;
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        _gl.Disable(EnableCap.Blend);
        _gl.Disable(EnableCap.ScissorTest);
        NoteSize(windowWidth, windowHeight);
        if (place.Width < windowWidth || place.Height < windowHeight) Clear();
        _gl.Viewport(place.X, windowHeight - place.Bottom, (uint)place.Width, (uint)place.Height);
        _program.Use();
        canvas.BindFiltered(linear: place.Width != canvas.Width || place.Height != canvas.Height);
        _gl.BindVertexArray(_vertexArray);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, 6);
    }

    /// <summary>Deletes program and texture.</summary>
    public void Dispose()
    {
        _gl.DeleteVertexArray(_vertexArray);
        _uploaded.Dispose();
        _program.Dispose();
    }

    // Mesa's software drawables look at the window's size at the first read or clear after a swap, and not at a draw call: without this
    // the picture after a change would be cut to the old size (seen with Mesa 22.3).
    private void NoteSize(int windowWidth, int windowHeight)
    {
        if ((windowWidth, windowHeight) == _windowSize) return;
        _windowSize = (windowWidth, windowHeight);
        uint pixel;
        _gl.ReadPixels(0, 0, 1, 1, PixelFormat.Bgra, PixelType.UnsignedByte, &pixel);
    }
}
