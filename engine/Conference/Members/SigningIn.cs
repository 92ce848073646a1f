using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Members;

/// <summary>Who gets in, who waits, who does not.</summary>
internal static class SigningIn
{
    public static RoomError? Login(Hall hall, Login input)
    {
        if (input.Session.IsOperator || hall.Sessions.ContainsKey(input.Session))
            return new RoomError(RoomErrorCode.AlreadyLoggedIn, "", 0, "this session is logged in already; log out first");
        if (!RoomId.TryParse(input.Room, out var roomId, out var error)) return error;
        if (!UserId.TryParse(input.User, out var user, out error) || !UserName.TryParse(input.Name, out var name, out error)) return error;
        if (!hall.Rooms.TryGetValue(roomId, out var room))
        {
            if (MayCreate(hall, roomId) is { } refusal) return refusal;
            room = RoomLife.Add(hall, roomId, RoomLife.AdHoc);
        }
        else if (MayEnter(hall, room, user, input) is { } refusal)
        {
            return refusal;
        }
        Admit(hall, NewMember(hall, room, user, name, input), MustWait(room, input));
        return null;
    }

    /// <summary>Null when one more of this id fits in. Whoever it replaces does not count.</summary>
    public static RoomError? Fits(Room room, UserId user)
    {
        var count = room.Members.Count - (room.Find(user) is null ? 0 : 1);
        return count < room.ParticipantLimit
            ? null
            : new RoomError(RoomErrorCode.RoomFull, "roomId", 0, $"the room is full: {room.ParticipantLimit} participants");
    }

    private static RoomError? MayCreate(Hall hall, RoomId id)
    {
        if (!hall.Options.CreateOnLogin)
            return new RoomError(RoomErrorCode.UnknownRoom, "roomId", ZegoCode.UnknownRoom, $"there is no room {id}; check the name");
        return RoomLife.CanAdd(hall, out var error) ? null : error;
    }

    private static RoomError? MayEnter(Hall hall, Room room, UserId user, Login input)
    {
        if (!room.Rates.Logins.TryTake(hall.Now))
            return new RoomError(RoomErrorCode.TooFrequent, "roomId", 0, $"over {hall.Options.LoginsPerSecond} logins a second; try again");
        if (RunsRoom(input)) return Fits(room, user);
        if (room.Blocked.Contains(user))
            return new RoomError(RoomErrorCode.Blocked, "userId", ZegoCode.RemovedByHost, "this user was removed from the room and may not come back");
        // Before the lock and the limit, so that who does not know the password learns nothing about the room.
        if (CheckPassword(room, input.Password, hall.Now) is { } wrong) return wrong;
        if (room.Settings.IsLocked) return new RoomError(RoomErrorCode.RoomLocked, "roomId", 0, "the room is locked; ask somebody inside to open it");
        if (!MustWait(room, input)) return Fits(room, user);
        return room.Waiting.Count < room.Options.MaxWaiting || room.FindWaiting(user) is not null
            ? null
            : new RoomError(RoomErrorCode.RoomFull, "roomId", 0, $"{room.Options.MaxWaiting} people wait to be admitted already; try again");
    }

    private static RoomError? CheckPassword(Room room, Secret? candidate, Instant now)
    {
        if (room.Settings.Password is not { } password) return null;
        if (candidate is null || candidate.IsEmpty)
            return new RoomError(RoomErrorCode.WrongPassword, "password", 0, "the room has a password; give it");
        if (!room.Rates.WrongPasswords.Allows(now))
            return new RoomError(RoomErrorCode.TooFrequent, "password", 0, "too many wrong passwords; wait a second");
        if (password.Matches(candidate)) return null;
        room.Rates.WrongPasswords.TryTake(now);
        return new RoomError(RoomErrorCode.WrongPassword, "password", 0, "the password is wrong");
    }

    private static bool RunsRoom(Login input) => input.Granted >= MemberRole.CoHost;

    private static bool MustWait(Room room, Login input) => room.Settings.HasWaitingRoom && !RunsRoom(input);

    private static Member NewMember(Hall hall, Room room, UserId user, UserName name, Login input)
    {
        var role = input.Granted
            ?? (room.Settings.FirstIsChairman && !input.IsDevice && room.Members.TrueForAll(other => other.IsDevice) && !MustWait(room, input)
                ? MemberRole.Chairman : MemberRole.Attendee);
        return new Member(room, user, name, role)
        {
            Session = input.Session,
            ResumeDigest = input.ResumeKey is { IsEmpty: false } key ? key.Digest() : null,
            NotifyUsers = input.NotifyUsers,
            IsDevice = input.IsDevice,
            GraceEnd = input.IsDevice ? new Instant(long.MaxValue) : hall.Now + hall.Options.HeartbeatGrace,
        };
    }

    private static void Admit(Hall hall, Member member, bool mustWait)
    {
        hall.Sessions.Add(member.Session, member);
        if (mustWait) Entering.Wait(hall, member);
        else Entering.Enter(hall, member);
    }
}
