using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Streams;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Web;

/// <summary>What HTTP senders and players need of the rooms. Calls come from any thread and complete on the Session thread. Each throws
/// <see cref="Control.JsonRpc.RpcException"/> when it is refused, with the neutral code.</summary>
public interface IRoomDoor
{
    /// <summary>Logs in.</summary>
    /// <returns>The session, which is known until <see cref="LeaveAsync"/> or until it is told that its transport is closed.</returns>
    Task<SessionId> EnterAsync(EntryRequest request, CancellationToken cancel);

    /// <summary>Asks to publish a stream; it is listed once its media arrives.</summary>
    Task PublishAsync(SessionId session, string stream, StreamKind kind, CancellationToken cancel);

    /// <summary>Plays a stream, now or when it appears.</summary>
    Task PlayAsync(SessionId session, string stream, CancellationToken cancel);

    /// <summary>Answers an SDP offer.</summary>
    /// <returns>The answer's SDP.</returns>
    Task<string> OfferAsync(SessionId session, string sdp, IReadOnlyList<TrackBinding> bindings, CancellationToken cancel);

    /// <summary>Logs out and ends the transport; a session that is gone already is fine.</summary>
    Task LeaveAsync(SessionId session);

    /// <summary>Tells how the session's transport does, on the Session thread; <see cref="ConnectionState.Closed"/> also when the session is over for
    /// another reason. Sessions that entered here live by their transport: no heartbeat is expected of them.</summary>
    void OnTransport(SessionId session, Action<ConnectionState> changed);
}
