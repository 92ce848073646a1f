using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Live;

/// <summary>How long pictures take from the first datagram to the canvas, in classes of a millisecond. Belongs to the render thread.</summary>
public sealed class LatencyMeter
{
    private readonly long[] _counts = new long[1001];
    private long _total;

    /// <summary>Pictures counted.</summary>
    public long Count => _total;

    /// <summary>Counts a picture.</summary>
    public void Add(MediaTime delay)
    {
        _counts[Math.Clamp((int)delay.Milliseconds, 0, _counts.Length - 1)]++;
        _total++;
    }

    /// <summary>The delay in milliseconds that a share of the pictures did not pass; NaN when there were none. The last class, 1000, holds all above.</summary>
    /// <param name="share">0 to 1.</param>
    public double Percentile(double share)
    {
        if (_total == 0) return double.NaN;
        var wanted = Math.Max(1, (long)Math.Ceiling(share * _total));
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= wanted) return i;
        }

        return _counts.Length - 1;
    }
}
