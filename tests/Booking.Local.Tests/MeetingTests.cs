using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;

namespace ConfEngine.Booking.Local.Tests;

public sealed class MeetingTests : IDisposable
{
    private readonly Room _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void A_meeting_is_booked_listed_looked_up_changed_and_cancelled()
    {
        var booked = _room.Book("2026-03-24 09:00", subject: "站会 📅");
        Assert.Equal(("站会 📅", Room.At("2026-03-24 10:00"), MeetingState.Scheduled, "Blue room", "Europe/Berlin"),
            (booked.Entry!.Subject, booked.Entry.EndTime, booked.Entry.State, booked.Entry.SchedulerName, booked.Entry.TimeZone));
        Assert.Equal(booked.Entry, Assert.Single(_room.All()));
        var detail = _room.Meetings.Detail(new DetailRequest { MeetingId = booked.MeetingId });
        Assert.Equal("站会 📅", detail.Spec!.Subject);

        var edited = _room.Meetings.Edit(new EditRequest { Ticket = _room.Ticket(), MeetingId = booked.MeetingId, Meeting = detail.Spec with { DurationMinutes = 15 } }).Meeting;
        Assert.Equal((booked.MeetingId, Room.At("2026-03-24 09:15")), (edited.MeetingId, edited.Entry!.EndTime));
        Assert.Single(_room.All());

        _room.Meetings.Cancel(new CancelRequest { Ticket = _room.Ticket(), MeetingId = booked.MeetingId });
        Assert.Empty(_room.All());
        Room.Refused(ErrorCodes.MeetingNotFound, () => _room.Meetings.Detail(new DetailRequest { MeetingId = booked.MeetingId }));
    }

    [Fact]
    public void An_edit_keeps_every_field_that_it_does_not_change()
    {
        var spec = new MeetingSpec
        {
            Subject = "Review", StartTime = Room.At("2026-03-24 09:00"), DurationMinutes = 45, Media = MediaType.Audio, TimeZoneCode = 27, CustomInfo = "{\"v\":1}", WaitingRoom = true,
            Attendees = [new Attendee { Number = "+4930123", Name = "Ада", Mute = true, Role = AttendeeRole.Host }], MaxParticipants = 7, Summary = Preference.On,
        };
        var id = _room.Meetings.Book(new BookRequest { Ticket = _room.Ticket(), Meeting = spec }).Meeting.MeetingId;
        var before = _room.Meetings.Detail(new DetailRequest { MeetingId = id }).Spec!;
        _room.Meetings.Edit(new EditRequest { Ticket = _room.Ticket(), MeetingId = id, Meeting = before with { Subject = "Retro" } });
        var after = _room.Meetings.Detail(new DetailRequest { MeetingId = id }).Spec!;
        Assert.Equal(Contract.Wire.MessageCodec.Encode(before with { Subject = "Retro" }), Contract.Wire.MessageCodec.Encode(after));
    }

    [Theory]
    [InlineData("2026-03-24 08:30", 30, true)]
    [InlineData("2026-03-24 10:00", 30, true)]
    [InlineData("2026-03-24 08:30", 31, false)]
    [InlineData("2026-03-24 09:59", 15, false)]
    [InlineData("2026-03-24 09:15", 15, false)]
    [InlineData("2026-03-24 08:00", 600, false)]
    public void Two_meetings_never_share_a_minute(string wall, int minutes, bool fits)
    {
        _room.Book("2026-03-24 09:00");
        if (fits)
        {
            _room.Book(wall, minutes);
            Assert.Equal(2, _room.All().Count);
            return;
        }

        var error = Room.Refused(ErrorCodes.TimeConflict, () => _room.Book(wall, minutes));
        Assert.Contains("2026-03-24 09:00 to 2026-03-24 10:00", error.Message);
        Assert.Single(_room.All());
    }

    [Fact]
    public void A_meeting_may_be_moved_within_its_own_time_but_not_into_another()
    {
        var first = _room.Book("2026-03-24 09:00");
        _room.Book("2026-03-24 10:00");
        var spec = first.Spec!;
        _room.Meetings.Edit(new EditRequest { Ticket = _room.Ticket(), MeetingId = first.MeetingId, Meeting = spec with { StartTime = spec.StartTime - 900 } });
        Room.Refused(ErrorCodes.TimeConflict,
            () => _room.Meetings.Edit(new EditRequest { Ticket = _room.Ticket(), MeetingId = first.MeetingId, Meeting = spec with { DurationMinutes = 61 } }));
    }

