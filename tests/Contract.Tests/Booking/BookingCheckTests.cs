using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;

namespace ConfEngine.Contract.Tests.Booking;

public sealed class BookingCheckTests
{
    private const long Now = 1_700_000_000;
    private static readonly MeetingSpec s_meeting = new() { Subject = "周会", StartTime = Now + 60, DurationMinutes = 30, Attendees = [new Attendee { Number = "1" }] };
    private static readonly CycleSpec s_cycle = new() { StartTime = Now + 60, EndTime = Now + (30 * 86_400), Unit = CycleUnit.Week, Interval = 1, Points = [1, 3] };

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(1440, true)]
    [InlineData(1441, false)]
    [InlineData(0, true)]
    [InlineData(-30, false)]
    public void A_duration_has_bounds(int minutes, bool allowed) =>
        Check(s_meeting with { DurationMinutes = minutes }, allowed ? null : "duration_minutes", ErrorCodes.DurationOutOfRange);

    [Fact]
    public void A_start_in_the_past_is_refused()
    {
        Check(s_meeting with { StartTime = Now }, null);
        Check(s_meeting with { StartTime = Now - 1 }, "start_time", ErrorCodes.TimeInPast);
        Check(s_meeting with { StartTime = BookingLimits.LatestTime }, null);
        Check(s_meeting with { StartTime = BookingLimits.LatestTime + 1 }, "start_time");
        Check(s_meeting with { StartTime = long.MaxValue }, "start_time");
    }

    [Fact]
    public void A_subject_is_counted_in_the_transports_way()
    {
        var bytes385 = new string('会', 128) + "x";
        Check(s_meeting with { Subject = bytes385 }, null);
        Check(s_meeting with { Subject = bytes385 + "x" }, "subject", ErrorCodes.SubjectTooLong);
        Check(s_meeting with { Subject = new string('会', 128) }, null, limits: BookingLimits.Rest);
        Check(s_meeting with { Subject = string.Concat(Enumerable.Repeat("😀", 128)) }, null, limits: BookingLimits.Rest);
        Check(s_meeting with { Subject = new string('会', 129) }, "subject", ErrorCodes.SubjectTooLong, BookingLimits.Rest);
    }

    [Fact]
    public void Every_text_has_an_end_in_bytes()
    {
        Text(BookingLimits.PasswordBytes, text => s_meeting with { GuestPassword = text }, "guest_password", ErrorCodes.PasswordPolicy);
        Text(BookingLimits.TimeZoneBytes, text => s_meeting with { TimeZone = text }, "time_zone");
        Text(BookingLimits.VmrIdBytes, text => s_meeting with { VmrId = text }, "vmr_id");
        Text(BookingLimits.CustomInfoBytes, text => s_meeting with { CustomInfo = text }, "custom_info");
        Text(BookingLimits.NumberBytes, text => With(new Attendee { Number = text }), "attendees[0].number");
        Text(BookingLimits.UserIdBytes, text => With(new Attendee { ThirdUserId = text }), "attendees[0].third_user_id");
        Text(BookingLimits.NameBytes, text => With(new Attendee { Number = "1", Name = text }), "attendees[0].name");
        Text(BookingLimits.EmailBytes, text => With(new Attendee { Number = "1", Email = text }), "attendees[0].email");
        Text(BookingLimits.NumberBytes, text => With(new Attendee { Number = "1", Sms = text }), "attendees[0].sms");
    }

    [Fact]
    public void Numbers_and_choices_have_bounds()
    {
        Check(s_meeting with { TimeZoneCode = 77 }, null);
        Check(s_meeting with { TimeZoneCode = 78 }, "time_zone_code");
        Check(s_meeting with { GuestStartMinutes = 1441 }, "guest_start_minutes");
        Check(s_meeting with { MaxParticipants = -1 }, "max_participants");
        Check(s_meeting with { ResourceType = -1 }, "resource_type");
        Check(s_meeting with { Media = (MediaType)2 }, "media");
        Check(s_meeting with { VmrIdType = (VmrIdType)(-1) }, "vmr_id_type");
        Check(s_meeting with { JoinRestriction = (JoinRestriction)4 }, "join_restriction");
        Check(s_meeting with { Summary = (Preference)3 }, "summary");
        Check(s_meeting with { MuteGuests = (Preference)3 }, "mute_guests");
        Check(s_meeting with { MuteTerminals = (Preference)3 }, "mute_terminals");
        Check(With(new Attendee { Number = "1", Role = (AttendeeRole)9 }), "attendees[0].role");
    }

    [Fact]
    public void Attendees_have_a_name_and_a_number()
    {
        Check(With(new Attendee { Name = "Ada" }), "attendees[0]");
        Check(With(new Attendee { ThirdUserId = "ada" }), null);
        Check(s_meeting with { Attendees = [.. Enumerable.Repeat(new Attendee { Number = "1" }, 400)] }, null);
        Check(s_meeting with { Attendees = [.. Enumerable.Repeat(new Attendee { Number = "1" }, 401)] }, "attendees");
    }

    [Fact]
    public void A_rule_of_a_series_has_bounds()
    {
        Cycle(s_cycle, null);
        Cycle(s_cycle with { StartTime = Now }, "start_time");
        Cycle(s_cycle with { EndTime = Now }, "end_time");
        Cycle(s_cycle with { EndTime = Now + 60 + (366L * 86_400) }, null);
        Cycle(s_cycle with { EndTime = Now + 61 + (366L * 86_400) }, "end_time");
        Cycle(s_cycle with { Interval = 5 }, null);
        Cycle(s_cycle with { Interval = 6 }, "interval");
        Cycle(s_cycle with { Unit = CycleUnit.Day, Points = [], Interval = 15 }, null);
        Cycle(s_cycle with { Unit = CycleUnit.Day, Points = [], Interval = 16 }, "interval");
        Cycle(s_cycle with { Unit = CycleUnit.Month, Interval = 4 }, "interval");
        Cycle(s_cycle with { Unit = CycleUnit.Month, Points = [31] }, null);
        Cycle(s_cycle with { Unit = CycleUnit.Month, Points = [0] }, "points[0]");
        Cycle(s_cycle with { Points = [0, 6] }, null);
        Cycle(s_cycle with { Points = [0, 7] }, "points[1]");
        Cycle(s_cycle with { Points = [] }, "points");
        Cycle(s_cycle with { Points = [.. Enumerable.Repeat(1, 32)] }, "points");
        Cycle(s_cycle with { RemindDays = 31 }, "remind_days");
        Cycle(s_cycle with { Unit = (CycleUnit)3 }, "unit");
        Cycle(s_cycle with { StartTime = BookingLimits.LatestTime, EndTime = BookingLimits.LatestTime }, null);
        Cycle(s_cycle with { StartTime = BookingLimits.LatestTime, EndTime = BookingLimits.LatestTime + 1 }, "end_time");
        Assert.False(BookingCheck.TryCheck(s_cycle with { StartTime = long.MaxValue - 5, EndTime = long.MaxValue }, Now, out var error));
        Assert.Equal(("start_time", ErrorCodes.InvalidArgument), (error.Field, error.Code));
    }

    [Fact]
    public void An_id_is_there_and_ends()
    {
        Assert.True(BookingCheck.TryCheckId("meeting_id", new string('x', 64), out _));
        Assert.False(BookingCheck.TryCheckId("meeting_id", new string('x', 65), out var error));
        Assert.Equal("meeting_id", error.Field);
        Assert.False(BookingCheck.TryCheckId("series_id", "", out error));
        Assert.Equal("series_id", error.Field);
    }

    private static MeetingSpec With(Attendee attendee) => s_meeting with { Attendees = [attendee] };

    private static void Text(int most, Func<string, MeetingSpec> make, string field, string code = ErrorCodes.TooLong)
    {
        var fits = new string('密', most / 3) + new string('x', most % 3);
        Check(make(fits), null);
        Check(make(fits + "x"), field, code);
    }

    private static void Check(MeetingSpec meeting, string? field, string code = ErrorCodes.InvalidArgument, BookingLimits? limits = null)
    {
        Assert.Equal(field is null, BookingCheck.TryCheck(meeting, limits ?? BookingLimits.Sdk, Now, out var error));
        Expect(error, field, code);
    }

    private static void Cycle(CycleSpec cycle, string? field)
    {
        Assert.Equal(field is null, BookingCheck.TryCheck(cycle, Now, out var error));
        Expect(error, field, field == "start_time" ? ErrorCodes.TimeInPast : ErrorCodes.InvalidArgument);
    }

    private static void Expect(ContractError? error, string? field, string code)
    {
        if (field is null)
        {
            Assert.Null(error);
            return;
        }

        Assert.Equal((field, code), (error!.Field, error.Code));
        Assert.Contains(field.Split('.')[0], error.Message);
    }
}
