using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Sources;

/// <summary>How long to wait before a faulted thing is tried again: one second, then twice as long each time, up to half a minute.</summary>
public sealed class Backoff
{
    private const double LongestSeconds = 30;
    private double _seconds = 1;

    /// <summary>The next wait.</summary>
    public MediaTime Next()
    {
        var wait = MediaTime.FromSeconds(_seconds);
        _seconds = Math.Min(LongestSeconds, _seconds * 2);
        return wait;
    }

    /// <summary>It worked: the next fault waits a second again.</summary>
    public void Reset() => _seconds = 1;
}
