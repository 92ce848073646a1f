using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Rooms;

/// <summary>How rooms begin and end.</summary>
internal static class RoomLife
{
    /// <summary>A room that came with its first participant goes with its last.</summary>
    public static RoomSettings AdHoc { get; } = new() { FirstIsChairman = true, CloseWhenEmpty = true };

    public static RoomError? Open(Hall hall, OpenRoom input)
    {
        if (!RoomId.TryParse(input.Room, out var id, out var error)) return error;
        if (hall.Rooms.ContainsKey(id)) return new RoomError(RoomErrorCode.Taken, "roomId", 0, $"there is a room {id} already");
        if (!CanAdd(hall, out error) || !IsLimit(hall, input.Settings.ParticipantLimit, out error)) return error;
        Add(hall, id, input.Settings);
        return null;
    }

    public static RoomError? Close(Hall hall, CloseRoom input)
    {
        if (!hall.TryRoom(input.Room, out var room, out var error)) return error;
        if (!Permissions.TryRank(hall, input.Session, room, out var rank, out error)) return error;
        if (!Permissions.Allows(rank, input)) return Permissions.Refusal;
        EndFor(hall, room.Waiting);
        EndFor(hall, room.Members);
        Drop(hall, room);
        return null;
    }

    /// <summary>Those who still wait are sent away: nobody is left who could admit them.</summary>
    public static void CloseIfEmpty(Hall hall, Room room)
    {
        if (!room.Settings.CloseWhenEmpty || room.Members.Count > 0) return;
        EndFor(hall, room.Waiting);
        Drop(hall, room);
    }

    public static bool CanAdd(Hall hall, out RoomError? error)
    {
        error = hall.Rooms.Count < hall.Options.MaxRooms
            ? null
            : new RoomError(RoomErrorCode.LimitReached, "roomId", 0, $"there are {hall.Options.MaxRooms} rooms, no more fit; close one");
        return error is null;
    }

    public static bool IsLimit(Hall hall, int limit, out RoomError? error)
    {
        error = limit >= 0 && limit <= hall.Options.MaxParticipants
            ? null
            : new RoomError(RoomErrorCode.OutOfRange, "participantLimit", 0, $"the participant limit is 0 to {hall.Options.MaxParticipants}");
        return error is null;
    }

    public static Room Add(Hall hall, RoomId id, RoomSettings settings)
    {
        var room = new Room(id, settings, hall.Options);
        hall.Rooms.Add(id, room);
        hall.Effects.Add(new RoomOpened(id));
        return room;
    }

    private static void EndFor(Hall hall, List<Member> members)
    {
        var closed = new RoomError(RoomErrorCode.RoomClosed, "", 0, "the room was closed");
        foreach (var member in members.ToArray()) Leaving.PutOut(hall, member, closed, StreamDeleteReason.RemovedByServer, isLast: false);
    }

    private static void Drop(Hall hall, Room room)
    {
        if (hall.Rooms.Remove(room.Id)) hall.Effects.Add(new RoomClosed(room.Id));
    }
}
