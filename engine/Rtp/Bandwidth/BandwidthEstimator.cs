using ConfEngine.Core.Time;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Bandwidth;

/// <summary>How much a transport may send: the least of what delay, loss and the receiver's own estimate allow. The estimate grows only
/// to half
/// above what really arrives; a sender that has less to send than it may, and wants to know whether there is more, sends padding up to
/// <see cref="BitsPerSecond"/>.</summary>
/// <param name="start">Bits a second to begin with.</param>
/// <param name="minimum">Never less than this.</param>
/// <param name="maximum">Never more than this.</param>
public sealed class BandwidthEstimator(long start = 600_000, long minimum = 50_000, long maximum = 20_000_000)
{
    private readonly DelayTrend _trend = new();
    private readonly DeliveredRate _delivered = new();
    private readonly DelayRate _delay = new(start, minimum);
    private readonly LossRate _loss = new(start, minimum);
    private PacketGroups _groups;
    private long _receiverEstimate = long.MaxValue;

    /// <summary>What may be sent, in bits a second.</summary>
    public long BitsPerSecond =>
        Math.Clamp(Math.Min(_receiverEstimate, Math.Min(_delay.BitsPerSecond, _loss.BitsPerSecond)), minimum, maximum);

    /// <summary>What arrives, in bits a second; null while that is not known.</summary>
    public long? Delivered => _delivered.BitsPerSecond;

    /// <summary>What the delays say.</summary>
    public PathUsage Usage => _trend.Usage;

    /// <summary>Share of packets lost lately.</summary>
    public double LossFraction => _loss.Fraction;

    /// <summary>Takes in what feedback said (<see cref="SendHistory.OnFeedback"/>).</summary>
    /// <param name="results">Packets in the order of sending.</param>
    /// <param name="roundTrip">The round trip time, from reports.</param>
    /// <param name="now">The time.</param>
    public void OnFeedback(ReadOnlySpan<PacketResult> results, MediaTime roundTrip, Instant now)
    {
        var lost = 0;
        var wasOver = false;
        foreach (ref readonly var result in results)
        {
            if (!result.IsReceived)
            {
                lost++;
                continue;
            }

            _delivered.Add(result.Bytes, result.ArrivedAt);
            if (!_groups.TryAdd(result, out var sent, out var arrived)) continue;
            _trend.Add(sent, arrived);
            wasOver |= _trend.Usage == PathUsage.Over;
        }

        var usage = wasOver ? PathUsage.Over : _trend.Usage;
        // A key frame fills a queue that the average of a sparing sender would not: how fast the queue drained says what the path carries.
        _delay.Update(usage, usage == PathUsage.Over ? _delivered.Peak : _delivered.BitsPerSecond, roundTrip, now);
        _loss.Add(results.Length, lost, Math.Min(maximum, _delay.BitsPerSecond), now);
    }

    /// <summary>Takes in the receiver's own estimate (REMB).</summary>
    public void OnReceiverEstimate(long bitsPerSecond) => _receiverEstimate = bitsPerSecond;
}
