using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Send;

/// <summary>The rate of a stream over the last second.</summary>
public sealed class RateMeter
{
    private const int Buckets = 10;
    private const long BucketNanoseconds = 100_000_000;
    private readonly long[] _bytes = new long[Buckets];
    private long _newest = long.MinValue;
    private long _sum;

    /// <summary>Counts bytes.</summary>
    public void Add(int bytes, Instant now)
    {
        MoveTo(now);
        _bytes[Slot(_newest)] += bytes;
        _sum += bytes;
    }

    /// <summary>Bits a second, averaged over a second that ends at <paramref name="now"/>.</summary>
    public long BitsPerSecond(Instant now)
    {
        MoveTo(now);
        return _sum * 8;
    }

    private void MoveTo(Instant now)
    {
        var bucket = now.Nanoseconds / BucketNanoseconds;
        if (_newest == long.MinValue) _newest = bucket;
        if (bucket - _newest >= Buckets) _newest = bucket - Buckets;
        while (_newest < bucket)
        {
            _newest++;
            _sum -= _bytes[Slot(_newest)];
            _bytes[Slot(_newest)] = 0;
        }
    }

    private static int Slot(long bucket) => (int)((bucket % Buckets + Buckets) % Buckets);
}
