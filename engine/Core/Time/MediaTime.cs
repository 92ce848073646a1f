namespace ConfEngine.Core.Time;

/// <summary>A position on a stream's own time line, or a length of media. Kept apart from <see cref="Instant"/> so that the compiler
/// refuses to mix "when it was captured" with "when we handle it".</summary>
/// <param name="Nanoseconds">Nanoseconds from the start of the stream.</param>
public readonly record struct MediaTime(long Nanoseconds) : IComparable<MediaTime>
{
    /// <summary>The start of a stream, or no length at all.</summary>
    public static MediaTime Zero => default;

    /// <summary>Earlier than everything a stream can hold.</summary>
    public static MediaTime MinValue => new(long.MinValue / 4);

    /// <summary>Later than everything a stream can hold.</summary>
    public static MediaTime MaxValue => new(long.MaxValue / 4);

    /// <summary>The same length in seconds.</summary>
    public double Seconds => Nanoseconds * 1e-9;

    /// <summary>The same length in milliseconds.</summary>
    public double Milliseconds => Nanoseconds * 1e-6;

    /// <summary>A length given in seconds, rounded to the nearest nanosecond.</summary>
    public static MediaTime FromSeconds(double seconds) => new((long)Math.Round(seconds * 1e9));

    /// <summary>A length given in milliseconds, rounded to the nearest nanosecond.</summary>
    public static MediaTime FromMilliseconds(double milliseconds) => new((long)Math.Round(milliseconds * 1e6));

    /// <summary>The exact position of unit <paramref name="count"/> when a second has <paramref name="perSecond"/> of them
    /// (frames or samples). No error adds up, however long the stream.</summary>
    public static MediaTime FromUnits(long count, int perSecond) =>
        new((long)((Int128)count * 1_000_000_000 / perSecond));

    /// <summary>How many whole units of 1/<paramref name="perSecond"/> s fit in.</summary>
    public long ToUnits(int perSecond) => (long)((Int128)Nanoseconds * perSecond / 1_000_000_000);

    /// <summary>The sum of two lengths.</summary>
    public static MediaTime operator +(MediaTime left, MediaTime right) => new(left.Nanoseconds + right.Nanoseconds);

    /// <summary>The difference of two lengths.</summary>
    public static MediaTime operator -(MediaTime left, MediaTime right) => new(left.Nanoseconds - right.Nanoseconds);

    /// <summary>The opposite length.</summary>
    public static MediaTime operator -(MediaTime value) => new(-value.Nanoseconds);

    /// <summary>A length several times over.</summary>
    public static MediaTime operator *(MediaTime value, long factor) => new(value.Nanoseconds * factor);

    /// <summary>True when <paramref name="left"/> is the shorter one.</summary>
    public static bool operator <(MediaTime left, MediaTime right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is the longer one.</summary>
    public static bool operator >(MediaTime left, MediaTime right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is not the longer one.</summary>
    public static bool operator <=(MediaTime left, MediaTime right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>True when <paramref name="left"/> is not the shorter one.</summary>
    public static bool operator >=(MediaTime left, MediaTime right) => left.Nanoseconds >= right.Nanoseconds;

    /// <inheritdoc/>
    public int CompareTo(MediaTime other) => Nanoseconds.CompareTo(other.Nanoseconds);
}
