using ConfEngine.Core.Time;

namespace ConfEngine.Transport.Peers;

/// <summary>A stream that this program makes itself: its camera, its programme, a bot. Encoders write into it from threads of their own; the
/// node cuts what is written into packets once and forwards them to whoever plays the stream.</summary>
public interface ILocalStream
{
    /// <summary>True while somebody plays it. An encoder may rest while nobody does.</summary>
    bool IsWatched { get; }

    /// <summary>What the receivers of a layer can take at most, in bits a second; <see cref="long.MaxValue"/> while that is unknown.</summary>
    /// <param name="layer">0 for the only or the smallest one.</param>
    long ReceivableBitsPerSecond(int layer);

    /// <summary>Hands over a frame. The bytes are copied.</summary>
    /// <param name="layer">0 for the only or the smallest one.</param>
    /// <param name="frame">A VP8 frame or an Annex B access unit.</param>
    /// <param name="isKeyFrame">A decoder can start with it.</param>
    /// <param name="pts">Its position; sound and pictures of the stream count from the same zero.</param>
    /// <returns>False when the node is behind and the frame was dropped; the layer then wants a key frame.</returns>
    bool TryWriteVideo(int layer, ReadOnlySpan<byte> frame, bool isKeyFrame, MediaTime pts);

    /// <summary>Hands over an Opus packet. The bytes are copied.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="pts">Position of its first sample.</param>
    /// <param name="level">How loud it is in -dBov, 0 for the loudest to 127 for silence (RFC 6464).</param>
    /// <param name="isSpeech">It is speech.</param>
    /// <returns>False when the node is behind and the packet was dropped.</returns>
    bool TryWriteAudio(ReadOnlySpan<byte> packet, MediaTime pts, int level, bool isSpeech);

    /// <summary>True, once, when a receiver needs a key frame of the layer.</summary>
    bool TakeKeyFrameWish(int layer);
}
