using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime.Live;

/// <summary>What a wall shows of a room.</summary>
/// <param name="Snapshot">The room's newest snapshot; null while there is no room. Asked once a frame.</param>
/// <param name="Self">The wall's own participant, which it does not show; null for none.</param>
/// <param name="WhileEmpty">What plays while nobody is there.</param>
public sealed record RoomWallOptions(Func<RoomSnapshot?> Snapshot, UserId? Self, IReadOnlyList<SourceSpec> WhileEmpty)
{
    /// <summary>What a shared screen's tile says behind the name.</summary>
    public string ScreenLabel { get; init; } = "screen";
}
