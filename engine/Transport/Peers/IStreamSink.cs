using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;

namespace ConfEngine.Transport.Peers;

/// <summary>Takes a stream for this program itself: to be shown, heard, recorded or counted. Called on the network thread, so it must neither
/// block nor throw; what it is handed is its to copy, not to keep.</summary>
public interface IStreamSink
{
    /// <summary>How many lines of picture are of use at most; 0 for none, while nobody looks. Read often.</summary>
    int WantedHeight { get; }

    /// <summary>Takes a whole encoded frame, in order. After a loss the next one is a key frame.</summary>
    /// <param name="frame">The frame; its <see cref="EncodedFrame.Pts"/> counts from an unknown zero and goes on over changes of layer.</param>
    /// <param name="codec">Its codec, which may change with a key frame.</param>
    /// <param name="quarterTurns">How often the picture is to be turned clockwise by 90 degrees (3GPP TS 26.114), 0 to 3.</param>
    void OnVideo(EncodedFrame frame, VideoCodec codec, int quarterTurns);

    /// <summary>Takes an Opus packet, as soon as it came: in any order, each once.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="pts">Position of its first sample, from an unknown zero.</param>
    /// <param name="arrival">When the kernel received it.</param>
    void OnAudio(ReadOnlySpan<byte> packet, MediaTime pts, Instant arrival);

    /// <summary>Says when, on the sender's wall clock, what has the position 0 was taken (RFC 3550, 6.4.1): sound and pictures with the same
    /// capture time belong together. Called after a sender report, and whenever it changes.</summary>
    /// <param name="kind">Of which track.</param>
    /// <param name="captureAtZero">The sender's wall clock at position 0, from an epoch that both tracks of the stream share.</param>
    void OnClock(TrackKind kind, MediaTime captureAtZero);

    /// <summary>True, once, when the next frame has to be a key frame: the decoder is new or lost its way.</summary>
    bool TakeKeyFrameWish();
}
