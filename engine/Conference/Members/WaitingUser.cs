using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Members;

/// <summary>Somebody at the door.</summary>
/// <param name="User">Its id.</param>
/// <param name="Name">What it calls itself.</param>
public sealed record WaitingUser(UserId User, UserName Name);
