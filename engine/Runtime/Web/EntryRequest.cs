using ConfEngine.Conference.Members;

namespace ConfEngine.Runtime.Web;

/// <summary>Who wants to enter a room.</summary>
/// <param name="Room">Its id.</param>
/// <param name="User">The user's id, unique in the room.</param>
/// <param name="Name">What others read.</param>
/// <param name="Role">What it wants to be there.</param>
/// <param name="Password">Of the room; null for none.</param>
public sealed record EntryRequest(string Room, string User, string Name, MemberRole Role, string? Password)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => $"{User} to {Room}";
}
