using ConfEngine.Conference.Identity;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>What a server wants to see before it lets a participant in.</summary>
/// <param name="Token">The token itself.</param>
/// <param name="ExpiresAt">When it runs out.</param>
public sealed record AccessToken(Secret Token, Instant ExpiresAt);
