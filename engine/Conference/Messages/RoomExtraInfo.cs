using ConfEngine.Conference.Identity;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Messages;

/// <summary>The room's one note, a key and a value that everybody sees.</summary>
/// <param name="Key">1 to 10 bytes.</param>
/// <param name="Value">At most 128 bytes.</param>
/// <param name="UpdatedBy">Who wrote it.</param>
/// <param name="UpdatedAt">When.</param>
public sealed record RoomExtraInfo(string Key, string Value, UserId UpdatedBy, Instant UpdatedAt);
