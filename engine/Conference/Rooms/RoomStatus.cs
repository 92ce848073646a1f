namespace ConfEngine.Conference.Rooms;

/// <summary>What everybody in a room may know about it.</summary>
/// <param name="IsLocked">Nobody comes in.</param>
/// <param name="HasWaitingRoom">Newcomers wait to be admitted.</param>
/// <param name="HasPassword">Newcomers must know one.</param>
/// <param name="ParticipantLimit">Most participants.</param>
/// <param name="IsRecording">The room is recorded.</param>
/// <param name="MayUnmute">Participants may switch their own microphones on.</param>
public sealed record RoomStatus(bool IsLocked, bool HasWaitingRoom, bool HasPassword, int ParticipantLimit, bool IsRecording, bool MayUnmute);
