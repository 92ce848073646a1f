using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Tests.Kit;
using ConfEngine.Samples.Booking;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Contract.Tests.Samples;

public sealed class DotNetSampleTests : IDisposable
{
    private const long Noon = 1_700_000_000;
    private static readonly Method<BookRequest, Accepted> s_book = Wire<BookRequest>(BookingMethods.Book);
    private static readonly Method<EditRequest, Accepted> s_edit = Wire<EditRequest>(BookingMethods.Edit);
    private static readonly Method<CancelRequest, Accepted> s_cancel = Wire<CancelRequest>(BookingMethods.Cancel);
    private readonly TempFolder _folder = new();
    private readonly MeetingSpec _meeting = new() { Subject = "周会", StartTime = Noon + 3600, DurationMinutes = 30, MaxParticipants = 7 };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_meeting_is_booked_listed_changed_and_cancelled()
    {
        using var served = Start();
        served.Call(s_book, new BookRequest { Ticket = Ticket("op-1"), Meeting = _meeting });
        Assert.Equal(ListChange.Add, served.Notice(BookingNotices.ListChanged).Change);
        Assert.Null(served.Notice(OperationNotices.Result).Error);
        var entry = Assert.Single(served.Call(BookingMethods.List, new ListRequest()).Meetings);
        Assert.Equal(("周会", _meeting.StartTime + 1800, MeetingState.Scheduled), (entry.Subject, entry.EndTime, entry.State));
        var detail = served.Call(BookingMethods.Detail, new DetailRequest { MeetingId = entry.MeetingId });
        Assert.Equal(7, detail.Spec?.MaxParticipants);
        served.Call(s_edit, new EditRequest { Ticket = Ticket("op-2"), MeetingId = entry.MeetingId, Meeting = detail.Spec! with { Subject = "new" } });
        Assert.Equal("new", Assert.Single(served.Notice(BookingNotices.ListChanged).Meetings).Subject);
        served.Notice(OperationNotices.Result);
        served.Call(s_cancel, new CancelRequest { Ticket = Ticket("op-3"), MeetingId = entry.MeetingId });
        Assert.Equal(ListChange.Delete, served.Notice(BookingNotices.ListChanged).Change);
        served.Notice(OperationNotices.Result);
        Assert.Empty(served.Call(BookingMethods.List, new ListRequest()).Meetings);
        Assert.Equal(ErrorCodes.MeetingNotFound, served.Fail(BookingMethods.Detail, new DetailRequest { MeetingId = entry.MeetingId }));
    }

    [Fact]
    public void Meetings_outlive_the_process_and_the_same_operation_books_nothing_twice()
    {
        using (var served = Start()) Book(served, "op-1");
        using var again = Start(meetings: 1);
        again.Call(s_book, new BookRequest { Ticket = Ticket("op-1"), Meeting = _meeting });
        Assert.Null(again.Notice(OperationNotices.Result).Error);
        Assert.Single(again.Call(BookingMethods.List, new ListRequest()).Meetings);
    }

    [Fact]
    public void Two_meetings_at_one_time_need_the_setting()
    {
        using (var served = Start())
        {
            Book(served, "op-1");
            served.Call(s_book, new BookRequest { Ticket = Ticket("op-2"), Meeting = _meeting });
            Assert.Equal(ErrorCodes.TimeConflict, served.Notice(OperationNotices.Result).Error?.Code);
        }

        using var lenient = Start(allowOverlap: true, meetings: 1);
        Book(lenient, "op-3");
        var list = lenient.Call(BookingMethods.List, new ListRequest { Limit = 1 });
        Assert.True(list.More);
        Assert.Single(list.Meetings);
    }

    [Fact]
    public void A_meeting_that_has_begun_stays_as_it_is()
    {
        using var served = Start();
        served.Call(s_book, new BookRequest { Ticket = Ticket("op-1"), Meeting = _meeting with { StartTime = _meeting.StartTime - 3700 } });
        var meeting = Assert.Single(served.Notice(BookingNotices.ListChanged).Meetings);
        Assert.Equal(MeetingState.Running, meeting.State);
        served.Notice(OperationNotices.Result);
        served.Call(s_cancel, new CancelRequest { Ticket = Ticket("op-2"), MeetingId = meeting.MeetingId });
        Assert.Equal(ErrorCodes.MeetingAlreadyStarted, served.Notice(OperationNotices.Result).Error?.Code);
    }

    private static Method<T, Accepted> Wire<T>(Method method) => new(method.Name, MethodShape.Direct, Idempotent: true);

    private static OperationTicket Ticket(string id) => new() { Id = id, DeadlineMs = 1000 };

    private void Book(Served served, string id)
    {
        served.Call(s_book, new BookRequest { Ticket = Ticket(id), Meeting = _meeting });
        served.Notice(BookingNotices.ListChanged);
        Assert.Null(served.Notice(OperationNotices.Result).Error);
    }

    private Served Start(bool allowOverlap = false, int meetings = 0)
    {
        var served = new Served(new SamplesBookingPlugin(new StoppedClock()));
        served.Call(LifeMethods.Hello, Served.HelloOf(1, 1));
        var start = served.Ask(LifeMethods.Start, new StartRequest
        {
            ContractVersion = 1,
            DataFolder = _folder.FullName,
            Settings = new Dictionary<string, string> { ["allow_overlap"] = allowOverlap ? "true" : "false" },
        });
        var list = served.Notice(BookingNotices.ListChanged);
        Assert.Equal((ListChange.All, meetings), (list.Change, list.Meetings.Count));
        served.Response(start);
        return served;
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(Noon);
    }
}
