using System.Security.Cryptography;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Members;

/// <summary>Lost connections, and coming back on a new one before the others notice.</summary>
internal static class Resuming
{
    public static RoomError? Dropped(Hall hall, Dropped input)
    {
        if (!hall.Sessions.TryGetValue(input.Session, out var member)) return NotIn();
        if (!member.IsConnected) return new RoomError(RoomErrorCode.WrongState, "", 0, "this session's connection is lost already");
        member.IsConnected = false;
        member.GraceEnd = hall.Now + (member.IsGoing ? hall.Options.GoingGrace : hall.Options.HeartbeatGrace);
        member.Touch();
        return null;
    }

    public static RoomError? Heartbeat(Hall hall, Heartbeat input)
    {
        if (!hall.Sessions.TryGetValue(input.Session, out var member)) return NotIn();
        if (!member.IsConnected) return new RoomError(RoomErrorCode.WrongState, "", 0, "this session's connection was lost; reconnect first");
        member.IsGoing = input.IsGoing;
        return null;
    }

    public static void Heard(Hall hall, SessionId session)
    {
        if (hall.Sessions.TryGetValue(session, out var member) && member is { IsConnected: true, IsDevice: false })
            member.GraceEnd = hall.Now + hall.Options.HeartbeatGrace;
    }

    public static RoomError? Reconnect(Hall hall, Reconnect input)
    {
        if (input.Session.IsOperator || hall.Sessions.ContainsKey(input.Session))
            return new RoomError(RoomErrorCode.AlreadyLoggedIn, "", 0, "this session is logged in already");
        // One answer for a session that is gone and for a wrong key, so that trying keys tells nothing about sessions.
        if (!hall.Sessions.TryGetValue(input.Previous, out var member) || !IsKey(member, input.ResumeKey))
            return new RoomError(RoomErrorCode.CannotResume, "resumeKey", 0, "there is no such session to come back to; log in again");
        Move(hall, member, input.Session);
        if (member.IsWaiting) hall.Tell(member, new WaitingForAdmission(member.Room.Id, member.Session));
        else Refresh(hall, member);
        return null;
    }

    private static bool IsKey(Member member, Secret key) =>
        member.ResumeDigest is { } digest && !key.IsEmpty && CryptographicOperations.FixedTimeEquals(digest, key.Digest());

    private static void Move(Hall hall, Member member, SessionId to)
    {
        hall.Effects.Add(new MoveSession(member.Session, to));
        hall.Sessions.Remove(member.Session);
        hall.Sessions.Add(to, member);
        member.Session = to;
        member.IsConnected = true;
        member.IsGoing = false;
        member.GraceEnd = hall.Now + hall.Options.HeartbeatGrace;
        member.Touch();
    }

    private static void Refresh(Hall hall, Member member)
    {
        var room = member.Room.Id;
        Entering.Welcome(hall, member, RoomStateReason.Reconnected);
        foreach (var stream in member.Streams) hall.Tell(member, new PublisherStateChanged(room, stream.Id, stream.State, null));
        foreach (var play in member.Plays) hall.Tell(member, new PlayerStateChanged(room, play.Stream, play.State, null));
        if (member.LevelWatch is { } watch) watch.Next = hall.Now + watch.Period;
    }

    private static RoomError NotIn() => new(RoomErrorCode.NotLoggedIn, "", ZegoCode.NotLoggedIn, "this session is in no room; log in first");
}
