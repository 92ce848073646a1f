using ConfEngine.Booking.Local.Series;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;

namespace ConfEngine.Booking.Local.Tests;

public sealed class SeriesTests : IDisposable
{
    private readonly Room _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData(0, 3, "", "2026-03-24", "2026-04-02", "03-24 03-27 03-30 04-02")]
    [InlineData(1, 1, "1,3,5", "2026-03-24", "2026-04-01", "03-25 03-27 03-30 04-01")]
    [InlineData(1, 2, "0,6", "2026-03-24", "2026-04-12", "03-28 04-05 04-11")]
    [InlineData(2, 1, "31", "2026-01-05", "2026-05-01", "01-31 02-28 03-31 04-30")]
    [InlineData(2, 1, "28,30,31", "2026-02-01", "2026-03-31", "02-28 03-28 03-30 03-31")]
    [InlineData(2, 3, "1", "2026-01-02", "2026-12-31", "04-01 07-01 10-01")]
    [InlineData(2, 1, "29", "2028-02-01", "2028-03-30", "02-29 03-29")]
    public void The_days_of_a_rule(int step, int interval, string points, string first, string last, string days)
    {
        var rule = new SeriesRule((SeriesStep)step, interval, [.. points.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], DateOnly.Parse(first), DateOnly.Parse(last));
        Assert.Equal(days, string.Join(' ', rule.Days().Select(day => day.ToString("MM-dd"))));
    }

    [Fact]
    public void The_clock_on_the_wall_shows_the_same_when_summer_time_begins()
    {
        // 2026-03-29, at 2 o'clock, the clocks of Berlin go forward.
        var booked = Book("2026-03-27 09:00", "2026-03-31 23:00", CycleUnit.Day, 1);
        Assert.Equal(5, booked.Booked);
        Assert.All(booked.Meetings, meeting => Assert.Equal(9, WallTime.At(meeting.StartTime, WallTime.Zone("Europe/Berlin")).Hour));
        Assert.Equal(23 * 3600, booked.Meetings[2].StartTime - booked.Meetings[1].StartTime);
    }

    [Fact]
    public void An_hour_that_is_left_out_is_the_one_after_it_and_one_that_comes_twice_the_first()
    {
        Assert.Equal(Room.At("2026-03-29 03:30"), Room.At("2026-03-29 02:30"));
        Assert.Equal(3600, Room.At("2026-10-25 03:00") - Room.At("2026-10-25 02:00") - 3600);
    }

    [Fact]
    public void At_most_50_are_booked_and_the_others_are_told()
    {
        var booked = Book("2026-03-24 09:00", "2026-05-22 23:00", CycleUnit.Day, 1);
        Assert.Equal((50, 10), (booked.Booked, booked.Dropped));
        Assert.Contains(booked.Warnings, warning => warning.StartsWith("50 booked, 10 dropped", StringComparison.Ordinal));
        Assert.Equal(50, _room.All().Count);
        Assert.All(_room.All(), meeting => Assert.Equal((booked.SeriesId, MeetingKind.Occurrence), (meeting.SeriesId, meeting.Kind)));
        Assert.Equal((ListChange.Add, 50), Assert.Single(_room.Told) is { } told ? (told.Change, told.Meetings.Count) : default);
    }

    [Theory]
    [InlineData(CycleUnit.Day, 16, "", "interval")]
    [InlineData(CycleUnit.Week, 6, "1", "interval")]
    [InlineData(CycleUnit.Month, 4, "1", "interval")]
    [InlineData(CycleUnit.Week, 1, "7", "points[0]")]
    [InlineData(CycleUnit.Month, 1, "1,32", "points[1]")]
    [InlineData(CycleUnit.Week, 1, "", "points")]
    public void A_rule_out_of_its_ranges_is_refused_by_field(CycleUnit unit, int interval, string points, string field)
    {
        var error = Room.Refused(ErrorCodes.InvalidArgument, () => Book("2026-03-24 09:00", "2026-05-22 23:00", unit, interval, [.. points.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]));
        Assert.Equal(field, error.Field);
    }

    [Fact]
    public void A_span_of_more_than_a_year_is_refused() =>
        Assert.Equal("end_time", Room.Refused(ErrorCodes.InvalidArgument, () => Book("2026-03-24 09:00", "2027-04-01 09:00", CycleUnit.Month, 1, [1])).Field);

    [Fact]
    public void A_series_is_booked_as_a_whole_or_not_at_all()
    {
        _room.Book("2026-03-26 09:15");
        Assert.Contains("2026-03-26", Room.Refused(ErrorCodes.TimeConflict, () => Book("2026-03-24 09:00", "2026-03-30 23:00", CycleUnit.Day, 1)).Message);
        Assert.Single(_room.All());
    }

    [Fact]
    public void Meetings_of_a_day_each_do_not_fit_on_the_day_of_23_hours() =>
        Room.Refused(ErrorCodes.TimeConflict, () => Book("2026-03-27 09:00", "2026-03-31 23:00", CycleUnit.Day, 1, minutes: 1440));

    [Fact]
    public void An_edit_of_a_series_moves_what_has_not_begun_and_keeps_ids()
    {
        var booked = Book("2026-03-24 09:00", "2026-03-27 23:00", CycleUnit.Day, 1);
        _room.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(2));
        var edited = _room.Series.Edit(new EditRecurringRequest
        {
            Ticket = _room.Ticket(), SeriesId = booked.SeriesId,
            Meeting = Spec("2026-03-25 14:00", 30), Cycle = new CycleSpec { StartTime = Room.At("2026-03-25 00:00"), EndTime = Room.At("2026-03-26 23:00") },
        });
        Assert.Equal(2, edited.Booked);
        Assert.Equal(booked.Meetings.Skip(1).Take(2).Select(meeting => meeting.MeetingId), edited.Meetings.Select(meeting => meeting.MeetingId));
        Assert.Equal([Room.At("2026-03-24 09:00"), Room.At("2026-03-25 14:00"), Room.At("2026-03-26 14:00")], _room.All().Select(meeting => meeting.StartTime));
    }

    [Fact]
    public void One_meeting_of_a_series_is_moved_and_cancelled_by_itself()
    {
        var booked = Book("2026-03-24 09:00", "2026-03-27 23:00", CycleUnit.Day, 1);
        var (second, third) = (booked.Meetings[1], booked.Meetings[2]);
        _room.Series.Book(new BookRecurringRequest { Ticket = _room.Ticket(), Meeting = Spec("2026-04-01 09:00", 30), Cycle = new CycleSpec { StartTime = Room.At("2026-04-01 00:00"), EndTime = Room.At("2026-04-01 23:00") } });
        _room.Meetings.EditOccurrence(new EditOccurrenceRequest { Ticket = _room.Ticket(), SeriesId = booked.SeriesId, MeetingId = second.MeetingId, Meeting = Spec("2026-03-25 16:00", 30) });
        _room.Meetings.CancelOccurrence(new CancelOccurrenceRequest { Ticket = _room.Ticket(), SeriesId = booked.SeriesId, MeetingId = third.MeetingId });
        Room.Refused(ErrorCodes.MeetingNotFound, () => _room.Meetings.CancelOccurrence(new CancelOccurrenceRequest { Ticket = _room.Ticket(), SeriesId = "s-other", MeetingId = second.MeetingId }));
        Assert.Equal([Room.At("2026-03-24 09:00"), Room.At("2026-03-25 16:00"), Room.At("2026-03-27 09:00"), Room.At("2026-04-01 09:00")], _room.All().Select(meeting => meeting.StartTime));
        Assert.Equal(booked.SeriesId, _room.All()[1].SeriesId);
    }

    [Fact]
    public void A_cancelled_series_leaves_what_was_and_ends_what_runs_only_when_asked()
    {
        var booked = Book("2026-03-24 09:00", "2026-03-27 23:00", CycleUnit.Day, 1);
        _room.Time.Advance(TimeSpan.FromHours(24.25));
        _room.Series.Cancel(new CancelRecurringRequest { Ticket = _room.Ticket(), SeriesId = booked.SeriesId });
        Assert.Equal(MeetingState.Running, Assert.Single(_room.All()).State);
        _room.Series.Cancel(new CancelRecurringRequest { Ticket = _room.Ticket(), SeriesId = booked.SeriesId, EndRunning = true });
        Assert.Equal((MeetingState.Ended, _room.Time.Unix), Assert.Single(_room.All()) is { } entry ? (entry.State, entry.EndTime) : default);
        Room.Refused(ErrorCodes.MeetingNotFound, () => _room.Series.Cancel(new CancelRecurringRequest { Ticket = _room.Ticket(), SeriesId = "s-none" }));
    }

    private static MeetingSpec Spec(string wall, int minutes) => new() { Subject = "Daily", StartTime = Room.At(wall), DurationMinutes = minutes };

    private RecurringResult Book(string from, string to, CycleUnit unit, int interval, int[]? points = null, int minutes = 30) => _room.Series.Book(new BookRecurringRequest
    {
        Ticket = _room.Ticket(),
        Meeting = Spec(from, minutes),
        Cycle = new CycleSpec { StartTime = Room.At(from), EndTime = Room.At(to), Unit = unit, Interval = interval, Points = points ?? [] },
    });
}
