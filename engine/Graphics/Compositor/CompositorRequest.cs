using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Graphics.Compositor;

/// <summary>What the choice of a compositor depends on.</summary>
public sealed record CompositorRequest
{
    /// <summary>What the person asked for.</summary>
    public CompositorPreference Preference { get; init; }

    /// <summary>The clock that measures.</summary>
    public required IClock Clock { get; init; }

    /// <summary>The window that shows the canvas, whose context the GPU compositor then uses; null when headless.</summary>
    public WallWindow? Window { get; init; }

    /// <summary>The layout that the canvas is read in most: Bgra32 to show, I420 to encode. The software compositor keeps its canvas so.</summary>
    public PixelLayout Layout { get; init; } = PixelLayout.Bgra32;

    /// <summary>True when every frame is read back (recording, files), which a GPU has to be measured with. A window alone needs none.</summary>
    public bool ReadsBack { get; init; }
}
