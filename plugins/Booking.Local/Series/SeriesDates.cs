namespace ConfEngine.Booking.Local.Series;

/// <summary>What repeats.</summary>
internal enum SeriesStep
{
    /// <summary>Every so many days.</summary>
    Day,

    /// <summary>On days of every so many weeks.</summary>
    Week,

    /// <summary>On days of every so many months.</summary>
    Month,
}

/// <summary>A rule of repetition, checked already.</summary>
/// <param name="Step">What repeats.</param>
/// <param name="Interval">Every so many of them.</param>
/// <param name="Points">Week: 0 (Sunday) to 6; month: 1 to 31. Empty: the day of <paramref name="First"/>.</param>
/// <param name="First">No occurrence before this day.</param>
/// <param name="Last">No occurrence after this day.</param>
internal sealed record SeriesRule(SeriesStep Step, int Interval, IReadOnlyList<int> Points, DateOnly First, DateOnly Last)
{
    /// <summary>The days on which the series takes place, in order, each once.</summary>
    public IEnumerable<DateOnly> Days() => Step switch
    {
        SeriesStep.Day => EachDay(),
        SeriesStep.Week => EachWeek(),
        _ => EachMonth(),
    };

    private IEnumerable<DateOnly> EachDay()
    {
        for (var day = First; day <= Last; day = day.AddDays(Interval)) yield return day;
    }

    private IEnumerable<DateOnly> EachWeek()
    {
        var days = Points.Count == 0 ? [(int)First.DayOfWeek] : Points.Distinct().Order().ToArray();
        // Weeks begin on Sunday, as the points do; the week of the first day is the first.
        for (var sunday = First.AddDays(-(int)First.DayOfWeek); sunday <= Last; sunday = sunday.AddDays(7 * Interval))
            foreach (var point in days)
                if (sunday.AddDays(point) is var day && day >= First && day <= Last)
                    yield return day;
    }

    private IEnumerable<DateOnly> EachMonth()
    {
        var points = Points.Count == 0 ? [First.Day] : Points;
        for (var month = new DateOnly(First.Year, First.Month, 1); month <= Last; month = month.AddMonths(Interval))
        {
            // A day that the month lacks is its last; the 30th and the 31st may then be one.
            var length = DateTime.DaysInMonth(month.Year, month.Month);
            foreach (var point in points.Select(point => Math.Min(point, length)).Distinct().Order())
                if (month.AddDays(point - 1) is var day && day >= First && day <= Last)
                    yield return day;
        }
    }
}
