using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Members;

/// <summary>What members show of themselves: microphone, camera, hand.</summary>
internal static class Presence
{
    public static RoomError? SetMuted(Hall hall, Member member, SetMuted input)
    {
        if (input.Audio is false && member.IsAudioMuted && member.IsHeldMuted)
            return new RoomError(RoomErrorCode.NoPermission, "audio", 0, "everybody is muted; raise your hand to speak");
        var audio = input.Audio ?? member.IsAudioMuted;
        var video = input.Video ?? member.IsVideoMuted;
        if (audio == member.IsAudioMuted && video == member.IsVideoMuted) return null;
        if (TooFrequent(hall, member) is { } refusal) return refusal;
        member.IsAudioMuted = audio;
        member.IsVideoMuted = video;
        Changed(hall, member);
        return null;
    }

    public static RoomError? RaiseHand(Hall hall, Member member, RaiseHand input)
    {
        if (input.IsUp == member.Hand > 0) return null;
        if (TooFrequent(hall, member) is { } refusal) return refusal;
        member.Hand = input.IsUp ? member.Room.NextHand() : 0;
        Changed(hall, member);
        return null;
    }

    /// <summary>Everybody learns the member's new look, and so does the member.</summary>
    public static void Changed(Hall hall, Member member)
    {
        member.Touch();
        var what = new UserChanged(member.Room.Id, member.Info);
        hall.TellSome(member.Room, what, other => other == member || other.NotifyUsers);
    }

    private static RoomError? TooFrequent(Hall hall, Member member) => member.Gestures.TryTake(hall.Now)
        ? null
        : new RoomError(RoomErrorCode.TooFrequent, "", 0, "over 10 changes a second; wait a moment");
}
