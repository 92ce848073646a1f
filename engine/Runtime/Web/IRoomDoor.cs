using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Streams;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Web;

/// <summary>What HTTP senders and players need of the rooms. Calls come from any thread and complete on the Session thread; a refusal is an
/// <see cref="Control.JsonRpc.RpcException"/> with the neutral code. Sessions that entered here are kept alive by their transport, not by calls.</summary>
public interface IRoomDoor
{
    /// <summary>Logs in.</summary>
    Task<SessionId> EnterAsync(EntryRequest request, CancellationToken cancel);

    /// <summary>Publishes a stream of the session.</summary>
    Task PublishAsync(SessionId session, string stream, StreamKind kind, CancellationToken cancel);

    /// <summary>Plays a stream of the session's room.</summary>
    Task PlayAsync(SessionId session, string stream, CancellationToken cancel);

    /// <summary>Answers the offer of a session.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="sdp">The offer.</param>
    /// <param name="bindings">What each of its m-lines carries.</param>
    /// <param name="cancel">The caller is gone.</param>
    /// <returns>The answer.</returns>
    Task<string> OfferAsync(SessionId session, string sdp, IReadOnlyList<TrackBinding> bindings, CancellationToken cancel);

    /// <summary>Takes plain RTP as a stream that the session publishes.</summary>
    Task BindPlainAsync(SessionId session, StreamKey stream, IReadOnlyList<PlainMedia> media, CancellationToken cancel);

    /// <summary>Logs out and ends the transport. A session that is gone already is no error.</summary>
    Task LeaveAsync(SessionId session);

    /// <summary>Calls <paramref name="changed"/> with every change of the session's transport, on the Session thread, until the session is over.</summary>
    void OnTransport(SessionId session, Action<ConnectionState> changed);
}
