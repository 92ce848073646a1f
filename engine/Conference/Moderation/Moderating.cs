using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Moderation;

/// <summary>Sorts the inputs of those who run a room, once it is clear that they may.</summary>
internal static class Moderating
{
    public static RoomError? Take(Hall hall, ModerationInput input)
    {
        if (!hall.TryRoom(input.Room, out var room, out var error)) return error;
        if (!Permissions.TryRank(hall, input.Session, room, out var rank, out error)) return error;
        if (!Permissions.Allows(rank, input)) return Permissions.Refusal;
        return input switch
        {
            SetLocked locked => RoomControls.Set(hall, room, room.Settings with { IsLocked = locked.IsOn }),
            SetPassword password => RoomControls.Set(hall, room, room.Settings with { Password = password.Password }),
            SetParticipantLimit limit => RoomControls.SetLimit(hall, room, limit.Limit),
            SetRecording recording => RoomControls.SetRecording(hall, room, recording.IsOn),
            MuteAll mute => Muting.MuteAll(hall, room, mute.MayUnmute),
            SetWaitingRoom waiting => Admission.SetWaitingRoom(hall, room, waiting.IsOn),
            Admit admit => Admission.Admit(hall, room, admit.User),
            TurnAway turnAway => Admission.TurnAway(hall, room, turnAway.User),
            Unblock unblock => Removal.Unblock(room, unblock.User),
            LowerHand { User: null } => Muting.LowerAllHands(hall, room),
            _ => TakeOnMember(hall, room, rank, input),
        };
    }

    private static RoomError? TakeOnMember(Hall hall, Room room, MemberRole? rank, ModerationInput input)
    {
        var name = input switch
        {
            Remove remove => remove.User,
            MuteMember mute => mute.User,
            AskToUnmute ask => ask.User,
            LowerHand lower => lower.User,
            SetRole role => role.User,
            _ => throw new ArgumentException($"{input.GetType().Name} is no input that rooms know.", nameof(input)),
        };
        if (!UserId.TryParse(name, out var user, out var error)) return error;
        if (room.Find(user) is not { } target) return new RoomError(RoomErrorCode.UnknownUser, "userId", 0, $"there is no {user} in the room");
        if (input is not (AskToUnmute or LowerHand) && target.Session != input.Session && !Permissions.MayTouch(rank, target.Role)) return Permissions.Refusal;
        return input switch
        {
            Remove remove => Removal.Remove(hall, target, remove.Block),
            MuteMember mute => Muting.Mute(hall, target, mute),
            AskToUnmute => Muting.AskToUnmute(hall, target),
            LowerHand => Muting.LowerHand(hall, target),
            SetRole role => Roles.Set(hall, target, role.Role),
            _ => throw new ArgumentException($"{input.GetType().Name} is no input that rooms know.", nameof(input)),
        };
    }
}