    [Fact]
    public void A_meeting_that_has_begun_cannot_be_changed_and_one_that_is_over_has_ended()
    {
        var meeting = _room.Book("2026-03-23 10:00");
        _room.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(MeetingState.Running, Assert.Single(_room.All()).State);
        Room.Refused(ErrorCodes.MeetingAlreadyStarted, () => _room.Meetings.Edit(new EditRequest { Ticket = _room.Ticket(), MeetingId = meeting.MeetingId, Meeting = meeting.Spec! }));
        Room.Refused(ErrorCodes.MeetingAlreadyStarted, () => _room.Meetings.Cancel(new CancelRequest { Ticket = _room.Ticket(), MeetingId = meeting.MeetingId }));
        _room.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(MeetingState.Ended, Assert.Single(_room.All()).State);
        Room.Refused(ErrorCodes.MeetingEnded, () => _room.Meetings.Cancel(new CancelRequest { Ticket = _room.Ticket(), MeetingId = meeting.MeetingId }));
        Assert.Empty(_room.Meetings.List(new ListRequest()).Meetings);
    }

    [Theory]
    [InlineData(14, ErrorCodes.DurationOutOfRange)]
    [InlineData(15, null)]
    [InlineData(0, null)]
    [InlineData(1440, null)]
    [InlineData(1441, ErrorCodes.DurationOutOfRange)]
    public void Durations_are_a_quarter_of_an_hour_to_a_day(int minutes, string? code)
    {
        if (code is null) Assert.Equal((minutes == 0 ? 30 : minutes) * 60, _room.Book("2026-03-25 09:00", minutes).Entry is { } entry ? entry.EndTime - entry.StartTime : -1);
        else Assert.Equal("duration_minutes", Room.Refused(code, () => _room.Book("2026-03-25 09:00", minutes)).Field);
    }

    [Fact]
    public void What_is_past_cannot_be_booked_but_now_can()
    {
        Room.Refused(ErrorCodes.TimeInPast, () => _room.Book("2026-03-23 08:00"));
        _room.Book("2026-03-23 09:00");
    }

    [Fact]
    public void There_are_no_virtual_rooms_and_what_is_not_done_is_said()
    {
        var meeting = new MeetingSpec { Subject = "X", StartTime = Room.At("2026-03-24 09:00"), Vmr = true };
        Assert.Equal("vmr", Room.Refused(ErrorCodes.NoSharedVmr, () => _room.Meetings.Book(new BookRequest { Ticket = _room.Ticket(), Meeting = meeting })).Field);
        var result = _room.Meetings.Book(new BookRequest { Ticket = _room.Ticket(), Meeting = meeting with { Vmr = false, Sms = true, Mail = true, AutoRecord = true, NeedPassword = true } });
        Assert.Equal(3, result.Warnings.Count);
        Assert.Matches("^[0-9]{6}$", result.Meeting.Entry!.GuestPassword);
        Assert.False(result.Meeting.GuestsNeedNoPassword);
    }

    [Fact]
    public void A_list_has_what_takes_place_in_a_span_in_order_and_says_when_there_is_more()
    {
        foreach (var hour in new[] { "12:00", "09:00", "11:00", "10:00" }) _room.Book($"2026-03-24 {hour}", subject: hour);
        var list = _room.Meetings.List(new ListRequest { FromTime = Room.At("2026-03-24 09:59"), ToTime = Room.At("2026-03-24 12:00") });
        Assert.Equal(["09:00", "10:00", "11:00"], list.Meetings.Select(meeting => meeting.Subject));
        Assert.False(list.More);
        list = _room.Meetings.List(new ListRequest { Limit = 2 });
        Assert.Equal((2, true), (list.Meetings.Count, list.More));
        Assert.Equal("limit", Room.Refused(ErrorCodes.InvalidArgument, () => _room.Meetings.List(new ListRequest { Limit = 1001 })).Field);
    }

    [Fact]
    public void Every_change_is_told()
    {
        _room.Meetings.TellAll();
        var meeting = _room.Book("2026-03-24 09:00");
        _room.Meetings.Edit(new EditRequest { Ticket = _room.Ticket(), MeetingId = meeting.MeetingId, Meeting = meeting.Spec! with { Subject = "B" } });
        _room.Meetings.Cancel(new CancelRequest { Ticket = _room.Ticket(), MeetingId = meeting.MeetingId });
        _room.Meetings.TellAll();
        Assert.Equal([(ListChange.All, 0), (ListChange.Add, 1), (ListChange.Add, 1), (ListChange.Delete, 1), (ListChange.All, 0)],
            _room.Told.Select(told => (told.Change, told.Meetings.Count)));
        Assert.All(_room.Told.SelectMany(told => told.Meetings), entry => Assert.Equal(meeting.MeetingId, entry.MeetingId));
    }
}
