using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Calls;

/// <summary>Lets at most so many calls through in any second, whenever that second begins. Not for more than one thread at once.</summary>
/// <param name="perSecond">The most calls in a second, at least 1.</param>
internal sealed class CallPacing(int perSecond)
{
    private static readonly MediaTime s_second = MediaTime.FromSeconds(1);

    // When each of the last calls went; it grows no larger than the calls there were.
    private Instant[] _went = new Instant[Math.Min(perSecond, 64)];
    private int _count;
    private int _oldest;

    /// <summary>Takes a place for a call that goes now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="next">When to ask again where there is no place.</param>
    public bool TryTake(Instant now, out Instant next)
    {
        next = now;
        while (_count > 0 && now - _went[_oldest] >= s_second)
        {
            _oldest = (_oldest + 1) % _went.Length;
            _count--;
        }

        if (_count == perSecond)
        {
            next = _went[_oldest] + s_second;
            return false;
        }

        if (_count == _went.Length) Grow();
        _went[(_oldest + _count++) % _went.Length] = now;
        return true;
    }

    private void Grow()
    {
        var larger = new Instant[Math.Min(perSecond, _went.Length * 2)];
        for (var i = 0; i < _count; i++) larger[i] = _went[(_oldest + i) % _went.Length];
        (_went, _oldest) = (larger, 0);
    }
}
