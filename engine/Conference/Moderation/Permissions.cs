using System.Diagnostics.CodeAnalysis;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Moderation;

/// <summary>Who may do what, in one place.</summary>
internal static class Permissions
{
    public static RoomError Refusal { get; } = new(RoomErrorCode.NoPermission, "", 0, "your role in the room does not allow this");

    /// <summary>The role that counts: null for the operator, who stands above all.</summary>
    public static bool TryRank(Hall hall, SessionId session, Room room, out MemberRole? rank, [NotNullWhen(false)] out RoomError? error)
    {
        rank = null;
        error = null;
        if (session.IsOperator) return true;
        if (!hall.TryMember(session, out var member, out error)) return false;
        if (member.Room != room) error = new RoomError(RoomErrorCode.UnknownRoom, "roomId", ZegoCode.UnknownRoom, "you are not in that room");
        else if (!member.IsConnected) error = new RoomError(RoomErrorCode.WrongState, "", 0, "this session's connection was lost; reconnect first");
        rank = member.Role;
        return error is null;
    }

    public static bool Allows(MemberRole? rank, RoomInput act) => act switch
    {
        CloseRoom or SetPassword or SetParticipantLimit or Unblock => rank is null or MemberRole.Chairman,
        SetRole { Role: >= MemberRole.CoHost } => rank is null or MemberRole.Chairman,
        ModerationInput => rank is null or >= MemberRole.CoHost,
        _ => true,
    };

    /// <summary>Chairmen touch everybody, co-hosts only those below them.</summary>
    public static bool MayTouch(MemberRole? rank, MemberRole target) => rank is null or MemberRole.Chairman || target < rank;
}
