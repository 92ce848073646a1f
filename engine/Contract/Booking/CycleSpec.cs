using MessagePack;

namespace ConfEngine.Contract.Booking;

/// <summary>The rule of a series. A vendor books at most 50 meetings within a year; what is beyond is dropped and told.</summary>
[MessagePackObject]
public sealed record CycleSpec
{
    /// <summary>From when on, in Unix seconds UTC; later than now.</summary>
    [Key(0)]
    public long StartTime { get; init; }

    /// <summary>Until when, in Unix seconds UTC; at most a year after the start.</summary>
    [Key(1)]
    public long EndTime { get; init; }

    /// <summary>The step.</summary>
    [Key(2)]
    public CycleUnit Unit { get; init; }

    /// <summary>Every so many steps: 1 to 15 days, 1 to 5 weeks, 1 to 3 months; 0 means 1.</summary>
    [Key(3)]
    public int Interval { get; init; }

    /// <summary>On which days: of the week 0 (Sunday) to 6, of the month 1 to 31, where a day that a month lacks means its last. Empty for days.</summary>
    [Key(4)]
    public IReadOnlyList<int> Points { get; init => field = value ?? []; } = [];

    /// <summary>How many days before each meeting the vendor reminds people; 0 for not at all. At most 30.</summary>
    [Key(5)]
    public int RemindDays { get; init; }
}
