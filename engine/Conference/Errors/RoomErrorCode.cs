namespace ConfEngine.Conference.Errors;

/// <summary>What went wrong, in words that belong to no vendor. Clients decide by these; the vendor's numbers travel beside them.</summary>
public enum RoomErrorCode
{
    /// <summary>Nothing did.</summary>
    None,

    /// <summary>A required value is missing.</summary>
    Empty,

    /// <summary>A value is longer than its field allows.</summary>
    TooLong,

    /// <summary>A value holds characters its field does not allow.</summary>
    BadCharacter,

    /// <summary>A number lies outside its range.</summary>
    OutOfRange,

    /// <summary>No such room here.</summary>
    UnknownRoom,

    /// <summary>Nobody of that id in the room.</summary>
    UnknownUser,

    /// <summary>No such stream, or not one's own.</summary>
    UnknownStream,

    /// <summary>The session is not signed in to a room.</summary>
    NotLoggedIn,

    /// <summary>The session is signed in already.</summary>
    AlreadyLoggedIn,

    /// <summary>The id or the place is taken by somebody else.</summary>
    Taken,

    /// <summary>The room has as many participants as it may.</summary>
    RoomFull,

    /// <summary>The room lets nobody else in.</summary>
    RoomLocked,

    /// <summary>The password is wrong or missing.</summary>
    WrongPassword,

    /// <summary>The resume key is not the session's, or the session is gone.</summary>
    CannotResume,

    /// <summary>The host removed this user and wants nobody of that id back.</summary>
    Blocked,

    /// <summary>The role does not allow it.</summary>
    NoPermission,

    /// <summary>More often than allowed; wait and try again.</summary>
    TooFrequent,

    /// <summary>There may be no more of these.</summary>
    LimitReached,

    /// <summary>It makes no sense in the present state.</summary>
    WrongState,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>The same user signed in elsewhere.</summary>
    LoggedInElsewhere,

    /// <summary>The host removed the participant.</summary>
    Removed,

    /// <summary>The host did not let the participant in.</summary>
    NotAdmitted,

    /// <summary>The room was closed.</summary>
    RoomClosed,

    /// <summary>The token is not accepted.</summary>
    BadToken,

    /// <summary>The token has run out.</summary>
    TokenExpired,
}
