using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.Kit;

/// <summary>A host of rooms with a clock that tests turn, and words for what they do most.</summary>
internal sealed class Hosted(RoomOptions? options = null)
{
    private long _sessions;

    public RoomHost Host { get; } = new(options ?? new RoomOptions());

    public Instant Now { get; private set; } = new(1_000_000_000);

    /// <summary>What the last input or the last advance did.</summary>
    public ImmutableArray<RoomEffect> Effects { get; private set; } = [];

    public RoomSnapshot Snapshot => Host.TryGetSnapshot(RoomId.Parse("r"), out var snapshot) ? snapshot : throw new InvalidOperationException("no room r");

    public SessionId NewSession() => new(++_sessions);

    public RoomError? Do(RoomInput input)
    {
        Effects = Host.Handle(input, Now);
        return Effects.OfType<Refused>().SingleOrDefault()?.Error;
    }

    /// <summary>Does <paramref name="input"/>, which must be accepted.</summary>
    public void Ok(RoomInput input) => Assert.Null(Do(input));

    /// <summary>Does <paramref name="input"/>, which must be refused, with nothing else happening.</summary>
    public RoomError Refuses(RoomInput input, RoomErrorCode code)
    {
        Host.Advance(Now);
        var error = Do(input);
        Assert.IsType<Refused>(Assert.Single(Effects));
        Assert.Equal(code, error!.Code);
        return error;
    }

    public SessionId In(string user, MemberRole? granted = null, string room = "r", string? key = null, Secret? password = null)
    {
        var session = NewSession();
        Ok(new Login(session, room, user, user, key is null ? null : new Secret(key)) { Granted = granted, Password = password });
        return session;
    }

    public SessionId InWithStream(string user, string stream)
    {
        var session = In(user, key: user);
        Ok(new Publish(session, stream));
        Ok(new StreamStarted(StreamId.Parse(stream)));
        return session;
    }

    public void Wait(double seconds)
    {
        Now += MediaTime.FromSeconds(seconds);
        Effects = Host.Advance(Now);
    }

    /// <summary>Lets time pass while these stay in touch; collects all that happened.</summary>
    public List<RoomEffect> WaitWith(double seconds, params SessionId[] alive)
    {
        var effects = new List<RoomEffect>();
        for (var left = seconds; left > 0; left -= 10)
        {
            Wait(Math.Min(10, left));
            effects.AddRange(Effects);
            foreach (var session in alive) effects.AddRange(Host.Handle(new Heartbeat(session), Now));
        }
        Effects = [.. effects];
        return effects;
    }

    /// <summary>What one session was told by the last input.</summary>
    public IEnumerable<T> Told<T>(SessionId session)
        where T : RoomEvent =>
        Effects.OfType<Notify>().Where(notify => notify.To.Contains(session)).Select(notify => notify.Event).OfType<T>();

    public T ToldOnce<T>(SessionId session)
        where T : RoomEvent =>
        Assert.Single(Told<T>(session));
}
