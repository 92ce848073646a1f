using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Calls;

/// <summary>A bucket of tokens for what a plugin sends unasked: a burst of 1000, 200 a second in the long run. Not for more than one thread at once.</summary>
internal sealed class NoticeLimit
{
    /// <summary>What may come at once.</summary>
    public const int Burst = 1000;

    /// <summary>What may come in the long run.</summary>
    public const int PerSecond = 200;

    /// <summary>So many dropped within one flood make it a fault.</summary>
    public const int MostDropped = 20_000;

    private static readonly MediaTime s_longest = MediaTime.FromSeconds(10);
    private static readonly MediaTime s_pause = MediaTime.FromSeconds(1);

    private double _tokens = Burst;
    private Instant _filled;
    private Instant _floodBegan;
    private Instant _lastDrop;
    private int _dropped;

    /// <summary>Whether the plugin floods: it has gone on for 10 s, or 20,000 have been dropped.</summary>
    public bool IsFlood { get; private set; }

    /// <summary>Whether one more may pass.</summary>
    public bool TryTake(Instant now)
    {
        _tokens = Math.Min(Burst, _tokens + (now - _filled).Seconds * PerSecond);
        _filled = now;
        if (_tokens >= 1)
        {
            _tokens--;
            return true;
        }

        // A second without a drop ends a flood.
        if (_dropped == 0 || now - _lastDrop >= s_pause) (_floodBegan, _dropped) = (now, 0);
        (_lastDrop, _dropped) = (now, _dropped + 1);
        IsFlood |= _dropped >= MostDropped || now - _floodBegan >= s_longest;
        return false;
    }
}
