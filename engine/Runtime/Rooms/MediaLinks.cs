using ConfEngine.Conference.Identity;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Runtime.Rooms;

/// <summary>Joins the rooms' sessions with the peers of a media node. Which streams a session may have, and how large, outlives its transport.</summary>
/// <param name="commands">To the node.</param>
/// <param name="server">Answers the offers.</param>
/// <param name="ids">Numbers peers.</param>
public sealed class MediaLinks(NodeCommands commands, PeerServer server, PeerIds ids) : IMediaLinks
{
    private readonly Dictionary<SessionId, MediaLink> _links = [];
    private readonly Dictionary<PeerId, SessionId> _sessions = [];

    /// <summary>How many sessions have a transport.</summary>
    public int Count => _sessions.Count;

    /// <inheritdoc/>
    public bool TryAnswer(SessionId session, string offer, IReadOnlyList<TrackBinding> bindings, out string answer, out string error)
    {
        answer = "";
        if (!SdpDescription.TryRead(offer, out var read, out error)) return false;
        var link = Find(session);
        var renegotiates = link.Peer is { } current && server.Keeps(current, read);
        var peer = renegotiates ? link.Peer!.Value : ids.Next();
        var options = new AnswerOptions { Replaced = renegotiates ? null : link.Peer, Then = link.Wishes(peer, bindings) };
        if (!server.TryAnswer(peer, read, bindings, options, out answer, out error)) return false;
        SetPeer(session, link, peer);
        return true;
    }

    /// <inheritdoc/>
    public bool TryAddPlain(SessionId session, StreamKey stream, IReadOnlyList<PlainMedia> media, out string error)
    {
        var link = Find(session);
        var (old, peer) = (link.Peer, ids.Next());
        var isTaken = commands.TryPost(node =>
        {
            if (old is { } replaced) node.RemovePeer(replaced);
            node.AddPlain(peer, stream, media);
        });
        error = isTaken ? "" : "the media node is behind: try again in a moment";
        if (!isTaken) return false;
        if (old is { } ended) server.Forget(ended);
        SetPeer(session, link, peer);
        return true;
    }

    /// <inheritdoc/>
    public void Forward(StreamId stream, SessionId player, bool isOn) => SetGate(player, new StreamKey(stream.Value), isOn);

    /// <inheritdoc/>
    public void Watch(SessionId viewer, StreamKey stream) => SetGate(viewer, stream, isOn: true);

    /// <inheritdoc/>
    public void EndStream(StreamId stream, SessionId publisher)
    {
        var key = new StreamKey(stream.Value);
        commands.Post(node => node.EndStream(key));
    }

    /// <inheritdoc/>
    public void SetWantedHeight(SessionId player, StreamId stream, int height)
    {
        var key = new StreamKey(stream.Value);
        var link = Find(player);
        link.SetHeight(key, height);
        if (link.Peer is { } peer) commands.Post(node => node.SetWantedHeight(peer, key, height));
    }

    /// <inheritdoc/>
    public void Move(SessionId from, SessionId to)
    {
        if (from == to || !_links.Remove(from, out var link)) return;
        End(to);
        _links.Add(to, link);
        if (link.Peer is { } peer) _sessions[peer] = to;
    }

    /// <inheritdoc/>
    public void End(SessionId session)
    {
        if (_links.Remove(session, out var link)) Drop(link);
    }

    /// <inheritdoc/>
    public SessionId? SessionOf(PeerId peer) => _sessions.TryGetValue(peer, out var session) ? session : null;

    /// <inheritdoc/>
    public void Forget(PeerId peer)
    {
        if (_sessions.TryGetValue(peer, out var session)) Drop(_links[session]);
    }

    private MediaLink Find(SessionId session)
    {
        if (!_links.TryGetValue(session, out var link)) _links.Add(session, link = new MediaLink());
        return link;
    }

    private void SetGate(SessionId player, StreamKey stream, bool isOn)
    {
        var link = Find(player);
        link.SetGate(stream, isOn);
        if (link.Peer is { } peer) commands.Post(node => node.Forward(peer, stream, isOn));
    }

    private void SetPeer(SessionId session, MediaLink link, PeerId peer)
    {
        if (link.Peer is { } old) _sessions.Remove(old);
        link.Peer = peer;
        _sessions[peer] = session;
    }

    private void Drop(MediaLink link)
    {
        if (link.Peer is not { } peer) return;
        link.Peer = null;
        _sessions.Remove(peer);
        server.Forget(peer);
        commands.Post(node => node.RemovePeer(peer));
    }
}
