using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>When to try again, and when to give up. The limit counts from the first failure.</summary>
internal sealed class BackOff(MediaTime firstPause, MediaTime longestPause, MediaTime limit, Instant since)
{
    private MediaTime _pause = firstPause;

    public Instant GiveUpAt { get; } = since + limit;

    /// <summary>The next try, each pause twice the one before.</summary>
    public Instant Next(Instant now)
    {
        var at = now + _pause;
        _pause = _pause * 2 < longestPause ? _pause * 2 : longestPause;
        return at;
    }
}
