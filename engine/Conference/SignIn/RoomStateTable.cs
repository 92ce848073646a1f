using ConfEngine.Conference.Errors;

namespace ConfEngine.Conference.SignIn;

/// <summary>Which change of a participant's place may follow which (ZEGO Express, room connection status).</summary>
public static class RoomStateTable
{
    /// <summary>True when <paramref name="next"/> may come right after <paramref name="current"/>.</summary>
    public static bool Allows(RoomStateReason current, RoomStateReason next) => current switch
    {
        RoomStateReason.Logout => next is RoomStateReason.Logining,
        RoomStateReason.Logining => next is RoomStateReason.Logined or RoomStateReason.LoginFailed,
        RoomStateReason.Logined or RoomStateReason.Reconnected =>
            next is RoomStateReason.Reconnecting or RoomStateReason.KickOut or RoomStateReason.Logout or RoomStateReason.LogoutFailed,
        RoomStateReason.Reconnecting => next is RoomStateReason.Reconnected or RoomStateReason.ReconnectFailed,
        RoomStateReason.LoginFailed or RoomStateReason.ReconnectFailed or RoomStateReason.KickOut or RoomStateReason.LogoutFailed =>
            next is RoomStateReason.Logout,
        _ => false,
    };

    /// <summary>The state after a change for this reason.</summary>
    public static RoomState StateOf(RoomStateReason reason) => reason switch
    {
        RoomStateReason.Logined or RoomStateReason.Reconnected => RoomState.Connected,
        RoomStateReason.Logining or RoomStateReason.Reconnecting => RoomState.Connecting,
        _ => RoomState.Disconnected,
    };

    /// <summary>True when trying the same again cannot help: a wrong password, a token that ran out, being put out.</summary>
    public static bool IsFinal(RoomErrorCode code) => code is not
        (RoomErrorCode.TimedOut or RoomErrorCode.TooFrequent or RoomErrorCode.RoomFull or RoomErrorCode.LimitReached
        or RoomErrorCode.UnknownRoom or RoomErrorCode.NotLoggedIn or RoomErrorCode.CannotResume);
}
