using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>What a receiver says about one stream it gets (RFC 3550, 6.4.1).</summary>
/// <param name="Source">The stream.</param>
/// <param name="FractionLost">Share of packets lost since the last report, in 1/256.</param>
/// <param name="CumulativeLost">Packets lost since the start; negative when duplicates came.</param>
/// <param name="HighestSequence">Highest number received, with the count of wraps in the upper half.</param>
/// <param name="Jitter">Interarrival jitter in units of the stream's clock.</param>
/// <param name="LastSenderReport"><see cref="NtpTime.Middle"/> of the last sender report received; 0 before the first.</param>
/// <param name="DelaySinceLastSenderReport">Since then, in 1/65536 s.</param>
public readonly record struct ReportBlock(
    Ssrc Source, byte FractionLost, int CumulativeLost, uint HighestSequence, uint Jitter, uint LastSenderReport,
        uint DelaySinceLastSenderReport)
{
    /// <summary>Bytes of a block.</summary>
    public const int Length = 24;

    private const int MaxLost = 0x7f_ffff;
    private const int MinLost = -0x80_0000;
    private const int MaxRoundTrip = 60 << 16;

    /// <summary>The round trip time, when this block answers a sender report of ours and came at <paramref name="now"/> on the clock that
    /// the
    /// report carried; null when it does not, or when the figures make no sense.</summary>
    public MediaTime? RoundTrip(NtpTime now)
    {
        if (LastSenderReport == 0) return null;
        var units = (int)(now.Middle - LastSenderReport - DelaySinceLastSenderReport);
        // Rounding of the three terms can leave a round trip on one machine just below zero.
        return units is < -65 or > MaxRoundTrip ? null : new MediaTime((long)Math.Max(units, 0) * 1_000_000_000 >> 16);
    }

    /// <summary>Number of blocks in a sender or receiver report that really are there.</summary>
    public static int CountIn(in RtcpPacket packet)
    {
        var start = StartIn(packet.Type);
        return start == 0 ? 0 : Math.Min(packet.Count, Math.Max(0, (packet.Body.Length - start) / Length));
    }

    /// <summary>Reads block <paramref name="index"/> of a sender or receiver report; false behind the last.</summary>
    public static bool TryRead(in RtcpPacket packet, int index, out ReportBlock block)
    {
        block = default;
        if ((uint)index >= (uint)CountIn(packet)) return false;
        var bytes = packet.Body.Slice(StartIn(packet.Type) + index * Length, Length);
        var lost = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        block = new ReportBlock(
            new Ssrc(BinaryPrimitives.ReadUInt32BigEndian(bytes)),
            (byte)(lost >> 24),
            (int)(lost << 8) >> 8,
            BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        return true;
    }

    internal void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Source.Value);
        var lost = (uint)Math.Clamp(CumulativeLost, MinLost, MaxLost) & 0xff_ffff;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], (uint)FractionLost << 24 | lost);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], HighestSequence);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], Jitter);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], LastSenderReport);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[20..], DelaySinceLastSenderReport);
    }

    private static int StartIn(RtcpType type) => type switch
    {
        RtcpType.SenderReport => SenderReport.Length,
        RtcpType.ReceiverReport => 4,
        _ => 0,
    };
}
