using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>A view of one packet of an RTCP datagram: header and body, padding cut off.</summary>
public readonly ref struct RtcpPacket
{
    internal RtcpPacket(RtcpType type, byte count, ReadOnlySpan<byte> body)
    {
        Type = type;
        Count = count;
        Body = body;
    }

    /// <summary>What it is.</summary>
    public RtcpType Type { get; }

    /// <summary>The 5-bit field: number of blocks in reports, format in feedback.</summary>
    public byte Count { get; }

    /// <summary>Everything behind the 4-byte header.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>True for feedback of that type and format that names sender and media source (RFC 4585, 6.1).</summary>
    public bool IsFeedback(RtcpType type, byte format) => Type == type && Count == format && Body.Length >= 8;

    /// <summary>The SSRC of whoever sent this packet; 0 where there is none.</summary>
    public Ssrc Sender => Body.Length < 4 ? default : new Ssrc(BinaryPrimitives.ReadUInt32BigEndian(Body));

    /// <summary>The stream that feedback is about; 0 where there is none.</summary>
    public Ssrc Media => Body.Length < 8 ? default : new Ssrc(BinaryPrimitives.ReadUInt32BigEndian(Body[4..]));
}
