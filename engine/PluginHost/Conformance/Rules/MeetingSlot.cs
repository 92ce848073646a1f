using ConfEngine.Contract.Booking;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>Meetings to try a plugin with, far from what people book, and taken away again.</summary>
internal static class MeetingSlot
{
    private const int DaysAhead = 45;
    private const int Minutes = 30;
    private const long Day = 86_400;
    private const long Spacing = 3600;

    /// <summary>A meeting at a time that no other of this run has: in six weeks, in the small hours, one an hour.</summary>
    public static MeetingSpec Next(Subject subject)
    {
        var number = subject.NextNumber();
        var midnight = (Now(subject) / Day + DaysAhead) * Day;
        return new MeetingSpec
        {
            // Unlike every other, so that it is found again among the meetings of a real calendar.
            Subject = $"Conformance {Guid.NewGuid():N}",
            StartTime = midnight + number / 5 * Day + (1 + number % 5) * Spacing,
            DurationMinutes = Minutes,
            TimeZone = "UTC",
        };
    }

    /// <summary>Now, in Unix seconds.</summary>
    public static long Now(Subject subject) => subject.Clock.WallNow.ToUnixTimeSeconds();

    /// <summary>Asks for what takes place while a meeting does.</summary>
    public static ListRequest ListAround(MeetingSpec meeting) => new() { FromTime = meeting.StartTime, ToTime = meeting.StartTime + Minutes * 60, Limit = 100 };

    /// <summary>Cancels a meeting that a rule has made; one that is gone already is well.</summary>
    public static void TakeAway(Subject subject, string id)
    {
        if (subject.Running.End is null)
            Operation.Run(subject, subject.Running, BookingMethods.Cancel, new CancelRequest { Ticket = Operation.NewTicket(subject.OperationMs), MeetingId = id }, out _);
    }
}
