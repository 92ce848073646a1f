using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Send;

/// <summary>What was negotiated for a stream that is sent.</summary>
public sealed record SendStreamOptions
{
    /// <summary>The stream.</summary>
    public required Ssrc Ssrc { get; init; }

    /// <summary>Its payload type at the receiver.</summary>
    public required PayloadType PayloadType { get; init; }

    /// <summary>Units of its clock in a second.</summary>
    public required int ClockRate { get; init; }

    /// <summary>The receiver's numbers of header extensions.</summary>
    public required ExtensionMap Extensions { get; init; }

    /// <summary>The media section, ASCII, when it is to be named in packets; empty otherwise.</summary>
    public ReadOnlyMemory<byte> Mid { get; init; }

    /// <summary>The simulcast layer, ASCII; empty for a stream that is no layer.</summary>
    public ReadOnlyMemory<byte> Rid { get; init; }

    /// <summary>The stream for retransmissions; null when packets are sent again as they were.</summary>
    public Ssrc? RetransmissionSsrc { get; init; }

    /// <summary>The payload type of retransmissions.</summary>
    public PayloadType RetransmissionType { get; init; }

    /// <summary>Packets kept to be sent again, a power of two; 0 for none, as for sound.</summary>
    public int Kept { get; init; }

    /// <summary>The first sequence number; random, best below 32768 (RFC 3550, 5.1 and RFC 3711, 3.3.1).</summary>
    public ushort FirstSequence { get; init; }
}
