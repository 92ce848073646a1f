using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Moderation;

/// <summary>Changes of role.</summary>
internal static class Roles
{
    /// <summary>There is one chairman: who was it before becomes co-host. Who becomes audience stops publishing.</summary>
    public static RoomError? Set(Hall hall, Member target, MemberRole role)
    {
        if (!Enum.IsDefined(role)) return new RoomError(RoomErrorCode.OutOfRange, "role", 0, "there is no such role");
        if (target.Role == role) return null;
        if (role == MemberRole.Chairman)
            foreach (var member in target.Room.Members)
                if (member.Role == MemberRole.Chairman) Change(hall, member, MemberRole.CoHost);
        Change(hall, target, role);
        if (role == MemberRole.Audience) Publishing.DeleteAll(hall, target, StreamDeleteReason.RemovedByServer);
        Succession.Settle(hall, target.Room);
        return null;
    }

    private static void Change(Hall hall, Member member, MemberRole role)
    {
        var rose = member.Role < MemberRole.CoHost && role >= MemberRole.CoHost;
        member.Role = role;
        if (rose) member.IsHeldMuted = false;
        Presence.Changed(hall, member);
        if (rose && member.Room.Waiting.Count > 0) hall.Tell(member, new WaitingChanged(member.Room.Id, member.Room.WaitingUsers));
    }
}
