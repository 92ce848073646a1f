using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.PluginHost;

namespace ConfEngine.Runtime.Plugins;

/// <summary>Today's meetings as the active booking plugin told them last. Kept while the plugin cannot be asked, with the age of what is kept.</summary>
/// <param name="plugins">Where the booking plugin is.</param>
internal sealed class MeetingCalendar(PluginSystem plugins)
{
    // What a wall can show of a subject, with a margin; a plugin may send a megabyte.
    private const int LongestSubject = 200;
    private const int MostMeetings = 200;

    private volatile CalendarDay? _day;

    /// <summary>What is known; null while no plugin books.</summary>
    public CalendarDay? Day => _day;

    /// <summary>Asks the plugin anew. What it cannot say now stays as it was.</summary>
    /// <param name="now">The time of day, with the room's offset.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task RefreshAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (plugins.ActiveFor(Capabilities.Booking) is not { } plugin)
        {
            _day = null;
            return;
        }

        var midnight = new DateTimeOffset(now.Date, now.Offset);
        var span = new ListRequest { FromTime = midnight.ToUnixTimeSeconds(), ToTime = midnight.AddDays(1).ToUnixTimeSeconds(), Limit = MostMeetings };
        try
        {
            var list = await plugins.CallAsync(plugin, BookingMethods.List, span, cancellation).ConfigureAwait(false);
            _day = new CalendarDay(plugin, midnight, Meetings(list, span), now, "");
        }
        catch (ContractException failure)
        {
            // Yesterday's meetings, or another plugin's, say nothing about today.
            var kept = _day is { } old && old.Midnight == midnight && old.PluginId == plugin ? old : null;
            _day = new CalendarDay(plugin, midnight, kept?.Meetings ?? [], kept?.AsOf, failure.Error.Message);
        }
    }

    private static BookedMeeting[] Meetings(MeetingList list, ListRequest span) =>
    [
        .. list.Meetings
            .Where(entry => entry.EndTime > entry.StartTime && entry.EndTime > span.FromTime && entry.StartTime < span.ToTime
                && entry.State is not (MeetingState.Cancelled or MeetingState.Recycled))
            .OrderBy(entry => entry.StartTime).ThenBy(entry => entry.MeetingId, StringComparer.Ordinal)
            .Take(MostMeetings)
            .Select(entry => new BookedMeeting(entry.MeetingId, Line(entry.Subject), Time(entry.StartTime), Time(entry.EndTime))),
    ];

    private static string Line(string subject)
    {
        var line = subject.ReplaceLineEndings(" ");
        if (line.Length <= LongestSubject) return line;
        return line[..(char.IsHighSurrogate(line[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject)];
    }

    // Whatever a plugin says: a time that can be told with any offset.
    internal static DateTimeOffset Time(long unixSeconds) => DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(unixSeconds, 0, BookingLimits.LatestTime));
}

/// <summary>A day's meetings, as they were known at one moment.</summary>
/// <param name="PluginId">Who told them.</param>
/// <param name="Midnight">When the day began, in the room's time.</param>
/// <param name="Meetings">Earliest first.</param>
/// <param name="AsOf">When they were told; null when they never were.</param>
/// <param name="Error">Why they could not be asked for the last time; empty when they could.</param>
internal sealed record CalendarDay(string PluginId, DateTimeOffset Midnight, IReadOnlyList<BookedMeeting> Meetings, DateTimeOffset? AsOf, string Error);

/// <summary>One meeting of a day.</summary>
/// <param name="Id">The booking service's id.</param>
/// <param name="Subject">The topic, one line.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
internal readonly record struct BookedMeeting(string Id, string Subject, DateTimeOffset Start, DateTimeOffset End);
