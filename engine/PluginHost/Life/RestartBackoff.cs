using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Life;

/// <summary>How long a plugin that failed is left alone: 1, 2, 4 … 30 s, and 60 s once it has failed 5 times within 5 minutes. Five good minutes and all is forgotten.</summary>
internal sealed class RestartBackoff
{
    private const int Most = 5;

    private static readonly MediaTime s_window = MediaTime.FromSeconds(300);
    private static readonly MediaTime s_longest = MediaTime.FromSeconds(30);
    private static readonly MediaTime s_persistent = MediaTime.FromSeconds(60);

    private readonly Instant[] _last = new Instant[Most];
    private int _count;
    private bool _isPersistent;

    /// <summary>Notes a fault.</summary>
    /// <param name="now">When it happened.</param>
    /// <param name="ran">How long the plugin had been at work; zero when it did not start.</param>
    /// <returns>How long to wait.</returns>
    public MediaTime OnFault(Instant now, MediaTime ran)
    {
        if (ran >= s_window) Forget();
        _last[_count++ % Most] = now;
        _isPersistent |= _count >= Most && now - _last[_count % Most] <= s_window;
        if (_isPersistent) return s_persistent;
        var wait = MediaTime.FromSeconds(1L << Math.Min(_count - 1, 5));
        return wait < s_longest ? wait : s_longest;
    }

    /// <summary>As if it had never failed.</summary>
    public void Forget() => (_count, _isPersistent) = (0, false);
}
