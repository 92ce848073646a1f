using System.Globalization;
using ConfEngine.Graphics.Home;

namespace ConfEngine.Runtime.Plugins;

/// <summary>Words a day's meetings for the home screen; the same object again while nothing that shows has changed.</summary>
internal sealed class MeetingBoardText
{
    // Data of a minute's age is what one expects; older is worth a word.
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(3);

    private CalendarDay? _day;
    private long _minute = -1;
    private MeetingBoard? _board;

    /// <summary>The board of a day at a time; null for no day.</summary>
    public MeetingBoard? Of(CalendarDay? day, DateTimeOffset now)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        if (ReferenceEquals(day, _day) && minute == _minute) return _board;
        (_day, _minute) = (day, minute);
        return _board = day is null ? null : Word(day, now);
    }

    private static MeetingBoard Word(CalendarDay day, DateTimeOffset now)
    {
        var lines = day.Meetings
            .Where(meeting => meeting.End > now)
            .Select(meeting => new MeetingLine($"{Time(meeting.Start, now)} - {Time(meeting.End, now)}", meeting.Subject, meeting.Start <= now))
            .ToArray();
        if (day.AsOf is not { } asOf) return new MeetingBoard(lines, "no answer from the booking service", true);
        var age = now - asOf;
        return age < s_fresh ? new MeetingBoard(lines, "", false) : new MeetingBoard(lines, $"{Age(age)} old", true);
    }

    private static string Age(TimeSpan age) => age < TimeSpan.FromHours(2) ? $"{(int)age.TotalMinutes} min" : $"{(int)age.TotalHours} h";

    private static string Time(DateTimeOffset time, DateTimeOffset now) => time.ToOffset(now.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
