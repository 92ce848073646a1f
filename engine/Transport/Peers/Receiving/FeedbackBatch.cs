using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>Gathers RTCP for one peer into as few datagrams as will hold it. Each begins with a report, for not everybody takes less (RFC 3550,
/// 6.1).</summary>
/// <param name="owner">Who it is for.</param>
/// <param name="sender">The SSRC that we report with.</param>
/// <param name="buffer">A datagram.</param>
internal ref struct FeedbackBatch(Endpoint owner, Ssrc sender, Span<byte> buffer)
{
    /// <summary>The most packets asked for in one go.</summary>
    public const int MaxMissing = 64;

    private const int EmptyReport = 8;
    private const int Tight = 400;
    private readonly Span<byte> _buffer = buffer;
    private RtcpWriter _writer = new(buffer);

    /// <summary>Asks for packets again.</summary>
    public void AddMissing(Ssrc media, scoped ReadOnlySpan<SequenceNumber> missing)
    {
        Begin(12 + 4 * missing.Length);
        _writer.TryNack(sender, media, missing);
    }

    /// <summary>Asks for a key frame.</summary>
    public void AddPictureLoss(Ssrc media)
    {
        Begin(12);
        _writer.TryPictureLoss(sender, media);
    }

    /// <summary>Asks for a key frame, the older way.</summary>
    public void AddFullIntraRequest(Ssrc media, byte number)
    {
        Begin(20);
        _writer.TryFullIntraRequest(sender, new FullIntraRequest(media, number));
    }

    /// <summary>Tells what came when.</summary>
    public void AddArrivals(ArrivalRecorder arrivals, Ssrc media, Instant now)
    {
        if (arrivals.NextDeadline is not { } deadline || now < deadline) return;
        for (var round = 0; round < 8; round++)
        {
            Begin(Tight);
            if (!arrivals.TryWrite(ref _writer, sender, media, now)) return;
        }
    }

    /// <summary>Tells how much the sender may send.</summary>
    public void AddReceiverEstimate(long bitsPerSecond, scoped ReadOnlySpan<Ssrc> media)
    {
        Begin(20 + 4 * media.Length);
        _writer.TryReceiverEstimate(sender, bitsPerSecond, media);
    }

    /// <summary>Adds blocks of reception, at most 31, and our name.</summary>
    public void AddBlocks(scoped ReadOnlySpan<ReportBlock> blocks, string cname)
    {
        if (_writer.Room < 8 + ReportBlock.Length * blocks.Length + 16 + cname.Length * 3) Send();
        _writer.TryReceiverReport(sender, blocks);
        _writer.TryCname(sender, cname);
    }

    /// <summary>Adds what we say of a stream that we send.</summary>
    public void AddReport(in SenderReport report, string cname)
    {
        if (_writer.Room < 28 + 16 + cname.Length * 3) Send();
        _writer.TrySenderReport(report);
        _writer.TryCname(report.Sender, cname);
    }

    /// <summary>Says that streams end.</summary>
    public void AddBye(scoped ReadOnlySpan<Ssrc> sources)
    {
        Begin(4 + 4 * sources.Length);
        _writer.TryBye(sources);
    }

    /// <summary>Sends what was gathered.</summary>
    public void Send()
    {
        if (_writer.Length > 0) owner.SendRtcp(_buffer[.._writer.Length]);
        _writer = new RtcpWriter(_buffer);
    }

    private void Begin(int bytes)
    {
        if (_writer.Room < bytes + EmptyReport) Send();
        if (_writer.Length == 0) _writer.TryReceiverReport(sender);
    }
}
