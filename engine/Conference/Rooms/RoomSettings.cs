using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Rooms;

/// <summary>How a room is opened. All of it can be changed later.</summary>
public sealed record RoomSettings
{
    /// <summary>What people must know to come in; null for nothing.</summary>
    public RoomPassword? Password { get; init; }

    /// <summary>Whether newcomers wait until somebody admits them.</summary>
    public bool HasWaitingRoom { get; init; }

    /// <summary>Whether nobody comes in at all.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Most participants; 0 for as many as the host program allows.</summary>
    public int ParticipantLimit { get; init; }

    /// <summary>Whether newcomers come in with their microphones off.</summary>
    public bool MuteOnEntry { get; init; }

    /// <summary>Whether the first to come in becomes chairman, and the longest present when the last chairman left.</summary>
    public bool FirstIsChairman { get; init; }

    /// <summary>Whether the room goes when its last participant does.</summary>
    public bool CloseWhenEmpty { get; init; }
}
