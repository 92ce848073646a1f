using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Draws scenes on the CPU with SIMD, only what changed since the scene before. Allocates nothing once it has seen the sizes
/// in use.</summary>
public sealed unsafe class SoftwareCompositor : ICompositor
{
    private readonly Canvas _canvas;
    private readonly OwnedVideoFrame _converted = new();
    private readonly SceneHistory _history = new();
    private readonly DirtyRegion _dirty = new();
    private readonly PixelLayout _layout;
    private readonly InstructionSet _set;
    private long _convertedFrom = -1;

    /// <summary>A compositor with the given canvas; the other layout is converted when read.</summary>
    /// <param name="canvas"><see cref="PixelLayout.Bgra32"/> for showing, <see cref="PixelLayout.I420"/> for encoding.</param>
    public SoftwareCompositor(PixelLayout canvas)
        : this(canvas, InstructionSets.Best)
    {
    }

    internal SoftwareCompositor(PixelLayout canvas, InstructionSet set)
    {
        _canvas = canvas switch
        {
            PixelLayout.Bgra32 => new BgraCanvas(set),
            PixelLayout.I420 => new I420Canvas(set),
            _ => throw new ArgumentOutOfRangeException(nameof(canvas), canvas, "A canvas is Bgra32 or I420."),
        };
        _layout = canvas;
        _set = set;
    }

    /// <inheritdoc/>
    public string Name => "software";

    /// <inheritdoc/>
    public bool Compose(Scene scene)
    {
        _canvas.Resize(scene.Width, scene.Height);
        _dirty.Clear();
        _history.Compare(scene, _canvas, _dirty);
        if (_dirty.Rects.IsEmpty) return false;
        _history.Forget();
        foreach (var area in _dirty.Rects) DrawArea(scene, _canvas.Footprint(area));
        _history.Store(scene);
        _canvas.Frame.MarkChanged();
        return true;
    }

    /// <inheritdoc/>
    public VideoFrame Read(PixelLayout layout)
    {
        if (_canvas.Bounds.IsEmpty) throw new InvalidOperationException("Nothing has been composed yet.");
        if (layout == _layout) return _canvas.Frame;
        if (_convertedFrom == _canvas.Frame.Serial) return _converted;
        switch (layout)
        {
            case PixelLayout.I420:
                CanvasConversion.ToI420(_canvas.Frame, _converted, _set);
                break;
            case PixelLayout.Bgra32:
                CanvasConversion.ToBgra(_canvas.Frame, _converted, _set);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(layout), layout, "A canvas is read as Bgra32 or I420.");
        }

        _convertedFrom = _canvas.Frame.Serial;
        return _converted;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _canvas.Dispose();
        _converted.Dispose();
    }

    private void DrawArea(Scene scene, Rect area)
    {
        if (area.IsEmpty) return;
        var layers = scene.Layers;
        var first = layers.Length - 1;
        while (first >= 0 && !Canvas.Hides(layers[first], area)) first--;
        if (first < 0 && TrySplit(layers, area, out var band))
        {
            DrawArea(scene, area with { Height = band.Y - area.Y });
            DrawArea(scene, band);
            DrawArea(scene, new Rect(area.X, band.Bottom, area.Width, area.Bottom - band.Bottom));
            return;
        }

        if (first < 0)
        {
            first = 0;
            _canvas.Clear(area, scene.Background);
        }

        foreach (ref readonly var layer in layers[first..]) _canvas.Draw(layer, area);
    }

    /// <summary>Finds the rows of an area that a rounded picture hides, all but those of its corners: there nothing below need be
    /// drawn.</summary>
    private static bool TrySplit(ReadOnlySpan<Layer> layers, Rect area, out Rect band)
    {
        const int worthwhile = 32;
        foreach (ref readonly var layer in layers)
        {
            if (layer.Kind != LayerKind.Video || layer.CornerRadius == 0) continue;
            var (radius, _) = LayerCoverage.Shape(layer);
            var top = (layer.Bounds.Y + radius + 1) & ~1;
            band = new Rect(area.X, top, area.Width, ((layer.Bounds.Bottom - radius) & ~1) - top).Intersect(area);
            if (band.Height >= worthwhile && Canvas.Hides(layer, band)) return true;
        }

        band = default;
        return false;
    }
}
