using System.Collections.Immutable;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Messages;

/// <summary>To everybody else: 10 a second and room, at least 500 ms apart for one user.</summary>
/// <param name="Session">Who.</param>
/// <param name="Text">1 to 1024 bytes.</param>
public sealed record SendBroadcast(SessionId Session, string Text) : SessionInput(Session);

/// <summary>To everybody else, 20 a second and room; what is more is left out without an error.</summary>
/// <param name="Session">Who.</param>
/// <param name="Text">1 to 1024 bytes.</param>
public sealed record SendBarrage(SessionId Session, string Text) : SessionInput(Session);

/// <summary>To chosen participants: 200 a second and room to one, 10 to several.</summary>
/// <param name="Session">Who.</param>
/// <param name="Text">1 to 1024 bytes.</param>
/// <param name="To">User ids; nobody named means everybody else.</param>
public sealed record SendCustom(SessionId Session, string Text, ImmutableArray<string> To) : SessionInput(Session);

/// <summary>A line of chat, at the broadcast's rates.</summary>
/// <param name="Session">Who.</param>
/// <param name="Text">1 to 1024 bytes.</param>
/// <param name="To">The one participant it is for; null for the room.</param>
public sealed record SendChat(SessionId Session, string Text, string? To = null) : SessionInput(Session);

/// <summary>Writes the room's note, 10 a second. A room has one key; an empty value frees it.</summary>
/// <param name="Session">Who.</param>
/// <param name="Key">1 to 10 bytes.</param>
/// <param name="Value">At most 128 bytes.</param>
public sealed record SetRoomExtraInfo(SessionId Session, string Key, string Value) : SessionInput(Session);
