using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Rtp.Receive;

/// <summary>The receiving end of one RTP stream: order, duplicates, loss, jitter, requests for what is missing, and the sender's clock.
/// It looks at headers only; <see cref="FrameAssembler"/> makes frames.</summary>
/// <param name="ssrc">The stream.</param>
/// <param name="clockRate">Units of its clock in a second.</param>
/// <param name="asksAgain">Missing packets are asked for: NACK was negotiated.</param>
public sealed class ReceiveStream(Ssrc ssrc, int clockRate, bool asksAgain)
{
    private readonly SequenceWindow _window = new();
    private readonly NackGenerator _nack = new();

    /// <summary>The stream.</summary>
    public Ssrc Ssrc => ssrc;

    /// <summary>Loss and jitter.</summary>
    public ReceptionStatistics Statistics { get; } = new(ssrc, clockRate);

    /// <summary>Wall-clock times of the sender.</summary>
    public SenderClock Clock { get; } = new(clockRate);

    /// <summary>Packets that a retransmission brought.</summary>
    public long Recovered { get; private set; }

    /// <summary>Packets that came twice, too late, or from nowhere.</summary>
    public long Refused { get; private set; }

    /// <summary>When <see cref="CollectMissing"/> next has something to say; null while nothing is missing.</summary>
    public Instant? NextDeadline => _nack.NextDeadline;

    /// <summary>Judges a packet and takes note of it. On <see cref="ReceptionKind.Restarted"/> the caller restarts what it keeps of the
    /// stream.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="arrival">When it came.</param>
    /// <param name="isRetransmission">It was sent again on request, on a stream of its own (RFC 4588).</param>
    public Reception OnPacket(in RtpPacket packet, Instant arrival, bool isRetransmission = false)
    {
        var reception = _window.Add(packet.SequenceNumber, !isRetransmission);
        if (!reception.IsAccepted)
        {
            Refused++;
            return reception;
        }

        if (reception.Kind == ReceptionKind.Restarted)
        {
            _nack.Restart();
            Statistics.Restart();
            Clock.Restart();
        }

        // A packet sent again tells nothing of the path's loss and jitter.
        if (isRetransmission) Recovered++;
        else Statistics.OnPacket(reception.Sequence, packet.Timestamp, arrival);
        if (asksAgain) _nack.OnPacket(reception.Sequence, arrival);
        return reception;
    }

    /// <summary>Takes note of the sender's report.</summary>
    public void OnSenderReport(in SenderReport report, Instant arrival)
    {
        Statistics.OnSenderReport(report, arrival);
        Clock.OnSenderReport(report);
    }

    /// <summary>The packets to ask for now; see <see cref="NackGenerator.Collect"/>.</summary>
    public int CollectMissing(Instant now, MediaTime roundTrip, Span<SequenceNumber> numbers) => _nack.Collect(now, roundTrip, numbers);

    /// <summary>Waits no longer for anything before <paramref name="sequence"/>.</summary>
    public void ForgetBefore(long sequence) => _nack.ForgetBefore(sequence);

    /// <summary>True, once, when packets were given up, so that only a key frame helps.</summary>
    public bool TakeKeyFrameWish() => _nack.TakeKeyFrameWish();
}
