namespace ConfEngine.Contract.Booking;

/// <summary>The most that a booking vendor takes. A field of N bytes at the vendor includes its end mark, so N-1 bytes of UTF-8 fit; longer values are refused, never cut.</summary>
/// <remarks>One vendor has two transports with other limits: <see cref="Sdk"/> counts the subject in bytes, <see cref="Rest"/> in characters. An adapter uses the limits
/// of the transport it talks. Durations, spans and counts are the same on both.</remarks>
public sealed record BookingLimits
{
    /// <summary>The shortest meeting in minutes.</summary>
    public const int MinDurationMinutes = 15;

    /// <summary>The longest meeting in minutes: a day.</summary>
    public const int MaxDurationMinutes = 1440;

    /// <summary>What a duration of 0 means, in minutes.</summary>
    public const int DefaultDurationMinutes = 30;

    /// <summary>The highest number of a time zone.</summary>
    public const int MaxTimeZoneCode = 77;

    /// <summary>The most attendees that really work; the vendor's lists have room for 2000.</summary>
    public const int MaxAttendees = 400;

    /// <summary>The longest password in bytes.</summary>
    public const int PasswordBytes = 31;

    /// <summary>The longest number, and number for text messages, in bytes.</summary>
    public const int NumberBytes = 127;

    /// <summary>The longest name in bytes.</summary>
    public const int NameBytes = 255;

    /// <summary>The longest mail address in bytes.</summary>
    public const int EmailBytes = 95;

    /// <summary>The longest id of a user in bytes.</summary>
    public const int UserIdBytes = 255;

    /// <summary>The longest id of a virtual meeting room in bytes.</summary>
    public const int VmrIdBytes = 127;

    /// <summary>The longest id of a meeting in bytes. The SDK's own has 15; other vendors' are longer.</summary>
    public const int MeetingIdBytes = 64;

    /// <summary>The longest custom information in bytes. The vendor names no limit; this is the contract's.</summary>
    public const int CustomInfoBytes = 2048;

    /// <summary>The longest name of a time zone in bytes.</summary>
    public const int TimeZoneBytes = 64;

    /// <summary>The most meetings of a series that a vendor books.</summary>
    public const int MaxOccurrences = 50;

    /// <summary>The longest span of a series in days.</summary>
    public const int MaxCycleDays = 366;

    /// <summary>The most days before a meeting that people are reminded.</summary>
    public const int MaxRemindDays = 30;

    /// <summary>The latest time that is taken, in Unix seconds: the beginning of the year 9999.</summary>
    public const long LatestTime = 253_370_764_800;

    /// <summary>What a list's limit of 0 means.</summary>
    public const int DefaultListLimit = 128;

    /// <summary>The most meetings in a list.</summary>
    public const int MaxListLimit = 1000;

    /// <summary>The limits of the native SDK.</summary>
    public static BookingLimits Sdk { get; } = new() { SubjectBytes = 385, SubjectCharacters = int.MaxValue };

    /// <summary>The limits of the REST interface.</summary>
    public static BookingLimits Rest { get; } = new() { SubjectBytes = int.MaxValue, SubjectCharacters = 128 };

    /// <summary>The longest subject in bytes. The SDK's page gives 0 to 385 for what fits, without the end mark.</summary>
    public required int SubjectBytes { get; init; }

    /// <summary>The longest subject in characters (Unicode scalar values).</summary>
    public required int SubjectCharacters { get; init; }
}
