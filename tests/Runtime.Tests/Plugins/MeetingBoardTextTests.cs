using ConfEngine.Runtime.Plugins;

namespace ConfEngine.Runtime.Tests.Plugins;

public sealed class MeetingBoardTextTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 14, 9, 41, 30, TimeSpan.FromHours(8));
    private readonly MeetingBoardText _text = new();

    [Fact]
    public void Meetings_are_told_in_the_rooms_time_and_those_that_are_over_are_gone()
    {
        var board = _text.Of(Day(s_now, Meeting("over", -3, -1), Meeting("runs", -1, 1), Meeting("comes", 2, 3)), s_now)!;
        Assert.Equal([("08:41 - 10:41", "runs", true), ("11:41 - 12:41", "comes", false)], board.Lines.Select(line => (line.Time, line.Subject, line.IsNow)));
        Assert.Equal(("", false), (board.Note, board.IsStale));
    }

    [Theory]
    [InlineData(2, "", false)]
    [InlineData(3, "3 min old", true)]
    [InlineData(119, "119 min old", true)]
    [InlineData(180, "3 h old", true)]
    public void The_age_is_told_when_it_is_worth_a_word(int minutes, string note, bool isStale)
    {
        var board = _text.Of(Day(s_now.AddMinutes(-minutes)), s_now)!;
        Assert.Equal((note, isStale), (board.Note, board.IsStale));
    }

    [Fact]
    public void What_was_never_told_is_said() =>
        Assert.Equal("no answer from the booking service", _text.Of(new CalendarDay("p", s_now, [], null, "timeout"), s_now)!.Note);

    [Theory]
    [InlineData(long.MinValue, long.MaxValue, "08:00 - 08:00")]
    [InlineData(0, 253_402_300_799, "08:00 - 08:00")]
    public void Times_that_no_meeting_has_are_told_all_the_same(long from, long to, string time)
    {
        var meeting = new BookedMeeting("m", "m", MeetingCalendar.Time(from), MeetingCalendar.Time(to));
        Assert.Equal(time, Assert.Single(_text.Of(Day(s_now, meeting), s_now)!.Lines).Time);
    }

    [Fact]
    public void Without_a_day_there_is_no_board() => Assert.Null(_text.Of(null, s_now));

    [Fact]
    public void The_board_is_the_same_object_until_the_minute_or_the_day_changes()
    {
        var day = Day(s_now, Meeting("comes", 2, 3));
        var board = _text.Of(day, s_now);
        Assert.Same(board, _text.Of(day, s_now.AddSeconds(20)));
        Assert.NotSame(board, _text.Of(day, s_now.AddSeconds(31)));
        Assert.NotSame(board, _text.Of(day with { }, s_now.AddSeconds(31)));
    }

    private static CalendarDay Day(DateTimeOffset asOf, params BookedMeeting[] meetings) => new("p", s_now, meetings, asOf, "");

    private static BookedMeeting Meeting(string subject, int from, int to) => new(subject, subject, s_now.AddHours(from).ToUniversalTime(), s_now.AddHours(to).ToUniversalTime());
}
