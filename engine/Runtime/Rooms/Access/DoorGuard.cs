using System.Net;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Rooms.Access;

/// <summary>Decides who a request comes from, by its token and its address; guessing is made slow. Tokens are never logged.</summary>
/// <param name="guests">The code on the wall.</param>
/// <param name="operators">The operator's token.</param>
/// <param name="clock">The time.</param>
public sealed class DoorGuard(GuestCode guests, OperatorToken operators, IClock clock)
{
    private readonly Lock _gate = new();
    private readonly WrongTries _tries = new();

    /// <summary>Tokens that were wrong.</summary>
    public long Wrong { get; private set; }

    /// <summary>Tokens that were not even looked at, because too many had been wrong.</summary>
    public long Unheard { get; private set; }

    /// <summary>Fits <see cref="Control.Http.ControlOptions.Check"/>. Requests without a token are let in from this machine only, and are no tries.</summary>
    /// <returns>One of <see cref="Principals"/>; null refuses.</returns>
    public string? Check(string? token, IPAddress remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        // Whoever sits at this machine may do everything, with or without a token: a wrong one left in a page's address harms nobody here.
        if (IPAddress.IsLoopback(remote)) return Principals.Local;
        if (string.IsNullOrEmpty(token)) return null;
        lock (_gate) return Look(token, remote);
    }

    private string? Look(string token, IPAddress remote)
    {
        var now = clock.Now;
        if (_tries.IsShut(remote, now))
        {
            Unheard++;
            return null;
        }

        // 256 bits are not guessed, so the limit on all guessing together must not lock the operator out.
        if (operators.Matches(token)) return Principals.Operator;
        if (_tries.IsShutForAll(now))
        {
            Unheard++;
            return null;
        }

        if (guests.Matches(token)) return Principals.Guest;
        Wrong++;
        _tries.Count(remote, now);
        return null;
    }
}
