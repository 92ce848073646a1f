namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>What else happens when a <see cref="PeerServer"/> answers.</summary>
public readonly record struct AnswerOptions
{
    /// <summary>The peer that a new one takes the place of, in the same step; its streams go over to the new one.</summary>
    public PeerId? Replaced { get; init; }

    /// <summary>Done on the network thread as soon as the node knows the peer's m-lines.</summary>
    public Action<IMediaNode>? Then { get; init; }
}
