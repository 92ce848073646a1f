namespace ConfEngine.Core.Time;

/// <summary>A clock that stands still until it is told otherwise: for tests, simulation and offline composing, where the work sets the pace.</summary>
/// <param name="wallStart">The time of day at the origin.</param>
public sealed class ManualClock(DateTimeOffset wallStart) : IClock
{
    private long _nanoseconds;

    /// <summary>A clock whose time of day starts at 2026-01-01 00:00 UTC.</summary>
    public ManualClock() : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public Instant Now => new(Volatile.Read(ref _nanoseconds));

    /// <inheritdoc/>
    public DateTimeOffset WallNow => wallStart.AddTicks(Now.Nanoseconds / 100);

    /// <summary>Moves forward by <paramref name="span"/>.</summary>
    public void Advance(MediaTime span) => Interlocked.Add(ref _nanoseconds, span.Nanoseconds);

    /// <summary>Jumps to <paramref name="deadline"/> when that lies ahead.</summary>
    public void WaitUntil(Instant deadline)
    {
        if (deadline > Now) Volatile.Write(ref _nanoseconds, deadline.Nanoseconds);
    }
}
