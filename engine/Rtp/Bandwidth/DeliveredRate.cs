using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Bandwidth;

/// <summary>The rate at which bytes arrived over the last half second, on the receiver's clock.</summary>
public sealed class DeliveredRate
{
    private const int Buckets = 10;
    private const int PeakBuckets = 3;
    private const long BucketNanoseconds = 50_000_000;
    private readonly long[] _bytes = new long[Buckets];
    private long _first = long.MaxValue;
    private long _newest = long.MinValue;

    /// <summary>Bits a second; null until a quarter of a second was seen.</summary>
    public long? BitsPerSecond { get; private set; }

    /// <summary>Bits a second over the best 150 ms of that time: what the narrowest link let through while it had a queue. A sender that has less
    /// to send than it may is told nothing of the path by the average.</summary>
    public long? Peak
    {
        get
        {
            if (BitsPerSecond is not { } best) return null;
            for (var end = 1; end + PeakBuckets <= Buckets; end++)
            {
                long sum = 0;
                for (var i = 0; i < PeakBuckets; i++) sum += _bytes[Slot(_newest - end - i)];
                best = Math.Max(best, sum * 8 * 1_000_000_000 / (PeakBuckets * BucketNanoseconds));
            }

            return best;
        }
    }

    /// <summary>Adds a packet.</summary>
    public void Add(int bytes, MediaTime arrivedAt)
    {
        var bucket = arrivedAt.Nanoseconds / BucketNanoseconds;
        if (_newest == long.MinValue || bucket > _newest + Buckets || bucket < _first) Restart(bucket);
        for (; _newest < bucket; _newest++) _bytes[Slot(_newest + 1)] = 0;
        if (bucket <= _newest - Buckets) return;
        _bytes[Slot(bucket)] += bytes;
        // The newest bucket is not full yet and does not count.
        var whole = Math.Min(Buckets - 1, _newest - _first);
        if (whole < 5) return;
        long sum = 0;
        for (var i = 1; i <= whole; i++) sum += _bytes[Slot(_newest - i)];
        BitsPerSecond = sum * 8 * 1_000_000_000 / (whole * BucketNanoseconds);
    }

    private void Restart(long bucket)
    {
        Array.Clear(_bytes);
        _first = _newest = bucket;
    }

    private static int Slot(long bucket) => (int)((bucket % Buckets + Buckets) % Buckets);
}
