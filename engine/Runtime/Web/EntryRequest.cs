using ConfEngine.Conference.Members;

namespace ConfEngine.Runtime.Web;

/// <summary>Somebody who wants to come in without a page: an HTTP sender or player, the kiosk itself.</summary>
/// <param name="Room">Room id.</param>
/// <param name="User">User id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Role">What it may do there.</param>
/// <param name="Password">The room's password, if it has one. Never to be logged.</param>
public sealed record EntryRequest(string Room, string User, string Name, MemberRole Role, string? Password)
{
    /// <inheritdoc/>
    public override string ToString() => $"{User} for {Room} as {Role}";
}
