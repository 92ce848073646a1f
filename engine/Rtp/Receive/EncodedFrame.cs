using ConfEngine.Core.Memory;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Receive;

/// <summary>One whole frame as a decoder takes it. Used again and again, from a <see cref="Pool{T}"/> or by its one user.</summary>
public sealed class EncodedFrame : IRecyclable
{
    /// <summary>The bytes: a VP8 or VP9 frame, an Annex B access unit, or an AV1 temporal unit.</summary>
    public FrameBuffer Data { get; } = new();

    /// <summary>A decoder can start with it.</summary>
    public bool IsKeyFrame { get; internal set; }

    /// <summary>When it was taken, on the sender's clock.</summary>
    public RtpTimestamp Timestamp { get; internal set; }

    /// <summary>The same as a position on the stream's time line. Who joins several streams into one, such as the layers of a simulcast, may
    /// move it.</summary>
    public MediaTime Pts { get; set; }

    /// <summary>When its first packet came.</summary>
    public Instant FirstArrival { get; internal set; }

    /// <summary>When the packet came that completed it.</summary>
    public Instant LastArrival { get; internal set; }

    /// <summary>Number of its last packet, counted on past wraps.</summary>
    public long LastSequence { get; internal set; }

    /// <inheritdoc/>
    public void Recycle() => Data.Clear();
}
