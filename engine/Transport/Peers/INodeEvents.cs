namespace ConfEngine.Transport.Peers;

/// <summary>What a node tells its owner. Called on the network thread: post it on, and neither block nor throw.</summary>
public interface INodeEvents
{
    /// <summary>A peer's transport changed. After <see cref="ConnectionState.Failed"/> and <see cref="ConnectionState.Closed"/> the owner removes the peer.</summary>
    /// <param name="peer">Which.</param>
    /// <param name="state">How it is now.</param>
    /// <param name="error">Why it failed, in one line; null unless it did.</param>
    void OnPeerState(PeerId peer, ConnectionState state, string? error);

    /// <summary>Media of a published stream began or began again, or none has come for a while although nobody stopped it.</summary>
    void OnStreamMedia(StreamKey stream, bool arrives);

    /// <summary>How loud a stream is, some ten times a second while it has sound.</summary>
    /// <param name="stream">Which.</param>
    /// <param name="level">0 to 100.</param>
    /// <param name="isSpeech">Its sender says it is speech.</param>
    void OnSoundLevel(StreamKey stream, double level, bool isSpeech);

    /// <summary>How a peer's path does, every 2 s.</summary>
    void OnPath(PeerId peer, in PathFigures figures);

    /// <summary>How a stream does where it is published or played, every 3 s.</summary>
    void OnStream(PeerId peer, StreamKey stream, bool isPublished, in TrackFigures figures);

    /// <summary>The most lines of picture that anybody can make use of, whenever that changes: a sender need not send more.</summary>
    /// <param name="stream">A published stream.</param>
    /// <param name="height">In pixels; 0 when nobody wants pictures.</param>
    void OnWantedHeight(StreamKey stream, int height);
}

/// <summary>What was measured on a path since the report before.</summary>
/// <param name="RoundTripMilliseconds">There and back; 0 while unknown.</param>
/// <param name="Loss">Part of the packets lost in the worse direction, 0 to 1.</param>
/// <param name="ReceivedBitsPerSecond">What came in.</param>
/// <param name="SentBitsPerSecond">What went out.</param>
/// <param name="EstimatedBitsPerSecond">What the path towards the peer is thought to carry.</param>
public readonly record struct PathFigures(
    double RoundTripMilliseconds, double Loss, long ReceivedBitsPerSecond, long SentBitsPerSecond, long EstimatedBitsPerSecond);

/// <summary>What was measured of a stream since the report before.</summary>
/// <param name="FramesPerSecond">Pictures received, or forwarded.</param>
/// <param name="BitsPerSecond">Sound and pictures.</param>
/// <param name="Loss">Part of the packets lost, 0 to 1, before retransmission.</param>
/// <param name="Recovered">Packets that retransmission brought.</param>
/// <param name="Layer">The simulcast layer that is forwarded, 0 for the smallest; -1 while pictures pause.</param>
public readonly record struct TrackFigures(double FramesPerSecond, long BitsPerSecond, double Loss, long Recovered, int Layer)
{
    /// <summary>Packets that did not come at first; 0 where it is played, for there only the part is known.</summary>
    public long Lost { get; init; }
}
