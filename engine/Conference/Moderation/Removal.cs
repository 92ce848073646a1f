using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Moderation;

/// <summary>Taking people out, and keeping them out.</summary>
internal static class Removal
{
    public static RoomError? Remove(Hall hall, Member target, bool block)
    {
        var room = target.Room;
        if (block && !room.Blocked.Contains(target.User))
        {
            if (room.Blocked.Count >= room.Options.MaxBlocked) room.Blocked.RemoveAt(0);
            room.Blocked.Add(target.User);
        }
        var why = new RoomError(RoomErrorCode.Removed, "", ZegoCode.RemovedByHost, "you were removed from the room");
        Leaving.PutOut(hall, target, why, StreamDeleteReason.Kicked, isLast: true);
        return null;
    }

    public static RoomError? Unblock(Room room, string name)
    {
        if (!UserId.TryParse(name, out var user, out var error)) return error;
        return room.Blocked.Remove(user) ? null : new RoomError(RoomErrorCode.UnknownUser, "userId", 0, $"{user} is not blocked");
    }
}
