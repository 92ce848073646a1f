using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Pixels that layers are drawn on. Everything is drawn within a clip, and a pixel comes out the same whatever the clip: that is
/// what makes drawing only the changed parts exact.</summary>
internal abstract unsafe class Canvas(PixelLayout layout, InstructionSet set) : IDisposable
{
    /// <summary>The pixels.</summary>
    public OwnedVideoFrame Frame { get; } = new();

    /// <summary>All of the canvas.</summary>
    public Rect Bounds { get; private set; }

    /// <summary>The form of the loops.</summary>
    protected InstructionSet Set { get; } = set;

    /// <summary>Coverage of the layer being drawn.</summary>
    protected LayerCoverage Coverage { get; } = new();

    /// <summary>The video layer being drawn.</summary>
    protected VideoScaler Scaler { get; } = new(set);

    /// <summary>Takes on a size. The pixels are undefined when it is a new one.</summary>
    public virtual void Resize(int width, int height)
    {
        if (Bounds.Width == width && Bounds.Height == height) return;
        Frame.Allocate(layout, width, height);
        Frame.Color = layout == PixelLayout.I420 ? ColorDescription.Canvas : ColorDescription.Canvas with { Range = ColorRange.Full };
        Bounds = new Rect(0, 0, width, height);
    }

    /// <summary>The pixels that change when the given ones are drawn on.</summary>
    public abstract Rect Footprint(Rect rect);

    /// <summary>Makes an area one colour. The area is a footprint.</summary>
    public abstract void Clear(Rect area, Rgba color);

    /// <summary>Draws a layer within a clip, which is a footprint.</summary>
    public void Draw(in Layer layer, Rect clip)
    {
        clip = clip.Intersect(Footprint(layer.Bounds));
        if (clip.IsEmpty) return;
        switch (layer.Kind)
        {
            case LayerKind.Video when VideoScaler.CanDraw(layer):
                Coverage.Begin(layer);
                DrawVideo(layer, clip);
                break;
            case LayerKind.Fill or LayerKind.Mask when layer.Color.A > 0:
                Coverage.Begin(layer);
                DrawColor(layer, clip);
                break;
            case LayerKind.Bitmap when layer.Color.A > 0:
                DrawBitmap(layer, clip);
                break;
            default:
                break;
        }
    }

    /// <summary>True when a layer hides everything below it in an area.</summary>
    public static bool Hides(in Layer layer, Rect area)
    {
        if (!layer.Bounds.Contains(area)) return false;
        var opaque = layer.Kind == LayerKind.Video ? VideoScaler.CanDraw(layer) : layer.Kind == LayerKind.Fill && layer.Color.A == 255;
        if (!opaque) return false;
        var (radius, stroke) = LayerCoverage.Shape(layer);
        if (stroke > 0) return false;
        var bounds = layer.Bounds;
        return new Rect(bounds.X + radius, bounds.Y, bounds.Width - 2 * radius, bounds.Height).Contains(area)
            || new Rect(bounds.X, bounds.Y + radius, bounds.Width, bounds.Height - 2 * radius).Contains(area);
    }

    /// <summary>Frees the pixels.</summary>
    public void Dispose() => Frame.Dispose();

    /// <summary>Draws a picture, scaled, with the coverage begun.</summary>
    protected abstract void DrawVideo(in Layer layer, Rect clip);

    /// <summary>Draws one colour with the coverage begun.</summary>
    protected abstract void DrawColor(in Layer layer, Rect clip);

    /// <summary>Draws a premultiplied bitmap.</summary>
    protected abstract void DrawBitmap(in Layer layer, Rect clip);

    /// <summary>Address of a sample of a plane.</summary>
    protected byte* At(int plane, int x, int y)
    {
        ref readonly var p = ref Frame[plane];
        return (byte*)p.Data + (long)y * p.Stride + x;
    }
}
