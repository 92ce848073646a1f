using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>A packet of a published stream on its way to those who take it.</summary>
internal readonly ref struct SourcePacket
{
    /// <summary>As it came, or as it was made.</summary>
    public required RtpPacket Packet { get; init; }

    /// <summary>Its number, counted on past wraps.</summary>
    public required long Sequence { get; init; }

    /// <summary>What goes along in header extensions.</summary>
    public required MediaMarks Marks { get; init; }

    /// <summary>A decoder can start with it: the first of a key frame, or any of sound.</summary>
    public required bool IsEntry { get; init; }

    /// <summary>When the kernel received it.</summary>
    public required Instant Arrival { get; init; }

    /// <summary>The time.</summary>
    public required Instant Now { get; init; }
}
