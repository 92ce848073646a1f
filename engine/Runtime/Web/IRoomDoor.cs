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

    /// <summary>Takes plain RTP as a stream that the session publishes.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="media">Its tracks, with the sockets that they come in by.</param>
    /// <param name="cancel">The caller is gone.</param>
    Task BindPlainAsync(SessionId session, StreamKey stream, IReadOnlyList<PlainMedia> media, CancellationToken cancel);

    /// <summary>Lets a viewer in who is no participant: for a stream that belongs to none, as the programme. Nobody sees such a session; it may
    /// play this stream, and it is over when its transport is.</summary>
    /// <param name="room">A room that there is.</param>
    /// <param name="stream">What it wants to see.</param>
    /// <param name="cancel">The caller is gone.</param>
    Task<SessionId> WatchAsync(string room, StreamKey stream, CancellationToken cancel);

    /// <summary>Logs out and ends the transport; a session that is gone already is fine.</summary>
    Task LeaveAsync(SessionId session);

    /// <summary>Tells how the session's transport does, on the Session thread; <see cref="ConnectionState.Closed"/> also when the session is over for
    /// another reason. Sessions that entered here live by their transport: no heartbeat is expected of them.</summary>
    void OnTransport(SessionId session, Action<ConnectionState> changed);
}
