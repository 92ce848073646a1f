using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Moderation;

/// <summary>The waiting room's door.</summary>
internal static class Admission
{
    public static RoomError? SetWaitingRoom(Hall hall, Room room, bool isOn)
    {
        RoomControls.Set(hall, room, room.Settings with { HasWaitingRoom = isOn });
        if (!isOn) AdmitAll(hall, room);
        return null;
    }

    public static RoomError? Admit(Hall hall, Room room, string? name)
    {
        if (name is null)
        {
            AdmitAll(hall, room);
            return null;
        }
        if (!TryWaiting(room, name, out var member, out var error)) return error;
        if (SigningIn.Fits(room, member!.User) is { } full) return full;
        LetIn(hall, member);
        Entering.TellWaiting(hall, room);
        return null;
    }

    public static RoomError? TurnAway(Hall hall, Room room, string name)
    {
        if (!TryWaiting(room, name, out var member, out var error)) return error;
        var why = new RoomError(RoomErrorCode.NotAdmitted, "", ZegoCode.RemovedByHost, "you were not admitted to the room");
        Leaving.PutOut(hall, member!, why, StreamDeleteReason.Kicked, isLast: true);
        return null;
    }

    private static void AdmitAll(Hall hall, Room room)
    {
        var before = room.Waiting.Count;
        foreach (var member in room.Waiting.ToArray())
            if (SigningIn.Fits(room, member.User) is null) LetIn(hall, member);
        if (room.Waiting.Count != before) Entering.TellWaiting(hall, room);
    }

    private static void LetIn(Hall hall, Member member)
    {
        member.Room.Waiting.Remove(member);
        member.IsWaiting = false;
        Entering.Enter(hall, member);
    }

    private static bool TryWaiting(Room room, string name, out Member? member, out RoomError? error)
    {
        member = null;
        if (!UserId.TryParse(name, out var user, out error)) return false;
        member = room.FindWaiting(user);
        error = member is null ? new RoomError(RoomErrorCode.UnknownUser, "userId", 0, $"nobody called {user} is waiting") : null;
        return member is not null;
    }
}
