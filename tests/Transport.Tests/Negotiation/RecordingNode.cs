using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Tests.Negotiation;

/// <summary>Keeps what it was told, or is behind.</summary>
internal sealed class RecordingNode : IMediaNode
{
    public List<string> Log { get; } = [];

    public List<Connection> Connections { get; } = [];

    public IReadOnlyList<NegotiatedMedia> Media { get; private set; } = [];

    public IReadOnlyList<TrackBinding> Bindings { get; private set; } = [];

    public bool IsBehind { get; set; }

    public bool Post(Action<IMediaNode> action)
    {
        if (IsBehind) return false;
        action(this);
        return true;
    }

    public void AddPeer(PeerId peer, Connection connection, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings)
    {
        Connections.Add(connection);
        (Media, Bindings) = (media, bindings);
        Log.Add($"add {peer.Value}");
    }

    public void Renegotiate(PeerId peer, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings)
    {
        (Media, Bindings) = (media, bindings);
        Log.Add($"renegotiate {peer.Value}");
    }

    public void RemovePeer(PeerId peer) => Log.Add($"remove {peer.Value}");

    public void Forward(PeerId player, StreamKey stream, bool isOn) => Log.Add($"forward {stream} to {player.Value} {isOn}");

    public void SetWantedHeight(PeerId player, StreamKey stream, int height) => Log.Add($"height {stream} to {player.Value} {height}");

    public void EndStream(StreamKey stream) => Log.Add($"end {stream}");

    public void AddPlain(PeerId peer, StreamKey stream, IReadOnlyList<PlainMedia> media) => Log.Add($"plain {peer.Value} {stream} {media.Count}");
}
