using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Members;

/// <summary>The ways out of a room.</summary>
internal static class Leaving
{
    public static RoomError? Logout(Hall hall, Logout input)
    {
        if (!hall.Sessions.TryGetValue(input.Session, out var member))
            return new RoomError(RoomErrorCode.NotLoggedIn, "roomId", ZegoCode.UnknownRoom, "this session is in no room");
        if (member.Room.Id.Value != input.Room)
            return new RoomError(RoomErrorCode.UnknownRoom, "roomId", ZegoCode.UnknownRoom, "this session is in another room; log out of that one");
        hall.Tell(member, new RoomStateChanged(member.Room.Id, RoomStateReason.Logout, null, member.Session));
        Go(hall, member, StreamDeleteReason.StoppedByUser, isLast: true);
        return null;
    }

    /// <summary>Somebody else's decision. <paramref name="isLast"/>: nothing follows for this room, so it may close or get another chairman.</summary>
    public static void PutOut(Hall hall, Member member, RoomError why, StreamDeleteReason reason, bool isLast)
    {
        hall.Tell(member, new RoomStateChanged(member.Room.Id, RoomStateReason.KickOut, why, member.Session));
        Go(hall, member, reason, isLast);
    }

    /// <summary>Nothing was heard of it for the grace time.</summary>
    public static void Expire(Hall hall, Member member)
    {
        var error = new RoomError(RoomErrorCode.TimedOut, "", ZegoCode.LoginTimedOut, "nothing was heard of this session for too long");
        hall.Tell(member, new RoomStateChanged(member.Room.Id, RoomStateReason.ReconnectFailed, error, member.Session));
        Go(hall, member, StreamDeleteReason.HeartbeatTimeout, isLast: true);
    }

    private static void Go(Hall hall, Member member, StreamDeleteReason reason, bool isLast)
    {
        var room = member.Room;
        hall.Sessions.Remove(member.Session);
        if (member.IsWaiting)
        {
            room.Waiting.Remove(member);
            room.Touch();
            hall.Effects.Add(new EndSession(member.Session));
            if (isLast) Entering.TellWaiting(hall, room);
        }
        else
        {
            GoFromInside(hall, member, reason);
            if (isLast) Succession.Settle(hall, room);
        }
        if (isLast) RoomLife.CloseIfEmpty(hall, room);
    }

    private static void GoFromInside(Hall hall, Member member, StreamDeleteReason reason)
    {
        var room = member.Room;
        PlayingRules.StopAll(hall, member);
        room.Members.Remove(member);
        Publishing.DeleteAll(hall, member, reason);
        room.Touch();
        ImmutableArray<UserInfo> users = [member.Info];
        hall.TellSome(room, new UserUpdate(room.Id, UpdateType.Delete, users), other => other.NotifyUsers);
        hall.Effects.Add(new EndSession(member.Session));
    }
}
