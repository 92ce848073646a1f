using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>Asks for a new token once, in time before the present one runs out.</summary>
internal sealed class TokenWatch(MediaTime notice)
{
    private bool _asked;

    public AccessToken? Token { get; private set; }

    public Instant? NextDeadline => Token is { } token && !_asked ? token.ExpiresAt - notice : null;

    public void Set(AccessToken? token)
    {
        Token = token;
        _asked = false;
    }

    public bool IsExpired(Instant now) => Token is { } token && token.ExpiresAt <= now;

    public RenewToken? Advance(Instant now)
    {
        if (NextDeadline is not { } due || due > now) return null;
        _asked = true;
        return new RenewToken((int)Math.Max(0, Math.Floor((Token!.ExpiresAt - now).Seconds)));
    }
}
