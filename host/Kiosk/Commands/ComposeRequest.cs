using ConfEngine.Core.Media;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Runtime.Sources;
using ConfEngine.Graphics.Compositor;

namespace ConfEngine.Kiosk.Commands;

/// <summary>What <c>compose</c> was asked for.</summary>
internal sealed record ComposeRequest
{
    public required IReadOnlyList<SourceSpec> Sources { get; init; }

    public required CanvasSize Size { get; init; }

    public required int FrameRate { get; init; }

    public double? DurationSeconds { get; init; }

    public LayoutKind Layout { get; init; }

    public required string Output { get; init; }

    public string? AudioOutput { get; init; }

    public string? HashFile { get; init; }

    public string? StatsFile { get; init; }

    public PixelLayout? PixelFormat { get; init; }

    public CompositorPreference Compositor { get; init; }

    public bool Decorations { get; init; } = true;

    public bool HasVideo { get; init; } = true;

    public bool HasAudio { get; init; } = true;

    public int Threads { get; init; }

    public bool KeepsGoing { get; init; }

    /// <summary>True for a file that holds moving pictures and sound.</summary>
    public bool IsRecording => Output.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase) || Output.EndsWith(".mkv", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for one still picture.</summary>
    public bool IsStill => Output.EndsWith(".png", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the frames are thrown away.</summary>
    public bool IsNull => Output == "null:";
}
