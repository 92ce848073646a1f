using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>Draws scenes with OpenGL 3.3 core into a texture of the canvas' size. The context must be current on the calling thread whenever
/// a member is called. A canvas or picture larger than the GPU's largest texture (16384 or more) cannot be drawn.</summary>
public sealed class GpuCompositor : ICompositor
{
    private readonly GL _gl;
    private readonly IDisposable? _owned;
    private readonly SceneDamage _damage = new();
    private readonly VideoPainter _video;
    private readonly ShapePainter _shapes;
    private readonly CanvasReader _reader;
    private readonly RenderTarget _canvas;
    private readonly uint _vertexArray;
    private bool _disposed;

    /// <summary>Compiles the shaders.</summary>
    /// <param name="gl">The functions of a current OpenGL 3.3 context: a window's or a headless one's.</param>
    /// <param name="owned">What to dispose of with the compositor, such as its own context; null when somebody else owns that.</param>
    /// <exception cref="InvalidOperationException">The driver does not take the shaders.</exception>
    public GpuCompositor(GL gl, IDisposable? owned = null)
    {
        _gl = gl;
        _owned = owned;
        _vertexArray = gl.GenVertexArray();
        _video = new VideoPainter(gl);
        _shapes = new ShapePainter(gl);
        _reader = new CanvasReader(gl);
        _canvas = new RenderTarget(gl, TexelKind.Bgra8);
    }

    /// <inheritdoc/>
    public string Name => "gpu";

    /// <summary>The texture that holds the canvas, its first row on top.</summary>
    internal Texture Canvas => _canvas.Texture;

    /// <summary>The context's functions.</summary>
    internal GL Gl => _gl;

    /// <summary>How many places and bitmaps have textures: what must stay bounded.</summary>
    internal (int Places, int Bitmaps) TextureCounts => (_video.PlaceCount, _shapes.BitmapCount);

    /// <inheritdoc/>
    public bool Compose(Scene scene)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var damage = _damage.Update(scene);
        if (damage.IsEmpty) return false;
        _canvas.Resize(scene.Width, scene.Height);
        BeginDrawing(damage, scene.Background);
        DrawLayers(scene.Layers, damage);
        _gl.Disable(EnableCap.ScissorTest);
        _gl.Disable(EnableCap.Blend);
        _reader.MarkChanged();
        return true;
    }

    /// <inheritdoc/>
    public VideoFrame Read(PixelLayout layout)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_canvas.Width == 0) throw new InvalidOperationException("Nothing was composed yet.");
        _gl.BindVertexArray(_vertexArray);
        return _reader.Read(_canvas, layout);
    }

    /// <summary>Waits until everything asked for is drawn; for measuring.</summary>
    public void Finish() => _gl.Finish();

    /// <summary>Deletes everything on the GPU, then what the compositor owns.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _video.Dispose();
        _shapes.Dispose();
        _reader.Dispose();
        _canvas.Dispose();
        _gl.DeleteVertexArray(_vertexArray);
        _owned?.Dispose();
    }

    // Every state the drawing depends on is set here: the context may be shared with a window's presentation.
    private void BeginDrawing(Rect damage, Rgba background)
    {
        _canvas.Bind();
        _gl.BindVertexArray(_vertexArray);
        _gl.Disable(EnableCap.DepthTest);
        _gl.Disable(EnableCap.CullFace);
        _gl.Enable(EnableCap.ScissorTest);
        _gl.Scissor(damage.X, damage.Y, (uint)damage.Width, (uint)damage.Height);
        _gl.ClearColor(background.R / 255f, background.G / 255f, background.B / 255f, 1);
        _gl.Clear(ClearBufferMask.ColorBufferBit);
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFunc(BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
    }

    private void DrawLayers(ReadOnlySpan<Layer> layers, Rect damage)
    {
        _shapes.BeginScene(layers);
        var place = 0;
        foreach (ref readonly var layer in layers)
        {
            var isVideo = layer.Kind == LayerKind.Video;
            if (layer.Bounds.Touches(damage))
            {
                if (isVideo) _video.Draw(layer, place, _canvas);
                else _shapes.Draw(layer, _canvas);
            }

            if (isVideo) place++;
        }

        _video.Trim(place);
    }
}
