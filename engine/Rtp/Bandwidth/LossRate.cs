using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Bandwidth;

/// <summary>The rate by loss, for paths whose queues are too short to show as delay: less above a tenth lost, more below a fiftieth
/// (draft-ietf-rmcat-gcc-02, 6).</summary>
/// <param name="start">Bits a second to begin with.</param>
/// <param name="minimum">Where falling ends.</param>
public sealed class LossRate(long start, long minimum = 0)
{
    private const int MinPackets = 20;
    private const double High = 0.10;
    private const double Low = 0.02;
    private static readonly MediaTime s_interval = MediaTime.FromMilliseconds(500);
    private double _rate = start;
    private int _packets;
    private int _lost;
    private Instant? _since;

    /// <summary>Bits a second.</summary>
    public long BitsPerSecond => (long)_rate;

    /// <summary>Share of packets lost in the last whole interval.</summary>
    public double Fraction { get; private set; }

    /// <summary>Counts packets, and adjusts the rate when there are enough for a verdict.</summary>
    /// <param name="packets">Packets told of.</param>
    /// <param name="lost">Those of them that have not arrived.</param>
    /// <param name="other">The rate by delay: growth does not run away from it.</param>
    /// <param name="now">The time.</param>
    public void Add(int packets, int lost, long other, Instant now)
    {
        _packets += packets;
        _lost += lost;
        _since ??= now;
        if (_packets < MinPackets || now - _since.Value < s_interval) return;
        Fraction = Math.Max(0, (double)_lost / _packets);
        if (Fraction > High) _rate = Math.Min(_rate, other) * (1 - 0.5 * Fraction);
        else if (Fraction < Low) _rate = Math.Max(_rate * 1.08, other);
        _rate = Math.Max(minimum, Math.Min(_rate, 2.0 * other));
        _packets = _lost = 0;
        _since = now;
    }
}
