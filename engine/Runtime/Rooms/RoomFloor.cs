using System.Collections.Immutable;
using ConfEngine.Conference;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Rooms.Api;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Rooms;

/// <summary>The rooms with everybody who is connected to them: what the state machine decides is carried out here. All of it is the Session
/// thread's.</summary>
internal sealed class RoomFloor(RoomOptions options, IClock clock, EventWriter writer)
{
    // Viewers are outside of every room's limit on participants.
    private const int MostViewers = 256;

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

    /// <summary>Lets a viewer of a stream in that belongs to no participant.</summary>
    public RoomError? Admit(RoomId room, StreamKey stream, out SessionId session)
    {
        session = default;
        if (!Host.TryGetSnapshot(room, out _))
            return new RoomError(RoomErrorCode.UnknownRoom, "roomId", ZegoCode.UnknownRoom, $"there is no room {room}; check the name");
        if (StreamId.TryParse(stream.Name, out var id, out _) && Host.TryGetPublisher(id, out _))
            return new RoomError(RoomErrorCode.NotLoggedIn, "", ZegoCode.NotLoggedIn, "this stream is a participant's; log in to see it");
        if (_seats.Values.Count(seat => seat.Watches is not null) >= MostViewers)
            return new RoomError(RoomErrorCode.LimitReached, "", 0, $"{MostViewers} viewers watch already, no more are let in");
        session = NewSession();
        _seats.Add(session, new Seat(session, room, null, isDevice: true) { Watches = stream });
        Links.Watch(session, stream);
        return null;
    }

    /// <summary>The session's transport is over: a participant without a page may still come back, a viewer is gone.</summary>
    public void LoseTransport(Seat seat)
    {
        foreach (var stream in Host.StreamsOf(seat.Session)) Take(new StreamInterrupted(stream));
        if (seat.Watches is not null) End(seat.Session);
        else if (seat.IsDevice) Take(new Dropped(seat.Session));
    }

    /// <summary>Logs out; a viewer just goes.</summary>
    public RoomError? Leave(Seat seat)
    {
        if (seat.Watches is null) return Take(new Logout(seat.Session, seat.Room.Value));
        End(seat.Session);
        return null;
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
                case RoomClosed closed: EndViewers(closed.Room); break;
            }
    }

    private void Tell(Notify notify)
    {
        RpcNotification? text = null;
        foreach (var session in notify.To)
            if (Find(session) is { Link: { } link }) link.Tell(text ??= writer.Write(notify.Event));
    }

    private void EndViewers(RoomId room)
    {
        foreach (var seat in _seats.Values.Where(seat => seat.Watches is not null && seat.Room == room).ToArray()) End(seat.Session);
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
