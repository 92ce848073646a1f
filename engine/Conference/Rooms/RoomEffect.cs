using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Rooms;

/// <summary>Something the host program has to do because of an input or because time passed, in order.</summary>
public abstract record RoomEffect;

/// <summary>The input was refused and changed nothing; this is then the only effect. Answer whoever sent it.</summary>
/// <param name="Error">Why.</param>
public sealed record Refused(RoomError Error) : RoomEffect;

/// <summary>Tell these sessions; the event is one object for all of them, so that it is written as text once.</summary>
/// <param name="To">At least one.</param>
/// <param name="Event">What happened.</param>
public sealed record Notify(ImmutableArray<SessionId> To, RoomEvent Event) : RoomEffect;

/// <summary>The session is over, and its number will not be known any more: close its connection once what was sent to it is out.</summary>
/// <param name="Session">Which.</param>
public sealed record EndSession(SessionId Session) : RoomEffect;

/// <summary>Tear down the transport that receives this stream.</summary>
/// <param name="Stream">Which.</param>
/// <param name="Publisher">Whose.</param>
public sealed record EndStream(StreamId Stream, SessionId Publisher) : RoomEffect;

/// <summary>Forward a stream to a player, from the next key frame.</summary>
/// <param name="Stream">Which.</param>
/// <param name="Player">To whom.</param>
public sealed record StartForwarding(StreamId Stream, SessionId Player) : RoomEffect;

/// <summary>Stop forwarding.</summary>
/// <param name="Stream">Which.</param>
/// <param name="Player">To whom.</param>
public sealed record StopForwarding(StreamId Stream, SessionId Player) : RoomEffect;

/// <summary>A participant came back on another connection: what belonged to the old session belongs to the new one. The old one is over.</summary>
/// <param name="From">Old.</param>
/// <param name="To">New.</param>
public sealed record MoveSession(SessionId From, SessionId To) : RoomEffect;

/// <summary>There is a room of this name now.</summary>
/// <param name="Room">Its id.</param>
public sealed record RoomOpened(RoomId Room) : RoomEffect;

/// <summary>There is none any more.</summary>
/// <param name="Room">Its id.</param>
public sealed record RoomClosed(RoomId Room) : RoomEffect;
