using System.Collections.Immutable;
using ConfEngine.Conference;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Rooms.Api;
using ConfEngine.Transport;

namespace ConfEngine.Runtime.Rooms;

/// <summary>The rooms with everybody who is connected to them: what the state machine decides is carried out here. All of it is the Session
/// thread's.</summary>
internal sealed class RoomFloor(RoomOptions options, IClock clock, EventWriter writer)
{
    private static readonly RoomError s_elsewhere = new(
        RoomErrorCode.LoggedInElsewhere, "", ZegoCode.LoggedInElsewhere, "this session went on in another connection");

    private readonly Dictionary<SessionId, Seat> _seats = [];
    private readonly Dictionary<StreamId, int> _wantedHeights = [];
    private IMediaLinks? _links;
    private long _sessions;

    /// <summary>The state machine.</summary>
    public RoomHost Host { get; } = new(options);

    /// <summary>Times and limits.</summary>
    public RoomOptions Options => options;

    /// <summary>The media transports. Set before the first input.</summary>
    public IMediaLinks Links
    {
        get => _links ?? throw new InvalidOperationException($"{nameof(RoomService.Attach)} comes first");
        set => _links = value;
    }

    /// <summary>A number no session had before.</summary>
    public SessionId NewSession() => new(++_sessions);

    /// <summary>The seat of a session; null for one that is not known, any more or yet.</summary>
    public Seat? Find(SessionId session) => _seats.GetValueOrDefault(session);

    /// <summary>Does what is due.</summary>
    public void Advance() => Apply(Host.Advance(clock.Now));

    /// <summary>Takes an input in and carries out what follows from it.</summary>
    /// <param name="input">What happened.</param>
    /// <param name="accepted">Runs between the two, unless it was refused.</param>
    /// <returns>Null, or why it was refused.</returns>
    public RoomError? Take(RoomInput input, Action? accepted = null)
    {
        var effects = Host.Handle(input, clock.Now);
        var error = effects is [.., Refused refused] ? refused.Error : null;
        if (error is null) accepted?.Invoke();
        Apply(effects);
        return error;
    }

    /// <summary>Signs in; whoever sits behind <paramref name="link"/> has the new seat from then on.</summary>
    public RoomError? Enter(Login login, PeerLink? link, out Seat? seat)
    {
        Seat? made = null;
        var error = Take(login, () =>
        {
            made = new Seat(login.Session, RoomId.Parse(login.Room), link, login.IsDevice);
            _seats.Add(login.Session, made);
            if (link is not null) link.Seat = made;
        });
        seat = made;
        return error;
    }

    /// <summary>Comes back to a seat on another connection.</summary>
    public RoomError? Resume(Reconnect reconnect, PeerLink link)
    {
        var error = Take(reconnect, () =>
        {
            _seats.Remove(reconnect.Previous, out var seat);
            if (seat!.Link is { } old)
            {
                old.Seat = null;
                old.Tell(writer.Write(new RoomStateChanged(seat.Room, RoomStateReason.KickOut, s_elsewhere, reconnect.Previous)));
            }

            seat.Session = reconnect.Session;
            seat.Link = link;
            link.Seat = seat;
            _seats.Add(seat.Session, seat);
        });
        if (error is null) RepeatWantedHeights(reconnect.Session);
        return error;
    }

    /// <summary>The client's connection ended: its seat is kept for the grace time.</summary>
    public void Drop(PeerLink link)
    {
        if (link.Seat is not { } seat) return;
        link.Seat = null;
        seat.Link = null;
        Take(new Dropped(seat.Session));
    }

    /// <summary>The most lines of a stream's picture that anybody can use: its publisher is told, and again when it comes back.</summary>
    public void SetWantedHeight(StreamId stream, int height)
    {
        if (!Host.TryGetPublisher(stream, out var publisher)) return;
        _wantedHeights[stream] = height;
        TellWantedHeight(publisher, stream, height);
    }

    private void RepeatWantedHeights(SessionId publisher)
    {
        foreach (var stream in Host.StreamsOf(publisher))
            if (_wantedHeights.TryGetValue(stream, out var height)) TellWantedHeight(publisher, stream, height);
    }

    private void TellWantedHeight(SessionId publisher, StreamId stream, int height)
    {
        if (Find(publisher) is { Link: { } link } seat) link.Tell(EventWriter.WantedHeight(seat.Room, stream, height));
    }

    private void Apply(ImmutableArray<RoomEffect> effects)
    {
        foreach (var effect in effects)
            switch (effect)
            {
                case Notify notify: Tell(notify); break;
                case EndSession end: End(end.Session); break;
                case EndStream end: End(end); break;
                case StartForwarding start: Links.Forward(start.Stream, start.Player, true); break;
                case StopForwarding stop: Links.Forward(stop.Stream, stop.Player, false); break;
                case MoveSession move: Links.Move(move.From, move.To); break;
            }
    }

    private void Tell(Notify notify)
    {
        RpcNotification? text = null;
        foreach (var session in notify.To)
            if (Find(session) is { Link: { } link }) link.Tell(text ??= writer.Write(notify.Event));
    }

    private void End(EndStream end)
    {
        _wantedHeights.Remove(end.Stream);
        Links.EndStream(end.Stream, end.Publisher);
    }

    private void End(SessionId session)
    {
        if (!_seats.Remove(session, out var seat)) return;
        // The connection stays open without a room: the client may have another use for it, and nothing here rejoins by itself.
        if (seat.Link is { } link) link.Seat = null;
        Links.End(session);
        seat.TransportChanged?.Invoke(ConnectionState.Closed);
    }
}
