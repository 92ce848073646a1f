using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>What the signalling commands a <see cref="MediaNode"/>; all but <see cref="Post"/> on the network thread.</summary>
public interface IMediaNode
{
    /// <summary>Runs an action on the network thread soon. False when too much waits there.</summary>
    bool Post(Action<IMediaNode> action);

    /// <summary>Takes over a connection.</summary>
    void AddPeer(PeerId peer, Connection connection, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings);

    /// <summary>What a peer's m-lines carry from now on.</summary>
    void Renegotiate(PeerId peer, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings);

    /// <summary>Ends a peer.</summary>
    void RemovePeer(PeerId peer);

    /// <summary>Opens or closes the gate of a played stream.</summary>
    void Forward(PeerId player, StreamKey stream, bool isOn);

    /// <summary>How many lines of picture a player shows.</summary>
    void SetWantedHeight(PeerId player, StreamKey stream, int height);

    /// <summary>Takes nothing of a stream any more.</summary>
    void EndStream(StreamKey stream);

    /// <summary>Takes plain RTP as a stream.</summary>
    void AddPlain(PeerId peer, StreamKey stream, IReadOnlyList<PlainMedia> media);
}
