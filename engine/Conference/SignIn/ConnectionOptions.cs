using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>A participant's patience. The defaults are those of ZEGO Express where it has one.</summary>
public sealed record ConnectionOptions
{
    /// <summary>How long a lost connection is tried again (ZEGO: room_retry_time).</summary>
    public MediaTime RoomRetryTime { get; init; } = MediaTime.FromSeconds(20 * 60);

    /// <summary>How long a stream that fails is tried again (ZEGO: av_retry_time).</summary>
    public MediaTime MediaRetryTime { get; init; } = MediaTime.FromSeconds(20 * 60);

    /// <summary>How long an answer may take.</summary>
    public MediaTime AnswerTime { get; init; } = MediaTime.FromSeconds(10);

    /// <summary>The pause before the second try; every further one is twice as long.</summary>
    public MediaTime FirstPause { get; init; } = MediaTime.FromSeconds(1);

    /// <summary>The longest pause between tries.</summary>
    public MediaTime LongestPause { get; init; } = MediaTime.FromSeconds(30);

    /// <summary>How long after the last failure everything is begun anew; ZEGO asks for 3 to 5 s, and less than 3 s counts as 3 s.</summary>
    public MediaTime RestartPause { get; init; } = MediaTime.FromSeconds(3);

    /// <summary>How often everything is begun anew; 0 for never.</summary>
    public int Restarts { get; init; } = 3;

    /// <summary>How long before its end a token is asked to be renewed.</summary>
    public MediaTime TokenNotice { get; init; } = MediaTime.FromSeconds(30);

    /// <summary>Most streams played at a time; every vendor declares its own.</summary>
    public int MaxPlayedStreams { get; init; } = 64;

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for times with which one try would follow the other without a pause.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RoomRetryTime.Nanoseconds, nameof(RoomRetryTime));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MediaRetryTime.Nanoseconds, nameof(MediaRetryTime));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(AnswerTime.Nanoseconds, nameof(AnswerTime));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(FirstPause.Nanoseconds, nameof(FirstPause));
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestPause.Nanoseconds, FirstPause.Nanoseconds, nameof(LongestPause));
        ArgumentOutOfRangeException.ThrowIfNegative(TokenNotice.Nanoseconds, nameof(TokenNotice));
        ArgumentOutOfRangeException.ThrowIfNegative(Restarts);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxPlayedStreams);
    }
}
