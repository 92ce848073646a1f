using ConfEngine.Control.Http;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>How a kiosk's room is to be reached.</summary>
internal sealed record RoomRequest
{
    /// <summary>Where pages and calls are served; empty for no room at all.</summary>
    public required IReadOnlyList<ListenAddress> Listen { get; init; }

    /// <summary>UDP port of all media; 0 takes a free one.</summary>
    public required int RtcPort { get; init; }

    /// <summary>The room that is hosted and shown.</summary>
    public required string Room { get; init; }

    /// <summary>The folder for certificates and keys; null for the user's own.</summary>
    public string? State { get; init; }

    /// <summary>A certificate of the owner's, in PEM, with its chain; null to make one.</summary>
    public string? TlsCertificate { get; init; }

    /// <summary>Its key, in PEM.</summary>
    public string? TlsKey { get; init; }

    /// <summary>Names that clients may know this machine by.</summary>
    public required IReadOnlyList<string> HostNames { get; init; }

    /// <summary>The kiosk's own picture: "auto", "none", or a source.</summary>
    public required string Camera { get; init; }

    /// <summary>The kiosk's own sound: "auto", "none", or a capture device.</summary>
    public required string Microphone { get; init; }

    /// <summary>What the kiosk is called in the room.</summary>
    public required string Name { get; init; }
}
