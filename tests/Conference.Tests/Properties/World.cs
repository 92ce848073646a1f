using System.Collections.Immutable;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.Properties;

/// <summary>A host of rooms and all its clients, each of which knows only what it was told.</summary>
internal sealed class World
{
    // Small limits, so that histories run into them.
    private readonly RoomHost _host = new(new RoomOptions
    {
        MaxRooms = 2, MaxParticipants = 6, MaxWaiting = 3, MaxPublishedStreams = 2, MaxPlayedStreams = 3, MaxBlocked = 2, ChatHistory = 3,
    });
    private readonly Dictionary<SessionId, Client> _clients = [];
    private readonly HashSet<(StreamId Stream, SessionId Player)> _forwarded = [];
    private Instant _now = new(1);
    private long _sessions;

    public RoomHost Host => _host;

    public IReadOnlyCollection<Client> Clients => _clients.Values;

    public IReadOnlyCollection<(StreamId Stream, SessionId Player)> Forwarded => _forwarded;

    /// <summary>Whether the last step's input was; null when it had none.</summary>
    public bool? WasTaken { get; private set; }

    public SessionId NewSession() => new(++_sessions);

    public void Run(Step step)
    {
        Pass(step.DelayMilliseconds, step.IsSilent);
        Send(StepInputs.Make(this, step));
        Invariants.Check(this, _now);
    }

    /// <summary>Everybody falls silent for good.</summary>
    public void FallSilent() => Pass(3_600_000, isSilent: true);

    private void Pass(int milliseconds, bool isSilent)
    {
        var until = _now + MediaTime.FromMilliseconds(milliseconds);
        while (_now < until)
        {
            var next = _now + MediaTime.FromSeconds(isSilent ? 7200 : 50);
            _now = next < until ? next : until;
            Take(_host.Advance(_now));
            if (isSilent) continue;
            foreach (var client in _clients.Values.Where(client => client.IsConnected).ToArray())
                Take(_host.Handle(new Heartbeat(client.Session), _now));
        }
    }

    private void Send(RoomInput? input)
    {
        WasTaken = null;
        if (input is null) return;
        Take(_host.Advance(_now));
        var before = Snapshots();
        var effects = _host.Handle(input, _now);
        WasTaken = !effects.OfType<Refused>().Any();
        if (WasTaken is false)
        {
            Assert.Single(effects);
            Assert.Equal(before, Snapshots(), ReferenceEqualityComparer.Instance);
            return;
        }
        if (input is Dropped dropped && _clients.TryGetValue(dropped.Session, out var client)) client.IsConnected = false;
        Take(effects);
    }

    private RoomSnapshot?[] Snapshots() =>
    [
        .. _host.Rooms.OrderBy(room => room.Value, StringComparer.Ordinal)
            .Select(room => _host.TryGetSnapshot(room, out var snapshot) ? snapshot : null),
    ];

    private void Take(ImmutableArray<RoomEffect> effects)
    {
        foreach (var effect in effects) Take(effect);
    }

    private void Take(RoomEffect effect)
    {
        switch (effect)
        {
            case Notify notify:
                foreach (var session in notify.To) Tell(session, notify.Event);
                break;
            case EndSession end:
                _clients.Remove(end.Session);
                break;
            case MoveSession move:
                Move(move);
                break;
            case StartForwarding start:
                Assert.True(_forwarded.Add((start.Stream, start.Player)), "forwarded twice");
                break;
            case StopForwarding stop:
                Assert.True(_forwarded.Remove((stop.Stream, stop.Player)), "was not forwarded");
                break;
        }
    }

    private void Move(MoveSession move)
    {
        Assert.True(_clients.Remove(move.From, out var client), "moved from nowhere");
        client!.Session = move.To;
        client.IsConnected = true;
        _clients.Add(move.To, client);
        foreach (var (stream, player) in _forwarded.Where(pair => pair.Player == move.From).ToArray())
        {
            _forwarded.Remove((stream, player));
            _forwarded.Add((stream, move.To));
        }
    }

    private void Tell(SessionId session, RoomEvent what)
    {
        if (!_clients.TryGetValue(session, out var client)) _clients.Add(session, client = new Client(session, what.Room));
        Assert.True(client.IsConnected, $"{what.GetType().Name} for a lost connection");
        client.Hear(what);
    }
}
