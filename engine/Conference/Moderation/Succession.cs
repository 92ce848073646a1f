using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Moderation;

/// <summary>Who runs a room when its last chairman went.</summary>
internal static class Succession
{
    /// <summary>The longest-standing co-host; in a room that makes its own chairmen, failing that, the longest-standing attendee.
    /// Somebody whose connection is lost comes last.</summary>
    public static void Settle(Hall hall, Room room)
    {
        if (!room.Settings.FirstIsChairman || room.Members.Exists(member => member.Role == MemberRole.Chairman)) return;
        var heir = room.Members
            .OrderByDescending(member => member.IsConnected)
            .ThenByDescending(member => member.Role)
            .FirstOrDefault(member => member.Role > MemberRole.Audience && !member.IsDevice);
        if (heir is null) return;
        heir.Role = MemberRole.Chairman;
        heir.IsHeldMuted = false;
        Presence.Changed(hall, heir);
        if (room.Waiting.Count > 0) hall.Tell(heir, new WaitingChanged(room.Id, room.WaitingUsers));
    }
}
