using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Moderation;

/// <summary>Something that only those who run a room may do, and the operator in every room.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
public abstract record ModerationInput(SessionId Session, string Room) : SessionInput(Session);

/// <summary>Lets nobody else in, or lets people in again.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="IsOn">Locked or not.</param>
public sealed record SetLocked(SessionId Session, string Room, bool IsOn) : ModerationInput(Session, Room);

/// <summary>Makes newcomers wait. Switching it off admits everybody who waits and fits in.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="IsOn">Waiting room or not.</param>
public sealed record SetWaitingRoom(SessionId Session, string Room, bool IsOn) : ModerationInput(Session, Room);

/// <summary>Lets somebody who waits come in.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">Who waits; null for everybody who fits in.</param>
public sealed record Admit(SessionId Session, string Room, string? User) : ModerationInput(Session, Room);

/// <summary>Sends away somebody who waits.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">Who waits.</param>
public sealed record TurnAway(SessionId Session, string Room, string User) : ModerationInput(Session, Room);

/// <summary>Takes a participant out of the room.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">Whom.</param>
/// <param name="Block">Whether that id is kept out from now on.</param>
public sealed record Remove(SessionId Session, string Room, string User, bool Block = false) : ModerationInput(Session, Room);

/// <summary>Lets a blocked id in again.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">Whom.</param>
public sealed record Unblock(SessionId Session, string Room, string User) : ModerationInput(Session, Room);

/// <summary>Switches a participant's microphone or camera off. Nobody can switch another's on: see <see cref="AskToUnmute"/>.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">Whom.</param>
/// <param name="Audio">The microphone.</param>
/// <param name="Video">The camera.</param>
public sealed record MuteMember(SessionId Session, string Room, string User, bool Audio, bool Video = false) : ModerationInput(Session, Room);

/// <summary>Switches all microphones off but those of chairmen and co-hosts.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="MayUnmute">Whether they may switch them on again themselves.</param>
public sealed record MuteAll(SessionId Session, string Room, bool MayUnmute) : ModerationInput(Session, Room);

/// <summary>Asks a participant to switch the microphone on, and allows it to.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">Whom.</param>
public sealed record AskToUnmute(SessionId Session, string Room, string User) : ModerationInput(Session, Room);

/// <summary>Lowers a participant's hand.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">Whose; null for all hands.</param>
public sealed record LowerHand(SessionId Session, string Room, string? User) : ModerationInput(Session, Room);

/// <summary>Gives a participant another role.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">Whom.</param>
/// <param name="Role">The new role.</param>
public sealed record SetRole(SessionId Session, string Room, string User, MemberRole Role) : ModerationInput(Session, Room);

/// <summary>Sets or removes the password. Those inside stay.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="Password">Hashed already; null for none.</param>
public sealed record SetPassword(SessionId Session, string Room, RoomPassword? Password) : ModerationInput(Session, Room);

/// <summary>Sets how many participants there may be. Those inside stay.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="Limit">1 and up; 0 for as many as the host program allows.</param>
public sealed record SetParticipantLimit(SessionId Session, string Room, int Limit) : ModerationInput(Session, Room);

/// <summary>Says whether the room is recorded, so that everybody knows.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">Room id.</param>
/// <param name="IsOn">Recorded or not.</param>
public sealed record SetRecording(SessionId Session, string Room, bool IsOn) : ModerationInput(Session, Room);
