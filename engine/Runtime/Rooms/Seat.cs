using ConfEngine.Conference.Identity;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Rooms;

/// <summary>A session and who is behind it. The Session thread's.</summary>
internal sealed class Seat(SessionId session, RoomId room, PeerLink? link, bool isDevice)
{
    /// <summary>Changes when the participant comes back on another connection.</summary>
    public SessionId Session { get; set; } = session;

    /// <summary>Where it is, inside or at the door.</summary>
    public RoomId Room => room;

    /// <summary>It came in without a page, and lives by its transport alone.</summary>
    public bool IsDevice => isDevice;

    /// <summary>The stream that a mere viewer came for, who is no participant and whom nobody sees; null for participants.</summary>
    public StreamKey? Watches { get; init; }

    /// <summary>Its client; null while that is gone, and for those who came in without a page.</summary>
    public PeerLink? Link { get; set; } = link;

    /// <summary>Told how the transport does; for those who came in without a page.</summary>
    public Action<ConnectionState>? TransportChanged { get; set; }

    /// <summary>The round trip measured last, in milliseconds; 0 while unknown.</summary>
    public double RoundTripMilliseconds { get; set; }
}
