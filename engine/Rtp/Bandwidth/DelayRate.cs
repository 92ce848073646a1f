using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Bandwidth;

/// <summary>The rate by delay: up while the path is quiet, and below what arrives as soon as a queue fills (draft-ietf-rmcat-gcc-02,
/// 5.5).</summary>
/// <param name="start">Bits a second to begin with.</param>
/// <param name="minimum">Where falling ends: from next to nothing the way back up would take minutes.</param>
public sealed class DelayRate(long start, long minimum = 0)
{
    private const double Backoff = 0.85;
    private const double SlowGrowth = 1.08;
    private const double StartGrowth = 2.0;
    private const double NearLimit = 0.15;
    private const double PacketBits = 1200 * 8;

    private double _rate = start;
    private double _limit;
    private Instant? _lastAt;
    private Instant? _decreasedAt;

    /// <summary>Bits a second.</summary>
    public long BitsPerSecond => (long)_rate;

    /// <summary>True until the path has shown its limit: until then the rate may double every second.</summary>
    public bool IsStarting => _limit == 0;

    /// <summary>Adjusts the rate.</summary>
    /// <param name="usage">What the delays say.</param>
    /// <param name="delivered">Bits a second that arrive, when that is known.</param>
    /// <param name="roundTrip">The time between an action and its effect.</param>
    /// <param name="now">The time.</param>
    public void Update(PathUsage usage, long? delivered, MediaTime roundTrip, Instant now)
    {
        var seconds = _lastAt is { } last ? Math.Clamp((now - last).Seconds, 0, 0.5) : 0;
        _lastAt = now;
        if (usage == PathUsage.Over) Decrease(delivered, roundTrip, now);
        else if (usage == PathUsage.Normal) Increase(delivered, roundTrip, seconds);
    }

    private void Decrease(long? delivered, MediaTime roundTrip, Instant now)
    {
        // The queue that is there drains only after a round trip; until then its delay is no news.
        if (_decreasedAt is { } at && now - at < roundTrip + MediaTime.FromMilliseconds(200)) return;
        _decreasedAt = now;
        var reached = Math.Min(_rate, delivered ?? _rate);
        _limit = _limit == 0 ? reached : 0.7 * _limit + 0.3 * reached;
        _rate = Math.Max(minimum, Math.Min(_rate, Backoff * reached));
    }

    private void Increase(long? delivered, MediaTime roundTrip, double seconds)
    {
        if (_limit > 0 && delivered > _limit * (1 + 2 * NearLimit)) _limit = delivered.Value;
        var isNear = _limit > 0 && Math.Abs(_rate - _limit) < NearLimit * _limit;
        // Near the known limit one packet more a response time; far from it by a share.
        var grown = isNear
            ? _rate + PacketBits * seconds / (roundTrip.Seconds + 0.1)
            : _rate * Math.Pow(IsStarting ? StartGrowth : SlowGrowth, seconds);
        // What was never sent was never tried: growth stops half-way above what arrives.
        var tried = delivered is { } rate ? Math.Max(_rate, 1.5 * rate + 10_000) : grown;
        _rate = Math.Min(grown, tried);
    }
}
