namespace ConfEngine.Core.Time;

/// <summary>The only way the engine learns what time it is. Loops sample it once and hand the value down.</summary>
public interface IClock
{
    /// <summary>The monotonic time.</summary>
    Instant Now { get; }

    /// <summary>The time of day with the local offset, for people to read. Never used to measure.</summary>
    DateTimeOffset WallNow { get; }

    /// <summary>Blocks the calling thread until <paramref name="deadline"/>; returns at once when that has passed.
    /// A virtual clock advances instead of waiting.</summary>
    void WaitUntil(Instant deadline);
}
