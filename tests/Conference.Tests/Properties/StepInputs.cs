using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Levels;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Quality;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Tests.Properties;

/// <summary>Turns a made-up step into an input, legal or not.</summary>
internal static class StepInputs
{
    private static readonly RoomPassword s_password = new(new Secret("sesame"), new byte[RoomPassword.SaltBytes]);

    public static RoomInput? Make(World world, Step step)
    {
        var session = Pick(world, step.Who);
        var room = $"room{step.What % 2}";
        var user = $"u{step.Who % 7}";
        var other = $"u{step.What % 7}";
        // Half of what moderators do is done by the operator, or little of it would be allowed.
        var by = step.Who % 2 == 0 ? SessionId.Operator : session;
        return Coming(world, step, session, room, user) ?? Media(step, session) ?? Moderation(step, by, room, other) ?? Door(world, step, by, room) ?? Talking(step, session, other);
    }

    private static RoomInput? Coming(World world, Step step, SessionId session, string room, string user) => step.Kind switch
    {
        StepKind.Login => new Login(world.NewSession(), room, user, user, new Secret("key")),
        StepKind.LoginWithPassword => new Login(world.NewSession(), room, user, user, new Secret("key")) { Password = new Secret("sesame") },
        StepKind.LoginAsCoHost => new Login(world.NewSession(), room, user, user, new Secret("key")) { Granted = MemberRole.CoHost },
        StepKind.Logout => new Logout(session, RoomOf(world, session)),
        StepKind.Drop => new Dropped(session),
        StepKind.Reconnect => new Reconnect(world.NewSession(), Lost(world) ?? session, new Secret("key")),
        StepKind.ReconnectWithWrongKey => new Reconnect(world.NewSession(), session, new Secret("quay")),
        StepKind.OpenRoom => new OpenRoom(room, new RoomSettings { HasWaitingRoom = step.Who % 2 == 0, FirstIsChairman = step.Who % 3 == 0, CloseWhenEmpty = true }),
        _ => null,
    };

    private static RoomInput? Media(Step step, SessionId session)
    {
        var stream = $"s{step.Who % 5}";
        var played = $"s{(step.Who + step.What) % 5}";
        return step.Kind switch
        {
            StepKind.Publish => new Publish(session, stream, (StreamKind)(step.DelayMilliseconds % 4)),
            StepKind.StreamStarted => new StreamStarted(StreamId.Parse(stream)),
            StepKind.StreamInterrupted => new StreamInterrupted(StreamId.Parse(stream)),
            StepKind.StopPublishing => new StopPublishing(session, stream),
            StepKind.Play => new Play(session, played),
            StepKind.StopPlaying => new StopPlaying(session, played),
            StepKind.StreamExtraInfo => new SetStreamExtraInfo(session, stream, new string('i', step.What)),
            StepKind.SoundLevels => new StartSoundLevels(session, 100 * step.What),
            StepKind.Quality => new LinkMeasured(session, new LinkFigures(step.DelayMilliseconds, step.What / 11.0)),
            _ => null,
        };
    }

    private static RoomInput? Moderation(Step step, SessionId by, string room, string user)
    {
        var isOn = step.DelayMilliseconds % 2 == 0;
        return step.Kind switch
        {
            StepKind.Remove => new Remove(by, room, user, Block: isOn),
            StepKind.Unblock => new Unblock(by, room, user),
            StepKind.AdmitAll => new Admit(by, room, null),
            StepKind.WaitingRoom => new SetWaitingRoom(by, room, isOn),
            StepKind.Locked => new SetLocked(by, room, isOn),
            StepKind.Password => new SetPassword(by, room, isOn ? s_password : null),
            StepKind.Limit => new SetParticipantLimit(by, room, step.Who - 2),
            StepKind.Role => new SetRole(by, room, user, (MemberRole)(step.Who % 5)),
            StepKind.MuteAll => new MuteAll(by, room, isOn),
            StepKind.CloseRoom => new CloseRoom(by, room),
            _ => null,
        };
    }

    // Somebody who really waits, where anybody does: guessing would hardly ever find one.
    private static RoomInput? Door(World world, Step step, SessionId by, string room)
    {
        var waiting = world.Host.TryGetSnapshot(RoomId.Parse(room), out var snapshot) ? snapshot.Waiting : [];
        var user = waiting.IsEmpty ? "nobody" : waiting[step.Who % waiting.Length].User.Value;
        return step.Kind switch
        {
            StepKind.Admit => new Admit(by, room, user),
            StepKind.TurnAway => new TurnAway(by, room, user),
            _ => null,
        };
    }

    private static RoomInput? Talking(Step step, SessionId session, string to) => step.Kind switch
    {
        StepKind.SetMuted => new SetMuted(session, step.What % 2 == 0, step.What % 3 == 0),
        StepKind.RaiseHand => new RaiseHand(session, step.What % 2 == 0),
        StepKind.Chat => new SendChat(session, "hello", step.What % 2 == 0 ? null : to),
        StepKind.Custom => new SendCustom(session, "signal", step.What % 2 == 0 ? [] : [to]),
        StepKind.ExtraInfo => new SetRoomExtraInfo(session, $"k{step.What % 2}", new string('v', step.What % 3)),
        _ => null,
    };

    private static SessionId? Lost(World world) => world.Clients.FirstOrDefault(client => !client.IsConnected)?.Session;

    private static SessionId Pick(World world, int who) =>
        world.Clients.Count == 0 ? new SessionId(999_999) : world.Clients.ElementAt(who % world.Clients.Count).Session;

    private static string RoomOf(World world, SessionId session) =>
        world.Clients.FirstOrDefault(client => client.Session == session)?.Room.Value ?? "room0";
}
