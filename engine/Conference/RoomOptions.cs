using ConfEngine.Core.Time;

namespace ConfEngine.Conference;

/// <summary>Times and limits of all rooms. The defaults are those of ZEGO Express where it has one.</summary>
public sealed record RoomOptions
{
    /// <summary>How long a member may be gone without the others being told.</summary>
    public MediaTime HeartbeatGrace { get; init; } = MediaTime.FromSeconds(100);

    /// <summary>The same for a member whose client said that it is closing: long enough for a reload, and short enough for a closed tab. Ours; ZEGO
    /// has nothing like it.</summary>
    public MediaTime GoingGrace { get; init; } = MediaTime.FromSeconds(15);

    /// <summary>How long a stream that is asked for, published or played, may bring no media before the attempt ends.</summary>
    public MediaTime MediaRetryTime { get; init; } = MediaTime.FromSeconds(20 * 60);

    /// <summary>Whether signing in to a room that does not exist makes it; otherwise only <see cref="Rooms.OpenRoom"/> does.</summary>
    public bool CreateOnLogin { get; init; } = true;

    /// <summary>Most rooms at a time.</summary>
    public int MaxRooms { get; init; } = 64;

    /// <summary>Most participants of a room; a room may set a lower limit for itself.</summary>
    public int MaxParticipants { get; init; } = 500;

    /// <summary>Most people waiting to be admitted to a room.</summary>
    public int MaxWaiting { get; init; } = 100;

    /// <summary>Most streams one participant publishes at a time.</summary>
    public int MaxPublishedStreams { get; init; } = 8;

    /// <summary>Most streams one participant plays at a time.</summary>
    public int MaxPlayedStreams { get; init; } = 64;

    /// <summary>Most user ids a room keeps out; the oldest is let in again when there are more.</summary>
    public int MaxBlocked { get; init; } = 256;

    /// <summary>Chat lines a room keeps for those who come later.</summary>
    public int ChatHistory { get; init; } = 200;

    /// <summary>Sign-ins per second and room.</summary>
    public int LoginsPerSecond { get; init; } = 200;

    /// <summary>Wrong passwords per second and room, after which every password is refused until the second is over.</summary>
    public int WrongPasswordsPerSecond { get; init; } = 10;

    /// <summary>Whether two participants of a room may share their screens at a time.</summary>
    public bool SeveralScreens { get; init; }

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for times and limits that no room could work with.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(HeartbeatGrace.Nanoseconds, nameof(HeartbeatGrace));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(GoingGrace.Nanoseconds, nameof(GoingGrace));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MediaRetryTime.Nanoseconds, nameof(MediaRetryTime));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxRooms);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxParticipants);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxWaiting);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxPublishedStreams);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxPlayedStreams);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBlocked);
        ArgumentOutOfRangeException.ThrowIfNegative(ChatHistory);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LoginsPerSecond);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(WrongPasswordsPerSecond);
    }
}
