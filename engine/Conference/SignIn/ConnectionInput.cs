using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.SignIn;

/// <summary>Something that happened to a participant, for <see cref="RoomConnection.Handle"/>.</summary>
public abstract record ConnectionInput;

/// <summary>The user wants in.</summary>
/// <param name="Room">Room id.</param>
/// <param name="User">User id.</param>
/// <param name="Name">User name.</param>
/// <param name="Token">What the server wants to see; null for nothing.</param>
public sealed record EnterRoom(string Room, string User, string Name, AccessToken? Token = null) : ConnectionInput;

/// <summary>The user wants out.</summary>
/// <param name="Room">The same room id as on the way in.</param>
public sealed record LeaveRoom(string Room) : ConnectionInput;

/// <summary>The server answered the request under way.</summary>
/// <param name="Error">Null for yes.</param>
public sealed record Answered(RoomError? Error) : ConnectionInput;

/// <summary>The server made the participant wait to be admitted: its answer may take as long as it likes.</summary>
public sealed record HeldAtDoor : ConnectionInput;

/// <summary>The connection to the server broke.</summary>
public sealed record ConnectionLost : ConnectionInput;

/// <summary>The server put the participant out.</summary>
/// <param name="Error">Why.</param>
public sealed record PutOut(RoomError Error) : ConnectionInput;

/// <summary>A new token in time.</summary>
/// <param name="Token">The token.</param>
public sealed record TokenRenewed(AccessToken Token) : ConnectionInput;

/// <summary>The server tells who and what is in the room.</summary>
/// <param name="Event">A <see cref="UserUpdate"/>, <see cref="UserChanged"/> or <see cref="StreamUpdate"/>; others change nothing here.</param>
public sealed record RoomTold(RoomEvent Event) : ConnectionInput;

/// <summary>The user wants to publish or play a stream, or no longer.</summary>
/// <param name="Stream">Stream id.</param>
/// <param name="IsPlayed">Play, or publish.</param>
/// <param name="IsOn">Begin, or end.</param>
public sealed record WantStream(string Stream, bool IsPlayed, bool IsOn) : ConnectionInput;

/// <summary>The transport says that a stream's media flows, or does not any more.</summary>
/// <param name="Stream">Stream id.</param>
/// <param name="IsPlayed">Played, or published.</param>
/// <param name="IsFlowing">Flows, or failed.</param>
public sealed record MediaChanged(string Stream, bool IsPlayed, bool IsFlowing) : ConnectionInput;
