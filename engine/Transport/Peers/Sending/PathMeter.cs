using ConfEngine.Core.Time;
using ConfEngine.Rtp.Bandwidth;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Transport.Peers.Sending;

/// <summary>What the path towards a peer carries, how long it takes, and what it loses.</summary>
internal sealed class PathMeter(MediaNodeOptions options)
{
    private const double RoundTripWeight = 0.25;
    private static readonly MediaTime s_guess = MediaTime.FromMilliseconds(50);
    private readonly BandwidthEstimator _estimator = new(options.StartBitsPerSecond, options.MinBitsPerSecond, options.MaxBitsPerSecond);
    private readonly LossRate _loss = new(options.MaxBitsPerSecond / 8);
    private long? _receiverEstimate;
    private MediaTime? _roundTrip;
    private double _resendBudget;
    private Instant _resendAt;
    private long _expected;
    private long _lost;

    /// <summary>The transport's packet numbers.</summary>
    public SendHistory History { get; } = new();

    /// <summary>What goes out.</summary>
    public RateMeter Sent { get; } = new();

    /// <summary>The peer says when every packet came.</summary>
    public bool HasFeedback { get; set; }

    /// <summary>There and back; null while unknown.</summary>
    public MediaTime? RoundTrip => _roundTrip;

    /// <summary>There and back, or a guess.</summary>
    public MediaTime RoundTripOrGuess => _roundTrip ?? s_guess;

    /// <summary>What may be sent, in bits a second.</summary>
    public long BitsPerSecond => HasFeedback ? _estimator.BitsPerSecond
        : Math.Clamp(Math.Min(_receiverEstimate ?? long.MaxValue, _loss.BitsPerSecond), options.MinBitsPerSecond, options.MaxBitsPerSecond);

    /// <summary>Takes in transport-wide feedback.</summary>
    public void OnFeedback(in TransportFeedback feedback, Instant now) =>
        _estimator.OnFeedback(History.OnFeedback(feedback), RoundTripOrGuess, now);

    /// <summary>Takes in the peer's own estimate (REMB).</summary>
    public void OnReceiverEstimate(long bitsPerSecond)
    {
        _receiverEstimate = bitsPerSecond;
        _estimator.OnReceiverEstimate(bitsPerSecond);
    }

    /// <summary>Takes in a report on a stream of ours.</summary>
    /// <param name="block">The report.</param>
    /// <param name="expected">Packets that it speaks of.</param>
    /// <param name="wall">The time on the clock of our reports.</param>
    /// <param name="now">The time.</param>
    public void OnReport(in ReportBlock block, long expected, NtpTime wall, Instant now)
    {
        if (block.RoundTrip(wall) is { } measured)
            _roundTrip = _roundTrip is { } known ? known + MediaTime.FromSeconds((measured - known).Seconds * RoundTripWeight) : measured;
        var lost = expected * block.FractionLost / 256;
        _expected += expected;
        _lost += lost;
        if (!HasFeedback) _loss.Add((int)expected, (int)lost, options.MaxBitsPerSecond, now);
    }

    /// <summary>Part of the packets that the peer missed, as of the last <see cref="TakeLoss"/>.</summary>
    public double Loss { get; private set; }

    /// <summary>Part of the packets that the peer missed since the last call.</summary>
    public double TakeLoss()
    {
        Loss = _expected > 0 ? (double)_lost / _expected : 0;
        _expected = _lost = 0;
        return Loss;
    }

    /// <summary>True when a packet may be sent again: requests must not drive out what they are to save.</summary>
    public bool MayResend(Instant now)
    {
        var limit = Math.Max(64_000, BitsPerSecond / 16);
        _resendBudget = Math.Min(limit, _resendBudget + (now - _resendAt).Seconds * Math.Max(250_000, BitsPerSecond) / 8);
        _resendAt = now;
        return _resendBudget > 0;
    }

    /// <summary>A packet was sent again.</summary>
    public void OnResent(int bytes) => _resendBudget -= bytes;
}
