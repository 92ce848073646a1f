using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Members;

/// <summary>Signs a new connection in to a room.</summary>
/// <param name="Session">A number not used before.</param>
/// <param name="Room">Room id.</param>
/// <param name="User">User id.</param>
/// <param name="Name">User name.</param>
/// <param name="ResumeKey">What this client must show to come back after a lost connection; random, from the host program. Null for none.</param>
public sealed record Login(SessionId Session, string Room, string User, string Name, Secret? ResumeKey = null) : SessionInput(Session)
{
    /// <summary>The room's password, if it has one.</summary>
    public Secret? Password { get; init; }

    /// <summary>What the host program lets this user be, by a token or its own list. Chairmen and co-hosts come in past password, lock and
    /// waiting room. Null for the room's own rule.</summary>
    public MemberRole? Granted { get; init; }

    /// <summary>A machine that the host program watches over itself: a camera, an HTTP sender, the wall. No heartbeat is expected of it, and it
    /// becomes chairman only when that is granted.</summary>
    public bool IsDevice { get; init; }

    /// <summary>Whether this member is told who comes and goes (ZEGO: isUserStatusNotify).</summary>
    public bool NotifyUsers { get; init; } = true;
}

/// <summary>A client comes back on a new connection within the grace time; the others notice nothing.</summary>
/// <param name="Session">The new connection, a number not used before.</param>
/// <param name="Previous">The session it had.</param>
/// <param name="ResumeKey">The key given when it signed in.</param>
public sealed record Reconnect(SessionId Session, SessionId Previous, Secret ResumeKey) : SessionInput(Session);

/// <summary>Leaves a room, or stops waiting for it.</summary>
/// <param name="Session">Who.</param>
/// <param name="Room">The same room id as at sign-in.</param>
public sealed record Logout(SessionId Session, string Room) : SessionInput(Session);

/// <summary>The connection broke. Grace begins.</summary>
/// <param name="Session">Whose.</param>
public sealed record Dropped(SessionId Session) : SessionInput(Session);

/// <summary>Sign of life. Every other input of a session is one too.</summary>
/// <param name="Session">Whose.</param>
/// <param name="IsGoing">The client is about to close: if its connection ends now, it comes back soon, as after a reload, or not at all.</param>
public sealed record Heartbeat(SessionId Session, bool IsGoing = false) : SessionInput(Session);

/// <summary>Switches one's own microphone or camera off or on, as the others see it.</summary>
/// <param name="Session">Who.</param>
/// <param name="Audio">Microphone off; null leaves it.</param>
/// <param name="Video">Camera off; null leaves it.</param>
public sealed record SetMuted(SessionId Session, bool? Audio, bool? Video) : SessionInput(Session);

/// <summary>Raises or lowers one's own hand.</summary>
/// <param name="Session">Who.</param>
/// <param name="IsUp">Up or down.</param>
public sealed record RaiseHand(SessionId Session, bool IsUp) : SessionInput(Session);
