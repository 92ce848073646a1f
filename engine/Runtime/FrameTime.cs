using ConfEngine.Core.Time;

namespace ConfEngine.Runtime;

/// <summary>The one sample of the clocks that everything in a frame agrees on.</summary>
/// <param name="Index">Frames since the start, skipped intervals counted.</param>
/// <param name="Now">The monotonic time.</param>
/// <param name="Media">The media position to show.</param>
public readonly record struct FrameTime(long Index, Instant Now, MediaTime Media);
