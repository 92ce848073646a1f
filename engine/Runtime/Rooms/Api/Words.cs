using ConfEngine.Conference.Members;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>The words of the control API for what the rooms enumerate.</summary>
internal static class Words
{
    /// <summary>Of roles, least powerful first.</summary>
    public static readonly string[] Roles = ["audience", "attendee", "coHost", "chairman"];

    /// <summary>Of kinds of streams.</summary>
    public static readonly string[] Kinds = ["camera", "screen", "other"];

    public static string Of(MemberRole role) => Roles[(int)role];

    public static MemberRole Role(string word) => (MemberRole)Array.IndexOf(Roles, word);

    public static string Of(StreamKind kind) => Kinds[(int)kind];

    public static StreamKind Kind(string word) => (StreamKind)Array.IndexOf(Kinds, word);

    public static string Of(UpdateType type) => type == UpdateType.Add ? "add" : "delete";

    public static string Of(RoomStateReason reason) => reason switch
    {
        RoomStateReason.Logining => "logining",
        RoomStateReason.Logined => "logined",
        RoomStateReason.LoginFailed => "loginFailed",
        RoomStateReason.Reconnecting => "reconnecting",
        RoomStateReason.Reconnected => "reconnected",
        RoomStateReason.ReconnectFailed => "reconnectFailed",
        RoomStateReason.KickOut => "kickedOut",
        RoomStateReason.Logout => "logout",
        RoomStateReason.LogoutFailed => "logoutFailed",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(MessageKind kind) => kind switch
    {
        MessageKind.Broadcast => "broadcast",
        MessageKind.Barrage => "barrage",
        MessageKind.Custom => "custom",
        MessageKind.Chat => "chat",
        MessageKind.PrivateChat => "privateChat",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(StreamDeleteReason reason) => reason switch
    {
        StreamDeleteReason.None => "none",
        StreamDeleteReason.StoppedByUser => "stoppedByUser",
        StreamDeleteReason.HeartbeatTimeout => "heartbeatTimeout",
        StreamDeleteReason.RepeatedLogin => "repeatedLogin",
        StreamDeleteReason.Kicked => "kicked",
        StreamDeleteReason.Disconnected => "disconnected",
        StreamDeleteReason.RemovedByServer => "removedByServer",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
