using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>What a sender says about its stream: above all which wall-clock time a time stamp stands for (RFC 3550, 6.4.1).</summary>
/// <param name="Sender">The stream.</param>
/// <param name="Ntp">When the report was sent, on the sender's wall clock.</param>
/// <param name="Rtp">The same moment on the stream's clock.</param>
/// <param name="PacketCount">Packets sent so far.</param>
/// <param name="OctetCount">Bytes of payload sent so far.</param>
public readonly record struct SenderReport(Ssrc Sender, NtpTime Ntp, RtpTimestamp Rtp, uint PacketCount, uint OctetCount)
{
    /// <summary>Bytes behind the RTCP header, without report blocks.</summary>
    public const int Length = 24;

    /// <summary>Reads the sender's part; its blocks are read by <see cref="ReportBlock.TryRead"/>.</summary>
    public static bool TryRead(in RtcpPacket packet, out SenderReport report)
    {
        report = default;
        var body = packet.Body;
        if (packet.Type != RtcpType.SenderReport || body.Length < Length) return false;
        report = new SenderReport(
            packet.Sender,
            new NtpTime(BinaryPrimitives.ReadUInt64BigEndian(body[4..])),
            new RtpTimestamp(BinaryPrimitives.ReadUInt32BigEndian(body[12..])),
            BinaryPrimitives.ReadUInt32BigEndian(body[16..]),
            BinaryPrimitives.ReadUInt32BigEndian(body[20..]));
        return true;
    }

    internal void Write(Span<byte> body)
    {
        BinaryPrimitives.WriteUInt32BigEndian(body, Sender.Value);
        BinaryPrimitives.WriteUInt64BigEndian(body[4..], Ntp.Value);
        BinaryPrimitives.WriteUInt32BigEndian(body[12..], Rtp.Value);
        BinaryPrimitives.WriteUInt32BigEndian(body[16..], PacketCount);
        BinaryPrimitives.WriteUInt32BigEndian(body[20..], OctetCount);
    }
}
