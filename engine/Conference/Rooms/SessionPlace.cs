using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Rooms;

/// <summary>Where a session is.</summary>
/// <param name="Room">In which room.</param>
/// <param name="User">As whom.</param>
/// <param name="IsWaiting">At its door still.</param>
public sealed record SessionPlace(RoomId Room, UserId User, bool IsWaiting);
