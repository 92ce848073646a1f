namespace ConfEngine.Core.Time;

/// <summary>A point on the process's monotonic clock. It says nothing about the time of day; only differences have a meaning.</summary>
/// <param name="Nanoseconds">Nanoseconds since an arbitrary origin fixed when the process starts.</param>
public readonly record struct Instant(long Nanoseconds) : IComparable<Instant>
{
    /// <summary>Later by <paramref name="span"/>.</summary>
    public static Instant operator +(Instant at, MediaTime span) => new(at.Nanoseconds + span.Nanoseconds);

    /// <summary>Earlier by <paramref name="span"/>.</summary>
    public static Instant operator -(Instant at, MediaTime span) => new(at.Nanoseconds - span.Nanoseconds);

    /// <summary>The distance from <paramref name="earlier"/> to <paramref name="later"/>.</summary>
    public static MediaTime operator -(Instant later, Instant earlier) => new(later.Nanoseconds - earlier.Nanoseconds);

    /// <summary>True when <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(Instant left, Instant right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(Instant left, Instant right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Nanoseconds >= right.Nanoseconds;

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Nanoseconds.CompareTo(other.Nanoseconds);
}
