using System.Buffers.Binary;
using System.Text;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>Builds an RTCP datagram, packet after packet, in a caller's buffer. A packet that does not fit is refused as a whole. The
/// order is
/// the caller's: a compound datagram starts with a report (RFC 3550, 6.1), a reduced-size one need not (RFC 5506).</summary>
/// <param name="buffer">Where to.</param>
public ref struct RtcpWriter(Span<byte> buffer)
{
    private const int HeaderLength = 4;
    private const int MaxCount = 31;
    private readonly Span<byte> _buffer = buffer;

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes left.</summary>
    public readonly int Room => _buffer.Length - Length;

    /// <summary>Adds a sender report with up to 31 blocks.</summary>
    public bool TrySenderReport(in SenderReport report, scoped ReadOnlySpan<ReportBlock> blocks = default)
    {
        if (!TryBegin(RtcpType.SenderReport, blocks.Length, SenderReport.Length + ReportBlock.Length * blocks.Length, out var body))
            return false;
        report.Write(body);
        WriteBlocks(body[SenderReport.Length..], blocks);
        return true;
    }

    /// <summary>Adds a receiver report with up to 31 blocks; none is a legal report too.</summary>
    public bool TryReceiverReport(Ssrc sender, scoped ReadOnlySpan<ReportBlock> blocks = default)
    {
        if (!TryBegin(RtcpType.ReceiverReport, blocks.Length, 4 + ReportBlock.Length * blocks.Length, out var body)) return false;
        BinaryPrimitives.WriteUInt32BigEndian(body, sender.Value);
        WriteBlocks(body[4..], blocks);
        return true;
    }

    /// <summary>Adds a source description with the CNAME of one stream (RFC 3550, 6.5.1).</summary>
    public bool TryCname(Ssrc source, scoped ReadOnlySpan<char> cname)
    {
        var bytes = Encoding.UTF8.GetByteCount(cname);
        // At least one zero byte ends the list of items.
        if (bytes > 255 || !TryBegin(RtcpType.SourceDescription, 1, (4 + 2 + bytes + 4) & ~3, out var body)) return false;
        body.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(body, source.Value);
        body[4] = SourceDescription.Cname;
        body[5] = (byte)bytes;
        Encoding.UTF8.GetBytes(cname, body[6..]);
        return true;
    }

    /// <summary>Says that streams end.</summary>
    public bool TryBye(scoped ReadOnlySpan<Ssrc> sources)
    {
        if (!TryBegin(RtcpType.Bye, sources.Length, 4 * sources.Length, out var body)) return false;
        for (var i = 0; i < sources.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(body[(4 * i)..], sources[i].Value);
        return true;
    }

    /// <summary>Asks for packets again (RFC 4585, 6.2.1).</summary>
    /// <param name="sender">Who asks.</param>
    /// <param name="media">The stream.</param>
    /// <param name="missing">The packets, oldest first; packed 17 to an entry where they lie close.</param>
    public bool TryNack(Ssrc sender, Ssrc media, scoped ReadOnlySpan<SequenceNumber> missing)
    {
        var entries = 0;
        for (var i = 0; i < missing.Length; i += EntrySize(missing[i..])) entries++;
        if (entries == 0 || !TryFeedback(RtcpType.TransportFeedback, TransportFormat.Nack, sender, media, 4 * entries, out var body))
            return false;
        while (!missing.IsEmpty)
        {
            var size = EntrySize(missing);
            var mask = 0;
            foreach (var number in missing[1..size]) mask |= 1 << (number.DistanceFrom(missing[0]) - 1);
            BinaryPrimitives.WriteUInt16BigEndian(body, missing[0].Value);
            BinaryPrimitives.WriteUInt16BigEndian(body[2..], (ushort)mask);
            body = body[4..];
            missing = missing[size..];
        }

        return true;
    }

    /// <summary>Says that a picture was lost (RFC 4585, 6.3.1).</summary>
    public bool TryPictureLoss(Ssrc sender, Ssrc media) =>
        TryFeedback(RtcpType.PayloadFeedback, PayloadFormat.PictureLoss, sender, media, 0, out _);

    /// <summary>Asks for a key frame (RFC 5104, 4.3.1).</summary>
    public bool TryFullIntraRequest(Ssrc sender, in FullIntraRequest request)
    {
        // The media source of the header is unused and 0; the entry names the stream (RFC 5104, 4.3.1.2).
        if (!TryFeedback(RtcpType.PayloadFeedback, PayloadFormat.FullIntraRequest, sender, default, FullIntraRequest.Length, out var body))
            return false;
        BinaryPrimitives.WriteUInt32BigEndian(body, request.Source.Value);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], (uint)request.Number << 24);
        return true;
    }

    /// <summary>Tells the senders of up to 255 streams what rate the path can take (draft-alvestrand-rmcat-remb-03).</summary>
    public bool TryReceiverEstimate(Ssrc sender, long bitsPerSecond, scoped ReadOnlySpan<Ssrc> sources)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bitsPerSecond);
        if (sources.Length > 255) return false;
        if (!TryFeedback(RtcpType.PayloadFeedback, PayloadFormat.Application, sender, default, 8 + 4 * sources.Length, out var body))
            return false;
        ReceiverEstimate.Write(body, bitsPerSecond, sources);
        return true;
    }

    /// <summary>Adds feedback whose own bytes the caller fills in.</summary>
    internal bool TryFeedback(RtcpType type, byte format, Ssrc sender, Ssrc media, int length, out Span<byte> body)
    {
        if (!TryBegin(type, format, 8 + length, out var all))
        {
            body = default;
            return false;
        }

        BinaryPrimitives.WriteUInt32BigEndian(all, sender.Value);
        BinaryPrimitives.WriteUInt32BigEndian(all[4..], media.Value);
        body = all[8..];
        return true;
    }

    // How many numbers from the front fit one entry: the first and those at most 16 behind it.
    private static int EntrySize(ReadOnlySpan<SequenceNumber> missing)
    {
        var size = 1;
        while (size < missing.Length && missing[size].DistanceFrom(missing[0]) is > 0 and <= 16) size++;
        return size;
    }

    private static void WriteBlocks(Span<byte> body, ReadOnlySpan<ReportBlock> blocks)
    {
        for (var i = 0; i < blocks.Length; i++) blocks[i].Write(body[(ReportBlock.Length * i)..]);
    }

    private bool TryBegin(RtcpType type, int count, int bodyLength, out Span<byte> body)
    {
        body = default;
        if (count > MaxCount || HeaderLength + bodyLength > Room) return false;
        var header = _buffer[Length..];
        header[0] = (byte)(0x80 | count);
        header[1] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)(bodyLength / 4));
        body = header.Slice(HeaderLength, bodyLength);
        Length += HeaderLength + bodyLength;
        return true;
    }
}
