using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Messages;

/// <summary>At most so many in any span of so long, exactly: the times of the last ones are remembered.</summary>
internal sealed class RateLimit(int count, MediaTime span)
{
    private readonly Instant[] _times = new Instant[count];
    private long _taken;

    /// <summary>So many a second.</summary>
    public static RateLimit PerSecond(int count) => new(count, MediaTime.FromSeconds(1));

    /// <summary>True when another fits in at <paramref name="now"/>.</summary>
    public bool Allows(Instant now) => _taken < count || now - _times[_taken % count] >= span;

    /// <summary>Counts one, when it fits in.</summary>
    public bool TryTake(Instant now)
    {
        if (!Allows(now)) return false;
        _times[_taken % count] = now;
        _taken++;
        return true;
    }
}
