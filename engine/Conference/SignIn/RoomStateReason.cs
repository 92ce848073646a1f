namespace ConfEngine.Conference.SignIn;

/// <summary>Why a participant's place in a room changed, which is also its state from then on (ZegoRoomStateChangedReason, same numbers).</summary>
public enum RoomStateReason
{
    /// <summary>Signing in.</summary>
    Logining = 0,

    /// <summary>In.</summary>
    Logined = 1,

    /// <summary>Not let in, or no answer.</summary>
    LoginFailed = 2,

    /// <summary>The connection is gone; trying to get it back.</summary>
    Reconnecting = 3,

    /// <summary>In again.</summary>
    Reconnected = 4,

    /// <summary>Given up.</summary>
    ReconnectFailed = 5,

    /// <summary>Put out.</summary>
    KickOut = 6,

    /// <summary>Out; also where everybody starts.</summary>
    Logout = 7,

    /// <summary>Could not say goodbye; the others see the participant until the grace time is over.</summary>
    LogoutFailed = 8,
}
