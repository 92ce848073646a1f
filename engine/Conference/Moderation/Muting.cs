using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Moderation;

/// <summary>Microphones, cameras and hands of others.</summary>
internal static class Muting
{
    public static RoomError? Mute(Hall hall, Member target, MuteMember input)
    {
        var audio = target.IsAudioMuted || input.Audio;
        var video = target.IsVideoMuted || input.Video;
        if (audio == target.IsAudioMuted && video == target.IsVideoMuted) return null;
        target.IsAudioMuted = audio;
        target.IsVideoMuted = video;
        Presence.Changed(hall, target);
        return null;
    }

    public static RoomError? MuteAll(Hall hall, Room room, bool mayUnmute)
    {
        foreach (var member in room.Members)
        {
            if (member.Role >= MemberRole.CoHost) continue;
            member.IsHeldMuted = !mayUnmute;
            if (member.IsAudioMuted) continue;
            member.IsAudioMuted = true;
            Presence.Changed(hall, member);
        }
        if (room.MayUnmute == mayUnmute) return null;
        room.MayUnmute = mayUnmute;
        RoomControls.Changed(hall, room);
        return null;
    }

    public static RoomError? AskToUnmute(Hall hall, Member target)
    {
        target.IsHeldMuted = false;
        hall.Tell(target, new UnmuteAsked(target.Room.Id));
        return null;
    }

    public static RoomError? LowerHand(Hall hall, Member target)
    {
        if (target.Hand == 0) return null;
        target.Hand = 0;
        Presence.Changed(hall, target);
        return null;
    }

    public static RoomError? LowerAllHands(Hall hall, Room room)
    {
        foreach (var member in room.Members) LowerHand(hall, member);
        return null;
    }
}
