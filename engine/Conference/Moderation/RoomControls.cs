using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Moderation;

/// <summary>Switches of the room itself.</summary>
internal static class RoomControls
{
    public static RoomError? Set(Hall hall, Room room, RoomSettings settings)
    {
        if (settings == room.Settings) return null;
        room.Settings = settings;
        Changed(hall, room);
        return null;
    }

    public static RoomError? SetLimit(Hall hall, Room room, int limit) =>
        RoomLife.IsLimit(hall, limit, out var error) ? Set(hall, room, room.Settings with { ParticipantLimit = limit }) : error;

    public static RoomError? SetRecording(Hall hall, Room room, bool isOn)
    {
        if (room.IsRecording == isOn) return null;
        room.IsRecording = isOn;
        Changed(hall, room);
        return null;
    }

    public static void Changed(Hall hall, Room room)
    {
        room.Touch();
        hall.TellRoom(room, new RoomStatusChanged(room.Id, room.Status));
    }
}
