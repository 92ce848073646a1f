using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Rooms;

/// <summary>Something that happened, for <see cref="RoomHost.Handle"/>. Strings are as they came from outside: they are checked there.</summary>
public abstract record RoomInput;

/// <summary>Something that a signed-in connection, or the wall's own controller, wants.</summary>
/// <param name="Session">Who.</param>
public abstract record SessionInput(SessionId Session) : RoomInput;

/// <summary>Makes a room. Refused when it exists or there are too many.</summary>
/// <param name="Room">Its id.</param>
/// <param name="Settings">How it starts.</param>
public sealed record OpenRoom(string Room, RoomSettings Settings) : RoomInput;

/// <summary>Ends a room and signs everybody in it out.</summary>
/// <param name="Session">The operator, or a chairman of the room.</param>
/// <param name="Room">Its id.</param>
public sealed record CloseRoom(SessionId Session, string Room) : SessionInput(Session);
