using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Live;

/// <summary>When to show the pictures of a live stream of which only their arrival is known: as early as its jitter allows. The quickest
/// frames tell how long the way is, the slow ones how much patience is needed. Written by one thread, read by any.</summary>
public sealed class ArrivalTiming
{
    /// <summary>The most that a picture waits for slower ones.</summary>
    public static readonly MediaTime MaxPatience = MediaTime.FromMilliseconds(120);

    private static readonly long s_restart = MediaTime.FromSeconds(1).Nanoseconds;
    private static readonly long s_margin = MediaTime.FromMilliseconds(4).Nanoseconds;

    // Clocks drift apart by some tens of parts per million; a route that became longer is believed within seconds.
    private const double RisePerSecond = 0.002;
    private const double DecayPerSecond = 0.01;

    private long _fastest;
    private long _patience;
    private long _newest = long.MinValue;
    private long _offset = long.MinValue;

    /// <summary>True once a frame has come.</summary>
    public bool IsKnown => Volatile.Read(ref _offset) != long.MinValue;

    /// <summary>How long a quick frame waits for slow ones.</summary>
    public MediaTime Patience => new(Volatile.Read(ref _patience));

    /// <summary>Takes note of a frame.</summary>
    /// <param name="pts">Its position.</param>
    /// <param name="arrival">When the last of it came.</param>
    public void OnFrame(MediaTime pts, Instant arrival)
    {
        var way = arrival.Nanoseconds - pts.Nanoseconds;
        var isFirst = _newest == long.MinValue;
        var passed = isFirst ? 0 : Math.Max(0, arrival.Nanoseconds - _newest);
        _newest = Math.Max(_newest, arrival.Nanoseconds);
        if (isFirst || Math.Abs(way - _fastest) > s_restart) (_fastest, _patience) = (way, 0);
        var late = way - _fastest;
        _fastest = late < 0 ? way : _fastest + Math.Min(late, (long)(passed * RisePerSecond));
        _patience = Math.Min(MaxPatience.Nanoseconds, Math.Max(late, _patience - (long)(passed * DecayPerSecond)));
        Volatile.Write(ref _offset, _fastest + _patience + s_margin);
    }

    /// <summary>The position to be seen at <paramref name="now"/>. Only once <see cref="IsKnown"/>.</summary>
    public MediaTime PositionAt(Instant now) => new(now.Nanoseconds - Volatile.Read(ref _offset));
}
