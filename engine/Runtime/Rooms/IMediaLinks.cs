using ConfEngine.Conference.Identity;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Rooms;

/// <summary>The sessions' media transports, as the rooms command them. Called on the Session thread; what is asked of the network thread is
/// posted there.</summary>
public interface IMediaLinks
{
    /// <summary>Answers an offer of a session. An offer on the transport that the session has already renegotiates it; one with other
    /// credentials replaces it.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="offer">SDP.</param>
    /// <param name="bindings">What every m-line carries; replaces what was said before.</param>
    /// <param name="answer">SDP.</param>
    /// <param name="error">One line that names what is wrong with the offer.</param>
    bool TryAnswer(SessionId session, string offer, IReadOnlyList<TrackBinding> bindings, out string answer, out string error);

    /// <summary>Takes plain RTP as a stream of a session; replaces the transport that the session had.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="stream">The stream it publishes.</param>
    /// <param name="media">Its tracks, with the sockets they come in by, which stay the caller's to close.</param>
    /// <param name="error">One line.</param>
    bool TryAddPlain(SessionId session, StreamKey stream, IReadOnlyList<PlainMedia> media, out string error);

    /// <summary>Lets a stream through to a session that plays it, or holds it back. May come before or after the offer that carries it.</summary>
    void Forward(StreamId stream, SessionId player, bool isOn);

    /// <summary>Lets a stream through that belongs to no room member, such as the programme.</summary>
    void Watch(SessionId viewer, StreamKey stream);

    /// <summary>The stream is over: takes nothing of it any more.</summary>
    void EndStream(StreamId stream, SessionId publisher);

    /// <summary>Says how many lines of a played stream's picture the session shows; 0 pauses the pictures.</summary>
    void SetWantedHeight(SessionId player, StreamId stream, int height);

    /// <summary>The session came back under another number; its transport goes on.</summary>
    void Move(SessionId from, SessionId to);

    /// <summary>Whose transport a peer is; null for one that was replaced or ended.</summary>
    SessionId? SessionOf(PeerId peer);

    /// <summary>The peer's transport failed or closed: removes it. Its session stays, with what it publishes and plays, and may offer anew.</summary>
    void Forget(PeerId peer);

    /// <summary>The session is over: ends its transport.</summary>
    void End(SessionId session);
}
