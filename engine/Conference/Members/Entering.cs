using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Members;

/// <summary>What happens when somebody comes to the door or through it.</summary>
internal static class Entering
{
    private static readonly RoomError s_elsewhere = new(
        RoomErrorCode.LoggedInElsewhere, "userId", ZegoCode.LoggedInElsewhere, "the same user logged in elsewhere");

    public static void Wait(Hall hall, Member member)
    {
        var room = member.Room;
        // The one inside stays until the other is admitted: whoever stands at the door must not be able to throw anybody out.
        if (room.FindWaiting(member.User) is { } earlier) PutOut(hall, earlier);
        member.IsWaiting = true;
        room.Waiting.Add(member);
        room.Touch();
        hall.Tell(member, new WaitingForAdmission(room.Id, member.Session));
        TellWaiting(hall, room);
    }

    public static void Enter(Hall hall, Member member)
    {
        var room = member.Room;
        if (room.FindWaiting(member.User) is { } waiting && waiting != member)
        {
            PutOut(hall, waiting);
            TellWaiting(hall, room);
        }
        if (room.Find(member.User) is { } earlier) PutOut(hall, earlier);
        if (room.Members.Count == 0) room.Times.Start(hall.Now);
        member.IsAudioMuted = member.Role < MemberRole.CoHost && (room.Settings.MuteOnEntry || !room.MayUnmute);
        member.IsHeldMuted = member.Role < MemberRole.CoHost && !room.MayUnmute;
        room.Members.Add(member);
        member.Touch();
        Welcome(hall, member, RoomStateReason.Logined);
        hall.TellSome(room, new UserUpdate(room.Id, UpdateType.Add, [member.Info]), other => other != member && other.NotifyUsers);
        Succession.Settle(hall, room);
    }

    /// <summary>All that a member has to know about the room, after signing in or coming back.</summary>
    public static void Welcome(Hall hall, Member member, RoomStateReason reason)
    {
        var room = member.Room;
        hall.Tell(member, new RoomStateChanged(room.Id, reason, null, member.Session));
        hall.Tell(member, new RoomStatusChanged(room.Id, room.Status));
        if (member.NotifyUsers)
        {
            ImmutableArray<UserInfo> users = [.. room.Members.Where(other => other != member).Select(other => other.Info)];
            hall.Tell(member, new UserUpdate(room.Id, UpdateType.Add, users, IsFull: true));
        }
        ImmutableArray<StreamInfo> streams = [.. room.Streams.Where(stream => stream.IsListed && stream.Owner != member).Select(stream => stream.Info)];
        hall.Tell(member, new StreamUpdate(room.Id, UpdateType.Add, streams, IsFull: true));
        hall.Tell(member, new UserChanged(room.Id, member.Info));
        if (room.ExtraInfo is { } info) hall.Tell(member, new RoomExtraInfoChanged(room.Id, info));
        if (room.Chat.Count > 0) hall.Tell(member, new ChatHistory(room.Id, [.. room.Chat]));
        if (member.Role >= MemberRole.CoHost && room.Waiting.Count > 0) hall.Tell(member, new WaitingChanged(room.Id, room.WaitingUsers));
    }

    public static void TellWaiting(Hall hall, Room room) =>
        hall.TellSome(room, new WaitingChanged(room.Id, room.WaitingUsers), member => member.Role >= MemberRole.CoHost);

    private static void PutOut(Hall hall, Member earlier) =>
        Leaving.PutOut(hall, earlier, s_elsewhere, StreamDeleteReason.RepeatedLogin, isLast: false);
}
