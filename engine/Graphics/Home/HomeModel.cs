using ConfEngine.Graphics.Invitations;

namespace ConfEngine.Graphics.Home;

/// <summary>What the home screen says.</summary>
/// <param name="Now">The time of day to show.</param>
/// <param name="RoomName">The name of the room, in any script.</param>
/// <param name="Lines">What to do next; a line each, shown in this order. Give the same list again while it says the same.</param>
public readonly record struct HomeModel(DateTimeOffset Now, string RoomName, IReadOnlyList<string> Lines)
{
    /// <summary>How to get in; takes the place of <see cref="Lines"/>. Null where nobody can.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>Today's meetings; null where no booking service answers for them.</summary>
    public MeetingBoard? Meetings { get; init; }
}
