using ConfEngine.Conference.Identity;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>One stream that the user wants published or played.</summary>
internal sealed class StreamAttempt(StreamId stream, bool isPlayed, BackOff backOff)
{
    public StreamId Stream { get; } = stream;

    public bool IsPlayed { get; } = isPlayed;

    /// <summary>Media flows.</summary>
    public bool IsFlowing { get; set; }

    /// <summary>It failed since it last flowed.</summary>
    public bool IsRetry { get; set; }

    /// <summary>Counts from the moment the media stopped, or was first asked for.</summary>
    public BackOff BackOff { get; set; } = backOff;

    /// <summary>The next try; null while one is under way.</summary>
    public Instant? NextTry { get; set; }

    public Instant? NextDeadline => IsFlowing ? null : NextTry is { } next && next < BackOff.GiveUpAt ? next : BackOff.GiveUpAt;
}
