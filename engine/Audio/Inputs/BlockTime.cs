using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs;

/// <summary>When a block is mixed.</summary>
/// <param name="At">Engine time of its first sample.</param>
/// <param name="Now">The time by the clock that packets arrive by.</param>
/// <param name="IsClocked">False when <paramref name="Now"/> is made up of <paramref name="At"/>, so that arrivals cannot be compared with
/// it.</param>
internal readonly record struct BlockTime(MediaTime At, Instant Now, bool IsClocked);
