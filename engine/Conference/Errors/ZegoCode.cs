namespace ConfEngine.Conference.Errors;

/// <summary>The error codes of ZEGO Express that rooms and streams answer with.</summary>
public static class ZegoCode
{
    /// <summary>Success.</summary>
    public const int Ok = 0;

    /// <summary>The call needs a signed-in session.</summary>
    public const int NotLoggedIn = 1000002;

    /// <summary>Stream id of more than 256 characters.</summary>
    public const int StreamIdTooLong = 1000014;

    /// <summary>No stream id.</summary>
    public const int StreamIdEmpty = 1000015;

    /// <summary>Stream id with other characters than digits, letters, '-' and '_'.</summary>
    public const int StreamIdBadCharacter = 1000016;

    /// <summary>The room is not one that the user is in.</summary>
    public const int UnknownRoom = 1002002;

    /// <summary>No user id.</summary>
    public const int UserIdEmpty = 1002005;

    /// <summary>User id with characters that are not allowed.</summary>
    public const int UserIdBadCharacter = 1002006;

    /// <summary>User id of 64 bytes or more.</summary>
    public const int UserIdTooLong = 1002007;

    /// <summary>No user name.</summary>
    public const int UserNameEmpty = 1002008;

    /// <summary>User name with characters that are not allowed.</summary>
    public const int UserNameBadCharacter = 1002009;

    /// <summary>User name of 256 bytes or more.</summary>
    public const int UserNameTooLong = 1002010;

    /// <summary>No room id.</summary>
    public const int RoomIdEmpty = 1002011;

    /// <summary>Room id with characters that are not allowed.</summary>
    public const int RoomIdBadCharacter = 1002012;

    /// <summary>Room id of 128 bytes or more.</summary>
    public const int RoomIdTooLong = 1002013;

    /// <summary>The token is not accepted.</summary>
    public const int BadToken = 1002033;

    /// <summary>The same user id signed in elsewhere.</summary>
    public const int LoggedInElsewhere = 1002050;

    /// <summary>The connection is gone for a moment.</summary>
    public const int Reconnecting = 1002051;

    /// <summary>No answer within the time for signing in, or for trying again.</summary>
    public const int LoginTimedOut = 1002053;

    /// <summary>Removed by the room's owner.</summary>
    public const int RemovedByHost = 1002055;

    /// <summary>The token is for another application.</summary>
    public const int TokenOfOtherApplication = 1002076;

    /// <summary>The token is for another user.</summary>
    public const int TokenOfOtherUser = 1002077;

    /// <summary>The token has run out.</summary>
    public const int TokenExpired = 1002078;

    /// <summary>Somebody publishes under this stream id.</summary>
    public const int StreamIdTaken = 1003028;

    /// <summary>Stream extra info of 1024 bytes or more.</summary>
    public const int StreamExtraInfoTooLong = 1003051;

    /// <summary>As many streams are played as may be.</summary>
    public const int TooManyPlays = 1004010;

    /// <summary>The code's meaning in a few words; empty for a code that is not listed here.</summary>
    public static string Text(int code) => code switch
    {
        NotLoggedIn => "not logged in to the room",
        StreamIdTooLong => "stream ID too long",
        StreamIdEmpty => "stream ID is empty",
        StreamIdBadCharacter => "stream ID contains invalid characters",
        UnknownRoom => "not in this room",
        UserIdEmpty => "user ID is empty",
        UserIdBadCharacter => "user ID contains invalid characters",
        UserIdTooLong => "user ID too long",
        UserNameEmpty => "user name is empty",
        UserNameBadCharacter => "user name contains invalid characters",
        UserNameTooLong => "user name too long",
        RoomIdEmpty => "room ID is empty",
        RoomIdBadCharacter => "room ID contains invalid characters",
        RoomIdTooLong => "room ID too long",
        BadToken => "bad token",
        LoggedInElsewhere => "kicked out: same user ID logged in elsewhere",
        Reconnecting => "connection interrupted, reconnecting",
        LoginTimedOut => "login timed out",
        RemovedByHost => "kicked out by the backend",
        TokenOfOtherApplication => "token of another app",
        TokenOfOtherUser => "token of another user",
        TokenExpired => "token expired",
        StreamIdTaken => "stream ID is in use",
        StreamExtraInfoTooLong => "stream extra info too long",
        TooManyPlays => "too many streams played",
        _ => "",
    };
}
