using ConfEngine.Core.Media;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime;

/// <summary>Everything that is decided before the engine starts.</summary>
public sealed record EngineOptions
{
    /// <summary>The streams, in the order of their tiles.</summary>
    public IReadOnlyList<SourceSpec> Sources { get; init; } = [];

    /// <summary>Canvas width in pixels; even.</summary>
    public int Width { get; init; } = 1920;

    /// <summary>Canvas height in pixels; even.</summary>
    public int Height { get; init; } = 1080;

    /// <summary>Frames per second of the canvas.</summary>
    public int FrameRate { get; init; } = 30;

    /// <summary>How the tiles are arranged at the start.</summary>
    public LayoutKind Layout { get; init; } = LayoutKind.Gallery;

    /// <summary>False for pictures only, edge to edge: no names, rings, corners or bars.</summary>
    public bool Decorations { get; init; } = true;

    /// <summary>Shown on the home screen and overlays.</summary>
    public string RoomName { get; init; } = "ConfEngine";

    /// <summary>True to run on a virtual clock, as fast as the machine goes, with the same result every time.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Worker threads for decoding; the machine's processors when 0.</summary>
    public int DecodeThreads { get; init; }

    /// <summary>Layout of the software compositor's canvas.</summary>
    public PixelLayout CanvasLayout { get; init; } = PixelLayout.Bgra32;

    /// <summary>Whether streams that come with sound are heard; false saves reading it.</summary>
    public bool HasAudio { get; init; } = true;

    /// <summary>Whether pictures are decoded; false for a mix without a wall.</summary>
    public bool HasVideo { get; init; } = true;

    /// <summary>True to stop when no source plays any more: each has come to its end or has failed.</summary>
    public bool EndsWithSources { get; init; }

    /// <summary>Shows the diagnostic pages from the start.</summary>
    public bool ShowOverlay { get; init; }
}
