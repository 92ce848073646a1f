using ConfEngine.Graphics.Scenes;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>Draws the fill, mask and bitmap layers of scenes.</summary>
internal sealed class ShapePainter : IDisposable
{
    private readonly GL _gl;
    private readonly BitmapTextures _bitmaps;
    private readonly QuadProgram _shape;
    private readonly QuadProgram _mask;
    private readonly QuadProgram _bitmap;
    private readonly int _shapeColor;
    private readonly int _shapeRadius;
    private readonly int _shapeStroke;
    private readonly int _maskColor;
    private readonly int _bitmapOpacity;

    /// <summary>Compiles the shaders.</summary>
    public ShapePainter(GL gl)
    {
        _gl = gl;
        _bitmaps = new BitmapTextures(gl);
        _shape = new QuadProgram(gl, "shape.frag");
        _shapeColor = _shape.Uniform("uColor");
        _shapeRadius = _shape.Uniform("uRadius");
        _shapeStroke = _shape.Uniform("uStroke");
        _mask = new QuadProgram(gl, "mask.frag");
        _mask.SetSampler("uMask", 0);
        _maskColor = _mask.Uniform("uColor");
        _bitmap = new QuadProgram(gl, "bitmap.frag");
        _bitmap.SetSampler("uPicture", 0);
        _bitmapOpacity = _bitmap.Uniform("uOpacity");
    }

    /// <summary>How many bitmaps have a texture.</summary>
    public int BitmapCount => _bitmaps.Count;

    /// <summary>The corner radius of a layer, no larger than fits: whole pixels, as in the software compositor.</summary>
    public static float LimitRadius(in Layer layer) => Math.Clamp(layer.CornerRadius, 0, Math.Min(layer.Bounds.Width, layer.Bounds.Height) / 2);

    /// <summary>Notes what a new scene shows.</summary>
    public void BeginScene(ReadOnlySpan<Layer> layers) => _bitmaps.BeginScene(layers);

    /// <summary>Draws a layer that is not video.</summary>
    public void Draw(in Layer layer, RenderTarget canvas)
    {
        var program = layer.Kind switch
        {
            LayerKind.Fill => PrepareShape(layer),
            LayerKind.Mask => PrepareMask(layer),
            LayerKind.Bitmap => PrepareBitmap(layer),
            _ => null,
        };
        program?.Draw(layer.Bounds, canvas.Width, canvas.Height);
    }

    /// <summary>Deletes textures and programs.</summary>
    public void Dispose()
    {
        _bitmaps.Dispose();
        _shape.Dispose();
        _mask.Dispose();
        _bitmap.Dispose();
    }

    private QuadProgram PrepareShape(in Layer layer)
    {
        _shape.Use();
        SetColor(_shapeColor, layer.Color);
        _gl.Uniform1(_shapeRadius, LimitRadius(layer));
        _gl.Uniform1(_shapeStroke, (float)layer.StrokeWidth);
        return _shape;
    }

    private QuadProgram PrepareMask(in Layer layer)
    {
        _bitmaps.Get(layer.Image!, layer.Serial).Bind();
        _mask.Use();
        SetColor(_maskColor, layer.Color);
        return _mask;
    }

    private QuadProgram PrepareBitmap(in Layer layer)
    {
        _bitmaps.Get(layer.Image!, layer.Serial).Bind();
        _bitmap.Use();
        _gl.Uniform1(_bitmapOpacity, layer.Color.A / 255f);
        return _bitmap;
    }

    private void SetColor(int location, Rgba color)
    {
        var alpha = color.A / 255f;
        _gl.Uniform4(location, color.R / 255f * alpha, color.G / 255f * alpha, color.B / 255f * alpha, alpha);
    }
}
