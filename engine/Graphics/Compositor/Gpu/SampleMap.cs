using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>Where in a plane the centre of a layer's pixel lies: offset + step × (pixel, counted from the layer's top left). Positions count from
/// the centre of the plane's first sample.</summary>
/// <param name="OffsetX">Sample column under the first pixel column.</param>
/// <param name="OffsetY">Sample row under the first pixel row.</param>
/// <param name="StepX">Sample columns per pixel.</param>
/// <param name="StepY">Sample rows per pixel.</param>
internal readonly record struct SampleMap(float OffsetX, float OffsetY, float StepX, float StepY)
{
    // A chroma sample in the middle of two luma samples is a quarter of a chroma sample further on than one that sits on the first.
    private const float MiddleShift = 0.25f;

    /// <summary>The map of a video layer's full-size planes.</summary>
    public static SampleMap ForLuma(in Layer layer)
    {
        var stepX = layer.Source.Width / layer.Bounds.Width;
        var stepY = layer.Source.Height / layer.Bounds.Height;
        return new((float)(layer.Source.X + stepX / 2 - 0.5), (float)(layer.Source.Y + stepY / 2 - 0.5), (float)stepX, (float)stepY);
    }

    /// <summary>The map of the chroma planes that belong to these luma positions.</summary>
    public SampleMap ForChroma(PixelLayout layout, ChromaSiting siting)
    {
        var map = this;
        if (layout is PixelLayout.I420 or PixelLayout.I422)
            map = map with { OffsetX = OffsetX / 2 - (siting == ChromaSiting.Center ? MiddleShift : 0), StepX = StepX / 2 };
        if (layout is PixelLayout.I420)
            map = map with { OffsetY = OffsetY / 2 - (siting == ChromaSiting.TopLeft ? 0 : MiddleShift), StepY = StepY / 2 };
        return map;
    }
}
