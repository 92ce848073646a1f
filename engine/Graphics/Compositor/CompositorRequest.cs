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

    /// <summary>True when every frame is read back (recording, files), which a GPU has to be measured with.</summary>
    public bool ReadsBack { get; init; }

    /// <summary>How the software compositor keeps its canvas: the form that is read most saves a conversion.</summary>
    public PixelLayout CanvasLayout { get; init; } = PixelLayout.Bgra32;
}
