using ConfEngine.Graphics.Layouts;
using ConfEngine.Kiosk.Rooms;
using ConfEngine.Runtime.Sources;
using ConfEngine.Graphics.Compositor;

namespace ConfEngine.Kiosk.Commands;

/// <summary>What <c>kiosk</c> was asked for.</summary>
internal sealed record KioskRequest
{
    public required IReadOnlyList<SourceSpec> Sources { get; init; }

    public required CanvasSize Size { get; init; }

    public required int FrameRate { get; init; }

    public LayoutKind Layout { get; init; }

    public CompositorPreference Compositor { get; init; }

    public double? DurationSeconds { get; init; }

    public bool IsHeadless { get; init; }

    public bool IsFullscreen { get; init; }

    public bool ShowOverlay { get; init; }

    public required string RoomName { get; init; }

    public string? Screenshot { get; init; }

    public string? Record { get; init; }

    public required string AudioOutput { get; init; }

    public string? StatsFile { get; init; }

    /// <summary>What plays while nobody is in the room.</summary>
    public required IReadOnlyList<SourceSpec> WhileEmpty { get; init; }

    public required RoomRequest Rooms { get; init; }

    public required PluginRequest Plugins { get; init; }
}
