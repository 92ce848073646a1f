using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Streams;

/// <summary>A stream in a stream list.</summary>
/// <param name="Stream">Its id, unique across all rooms.</param>
/// <param name="User">Who publishes it.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="ExtraInfo">The publisher's own note on it, under 1024 bytes; may be empty.</param>
/// <param name="Reason">Why it went; <see cref="StreamDeleteReason.None"/> while it is there.</param>
public sealed record StreamInfo(StreamId Stream, UserId User, StreamKind Kind, string ExtraInfo, StreamDeleteReason Reason = StreamDeleteReason.None);
