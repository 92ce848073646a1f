namespace ConfEngine.Contract.ExternalSync;

/// <summary>Where the room stands towards a meeting. The numbers are this contract's own: one vendor's tables differ from platform to platform, so the raw number travels
/// beside it.</summary>
public enum MeetingStatus
{
    /// <summary>A value that has no neutral word; the raw number says more.</summary>
    Unknown,

    /// <summary>In no meeting.</summary>
    Idle,

    /// <summary>Creating or joining has failed.</summary>
    Failed,

    /// <summary>Waiting; <see cref="StatusReason"/> says what for.</summary>
    Waiting,

    /// <summary>Creating or joining.</summary>
    Connecting,

    /// <summary>In a meeting.</summary>
    InMeeting,

    /// <summary>In a meeting whose window is made small.</summary>
    InMeetingMinimized,

    /// <summary>In the waiting room.</summary>
    InWaitingRoom,

    /// <summary>Leaving; <see cref="StatusReason"/> says why.</summary>
    Disconnecting,

    /// <summary>Sharing the screen.</summary>
    ScreenSharing,

    /// <summary>Testing devices.</summary>
    DeviceTesting,
}

/// <summary>Why the room waits or leaves.</summary>
public enum StatusReason
{
    /// <summary>Not told, or a value that has no neutral word.</summary>
    Unknown,

    /// <summary>The room left by itself.</summary>
    LeftBySelf,

    /// <summary>The host removed the room.</summary>
    RemovedByHost,

    /// <summary>The host ended the meeting.</summary>
    ClosedByHost,

    /// <summary>The account has signed in on another device.</summary>
    SignedInElsewhere,

    /// <summary>The room, as host, ended the meeting.</summary>
    ClosedBySelf,

    /// <summary>The sign-in is no longer valid.</summary>
    AuthExpired,

    /// <summary>The server ended it.</summary>
    ByServer,

    /// <summary>There is no such meeting.</summary>
    MeetingNotFound,

    /// <summary>The meeting's data could not be fetched.</summary>
    SyncFailed,

    /// <summary>The media engine did not start.</summary>
    MediaFailed,

    /// <summary>The media channel could not be joined.</summary>
    JoinFailed,

    /// <summary>Joining took too long.</summary>
    JoinTimeout,

    /// <summary>The meeting has reached its longest time.</summary>
    TimeLimit,

    /// <summary>Another device of the account has taken over.</summary>
    KickedByOtherDevice,

    /// <summary>Another device of the account has been moved to the waiting room.</summary>
    OtherDeviceWaiting,

    /// <summary>The meeting asks for its password.</summary>
    PasswordNeeded,

    /// <summary>The media channel is being joined.</summary>
    ChannelJoining,

    /// <summary>The media channel has been joined.</summary>
    ChannelJoined,

    /// <summary>Several devices of one account are allowed now, or no longer.</summary>
    MultiDeviceChanged,
}

/// <summary>How far an invitation has come.</summary>
public enum InviteStatus
{
    /// <summary>Not told, or a value that has no neutral word.</summary>
    Unknown,

    /// <summary>Will be called.</summary>
    WaitingCall,

    /// <summary>Is being called.</summary>
    Calling,

    /// <summary>Has declined.</summary>
    Rejected,

    /// <summary>Does not answer.</summary>
    NoAnswer,

    /// <summary>The call failed.</summary>
    Failed,

    /// <summary>Was removed.</summary>
    Removed,

    /// <summary>The invitation was withdrawn.</summary>
    Cancelled,

    /// <summary>Has accepted and is coming.</summary>
    WaitingJoin,
}

/// <summary>How far a booked meeting has come.</summary>
public enum MeetingItemState
{
    /// <summary>Not valid, or a value that has no neutral word.</summary>
    Invalid,

    /// <summary>Booked.</summary>
    Initial,

    /// <summary>Running.</summary>
    Started,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>Over, and its id may be given to another.</summary>
    Recycled,
}

/// <summary>How a meeting comes again.</summary>
public enum Recurrence
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Every day.</summary>
    Day,

    /// <summary>Monday to Friday.</summary>
    Weekday,

    /// <summary>Every week.</summary>
    Week,

    /// <summary>Every two weeks.</summary>
    TwoWeeks,

    /// <summary>On one day of every month.</summary>
    DayOfMonth,

    /// <summary>By a rule of its own.</summary>
    Custom,
}
