using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>The participant's side of a room as a state machine: signing in, coming back, giving up, publishing and playing. One thread owns it.</summary>
public sealed class RoomConnection
{
    private readonly List<ConnectionEffect> _effects = [];
    private readonly ConnectionOptions _options;
    private readonly StreamAttempts _streams;
    private readonly Roster _roster = new();
    private readonly SignInSteps _steps;
    private Instant _now = new(long.MinValue);

    /// <summary>In no room yet. Throws <see cref="ArgumentOutOfRangeException"/> for options without pauses.</summary>
    public RoomConnection(ConnectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _streams = new StreamAttempts(options, _effects);
        _steps = new SignInSteps(options, _effects, _streams, _roster);
    }

    /// <summary>How the participant's place changed last, which is also its state.</summary>
    public RoomStateReason State => _steps.State;

    /// <summary>Who and what is in the room.</summary>
    public Roster Roster => _roster;

    /// <summary>When <see cref="Advance"/> has something to do next; null for never.</summary>
    public Instant? NextDeadline => Earlier(_steps.NextDeadline, _streams.NextDeadline);

    /// <summary>Does what was due until <paramref name="now"/>, each thing as at its own time, then takes <paramref name="input"/> in. A rejected
    /// input changes nothing, and its only effect is <see cref="Rejected"/>.</summary>
    public ImmutableArray<ConnectionEffect> Handle(ConnectionInput input, Instant now)
    {
        ArgumentNullException.ThrowIfNull(input);
        Run(now);
        var before = _effects.Count;
        if (Take(input) is { } error)
        {
            if (_effects.Count != before) throw new InvalidOperationException($"{input.GetType().Name} was rejected after it had effects.");
            _effects.Add(new Rejected(error));
        }
        return Drain();
    }

    /// <summary>Does what was due until <paramref name="now"/>, each thing as at its own time.</summary>
    public ImmutableArray<ConnectionEffect> Advance(Instant now)
    {
        Run(now);
        return Drain();
    }

    private void Run(Instant now)
    {
        while (NextDeadline is { } due && due <= now)
        {
            _now = due > _now ? due : _now;
            _steps.Advance(_now);
            _streams.Advance(_now);
        }
        _now = now > _now ? now : _now;
    }

    private RoomError? Take(ConnectionInput input) => input switch
    {
        EnterRoom enter => _steps.Enter(enter, _now),
        LeaveRoom leave => _steps.Leave(leave, _now),
        Answered answered => _steps.Answered(answered.Error, _now),
        HeldAtDoor => _steps.Held(),
        ConnectionLost => _steps.Lost(_now),
        PutOut putOut => _steps.PutOut(putOut.Error),
        TokenRenewed renewed => _steps.Renewed(renewed.Token),
        RoomTold told => Told(told.Event),
        WantStream want => Want(want),
        MediaChanged changed => Changed(changed),
        _ => throw new ArgumentException($"{input.GetType().Name} is no input that a connection knows.", nameof(input)),
    };

    private RoomError? Told(RoomEvent what)
    {
        if (_steps.MustBeInside() is { } error) return error;
        if (what.Room != _steps.Room) return new RoomError(RoomErrorCode.UnknownRoom, "roomId", ZegoCode.UnknownRoom, "news of another room");
        switch (what)
        {
            case UserUpdate users:
                var people = _roster.Apply(users);
                foreach (var user in people.Gone) _effects.Add(new UserWent(user));
                foreach (var user in people.New) _effects.Add(new UserCame(user));
                break;
            case StreamUpdate streams:
                Update(streams);
                break;
            case UserChanged changed:
                _roster.Apply(changed);
                break;
            case StreamExtraInfoChanged changed:
                _roster.Apply(changed);
                break;
        }
        return null;
    }

    // A stream that went is not played on: its player would try for ever.
    private void Update(StreamUpdate update)
    {
        var change = _roster.Apply(update);
        foreach (var stream in change.Gone)
        {
            if (_streams.Find(stream.Stream, isPlayed: true) is { } attempt) _streams.End(attempt);
            _effects.Add(new StreamWent(stream));
        }
        foreach (var stream in change.New) _effects.Add(new StreamCame(stream));
    }

    private RoomError? Want(WantStream want)
    {
        if (_steps.MustBeInside() is { } outside) return outside;
        if (!StreamId.TryParse(want.Stream, out var id, out var error)) return error;
        var attempt = _streams.Find(id, want.IsPlayed);
        if (!want.IsOn)
        {
            if (attempt is null) return new RoomError(RoomErrorCode.UnknownStream, "streamId", 0, "you have no such stream");
            _streams.End(attempt);
            return null;
        }
        if (attempt is not null) return null;
        if (want.IsPlayed && _streams.PlayedCount >= _options.MaxPlayedStreams)
            return new RoomError(RoomErrorCode.LimitReached, "streamId", ZegoCode.TooManyPlays, $"you play {_options.MaxPlayedStreams} streams; stop one");
        _streams.Begin(id, want.IsPlayed, _now);
        return null;
    }

    private RoomError? Changed(MediaChanged changed)
    {
        if (!StreamId.TryParse(changed.Stream, out var id, out var error)) return error;
        if (_streams.Find(id, changed.IsPlayed) is not { } attempt)
            return new RoomError(RoomErrorCode.UnknownStream, "streamId", 0, "you have no such stream");
        if (changed.IsFlowing) _streams.Flows(attempt);
        else _streams.Fails(attempt, _now);
        return null;
    }

    private ImmutableArray<ConnectionEffect> Drain()
    {
        ImmutableArray<ConnectionEffect> effects = [.. _effects];
        _effects.Clear();
        return effects;
    }

    private static Instant? Earlier(Instant? left, Instant? right) => left is { } a && right is { } b ? (a < b ? a : b) : left ?? right;
}
