using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Wire;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>What the capability <c>booking</c> demands.</summary>
internal static class BookingRules
{
    private const string Unknown = "no-such-meeting-1";
    private const int Year = 366 * 86_400;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("booking.list", Tier.Gold, "Lists the meetings of a span of time, in the order of their start.",
            "Give those that end after from_time and begin before to_time, sorted by start_time, at most limit of them.", List),
        new("booking.book", Tier.Gold, "A meeting that was booked is listed, and its detail is what was booked.",
            "Store subject, start_time and duration_minutes as they are; times are Unix seconds UTC.", Book),
        new("booking.edit", Tier.Gold, "An edit changes what it is to change, and nothing else.",
            "Give the whole meeting back in booking.detail, and store the whole meeting of an edit.", Edit),
        new("booking.cancel", Tier.Gold, "A meeting that was cancelled is neither listed nor found any more.",
            "Answer booking.detail of a cancelled meeting with 'meeting-not-found'.", Cancel),
        new("booking.unknown", Tier.Gold, "Answers what concerns a meeting that it does not know with 'meeting-not-found'.",
            "Map the vendor's code for an unknown meeting to 'meeting-not-found'.", UnknownMeeting),
        new("booking.conflict", Tier.Gold, "Refuses a second meeting at one time with a code for that, if it refuses it.",
            "Map the vendor's code to 'time-conflict', 'vmr-conflict' or 'concurrency-exhausted'.", Conflict),
        new("booking.past", Tier.Gold, "Refuses a start before now with 'time-in-past', if it refuses it.",
            "Map the vendor's code to 'time-in-past', with the field start_time.", Past),
        new("booking.notices", Tier.Gold, "Tells the whole list after the start, and each change of it.",
            "Send booking.list-changed: all after start, add after book and edit, delete after cancel.", Notices),
        new("booking.series", Tier.Gold, "Books a series of three days as three meetings, and cancels it as a whole.",
            "Count the meetings of the rule in booked, and those above the limit in dropped.", Series),
    ];

    private static void List(Subject subject)
    {
        var from = MeetingSlot.Now(subject);
        var list = ListOf(subject, new ListRequest { FromTime = from, ToTime = from + Year, Limit = 1000 });
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0 && list[i].StartTime < list[i - 1].StartTime) throw new RuleBrokenException($"meeting {i + 1} of {list.Count} begins before meeting {i}");
            if (list[i].EndTime <= from || list[i].StartTime >= from + Year) throw new RuleBrokenException($"meeting '{list[i].MeetingId}' is not in the span that was asked for");
            if (list[i].MeetingId.Length == 0) throw new RuleBrokenException($"meeting {i + 1} of {list.Count} has no id");
        }
    }

    private static void Book(Subject subject)
    {
        using var booked = BookedMeeting.Make(subject);
        var entry = ListOf(subject, MeetingSlot.ListAround(booked.Spec)).FirstOrDefault(meeting => meeting.MeetingId == booked.Id)
            ?? throw new RuleBrokenException($"the meeting '{booked.Id}', which was booked, is not in the list of its time");
        Same("subject in the list", booked.Spec.Subject, entry.Subject);
        Same("start_time in the list", booked.Spec.StartTime, entry.StartTime);
        Same("end_time in the list", booked.Spec.StartTime + booked.Spec.DurationMinutes * 60, entry.EndTime);
        var spec = booked.Detail();
        Same("subject in the detail", booked.Spec.Subject, spec.Subject);
        Same("start_time in the detail", booked.Spec.StartTime, spec.StartTime);
        Same("duration_minutes in the detail", booked.Spec.DurationMinutes, spec.DurationMinutes);
    }

    private static void Edit(Subject subject)
    {
        using var booked = BookedMeeting.Make(subject);
        var before = booked.Detail();
        var wanted = before with { Subject = before.Subject + " ed." };
        var edit = new EditRequest { Ticket = Operation.NewTicket(subject.OperationMs), MeetingId = booked.Id, Meeting = wanted };
        Operation.Expect(subject, subject.Running, BookingMethods.Edit, edit);
        var after = booked.Detail();
        Same("subject after the edit", wanted.Subject, after.Subject);
        if (!MessageCodec.Encode(wanted).AsSpan().SequenceEqual(MessageCodec.Encode(after)))
            throw new RuleBrokenException("the detail after an edit of the subject differs from the detail before in another field, too");
    }

    private static void Cancel(Subject subject)
    {
        using var booked = BookedMeeting.Make(subject);
        var cancel = new CancelRequest { Ticket = Operation.NewTicket(subject.OperationMs), MeetingId = booked.Id };
        Operation.Expect(subject, subject.Running, BookingMethods.Cancel, cancel);
        if (ListOf(subject, MeetingSlot.ListAround(booked.Spec)).Any(meeting => meeting.MeetingId == booked.Id && meeting.State != MeetingState.Cancelled))
            throw new RuleBrokenException("the meeting is still in the list after it was cancelled");
        ExpectUnknown(subject.Running.Call(BookingMethods.Detail.Name, new DetailRequest { MeetingId = booked.Id }, subject.CallMs).Error, "booking.detail of a cancelled meeting");
    }

    private static void UnknownMeeting(Subject subject)
    {
        var conversation = subject.Running;
        ExpectUnknown(conversation.Call(BookingMethods.Detail.Name, new DetailRequest { MeetingId = Unknown }, subject.CallMs).Error, "booking.detail");
        var cancel = new CancelRequest { Ticket = Operation.NewTicket(subject.OperationMs), MeetingId = Unknown };
        Operation.Run(subject, conversation, BookingMethods.Cancel, cancel, out var error);
        ExpectUnknown(error, "booking.cancel");
        var edit = new EditRequest { Ticket = Operation.NewTicket(subject.OperationMs), MeetingId = Unknown, Meeting = MeetingSlot.Next(subject) };
        Operation.Run(subject, conversation, BookingMethods.Edit, edit, out error);
        ExpectUnknown(error, "booking.edit");
    }

    private static void ExpectUnknown(ContractError? error, string what)
    {
        if (error is { Code: ErrorCodes.MeetingNotFound or ErrorCodes.Unsupported }) return;
        throw new RuleBrokenException($"{what} was answered with {(error is null ? "success" : Conversation.Text(error))}; '{ErrorCodes.MeetingNotFound}' is expected");
    }

    private static void Conflict(Subject subject)
    {
        using var booked = BookedMeeting.Make(subject);
        using var second = BookedMeeting.TryMake(subject, booked.Spec with { Subject = booked.Spec.Subject + " twin" }, out var error);
        if (error is not (null or { Code: ErrorCodes.TimeConflict or ErrorCodes.VmrConflict or ErrorCodes.ConcurrencyExhausted }))
            throw new RuleBrokenException($"a second meeting at the same time was refused with {Conversation.Text(error)}");
    }

    private static void Past(Subject subject)
    {
        using var booked = BookedMeeting.TryMake(subject, MeetingSlot.Next(subject) with { StartTime = MeetingSlot.Now(subject) - 3600 }, out var error);
        if (error is not (null or { Code: ErrorCodes.TimeInPast })) throw new RuleBrokenException($"a start an hour ago was refused with {Conversation.Text(error)}");
    }

    private static void Notices(Subject subject)
    {
        using var booked = BookedMeeting.Make(subject);
        if (Told(subject, change => change.Change == ListChange.All) == 0) throw new RuleBrokenException("the whole list was never told after the start");
        if (Told(subject, change => change.Change != ListChange.Delete && Has(change, booked.Id)) == 0) throw new RuleBrokenException("a meeting was booked, and no booking.list-changed told of it");
        var before = Told(subject, change => IsGone(change, booked.Id), least: 0);
        booked.Dispose();
        if (Told(subject, change => IsGone(change, booked.Id), before + 1) == before) throw new RuleBrokenException("a meeting was cancelled, and no booking.list-changed told of it");
    }

    private static bool Has(ListChanged change, string id) => change.Meetings.Any(meeting => meeting.MeetingId == id);

    private static bool IsGone(ListChanged change, string id) => change.Change == ListChange.All ? !Has(change, id) : change.Change == ListChange.Delete && Has(change, id);

    // How many notices so far fit; waits for the least.
    private static int Told(Subject subject, Func<ListChanged, bool> fits, int least = 1) => subject.Running.AwaitHeard(
        heard => heard.Method == BookingNotices.ListChanged.Name && fits(Conversation.Read<ListChanged>(heard.Payload, heard.Method)), least, Subject.AtOnceMs).Count;

    private static void Series(Subject subject)
    {
        const long Day = 86_400;
        var meeting = MeetingSlot.Next(subject) with { TimeZone = "UTC" };
        // Beyond the single meetings of the other rules.
        var first = meeting.StartTime + 20 * Day;
        var request = new BookRecurringRequest
        {
            Ticket = Operation.NewTicket(subject.OperationMs),
            Meeting = meeting with { StartTime = first },
            Cycle = new CycleSpec { StartTime = first, EndTime = first + 2 * Day, Unit = CycleUnit.Day, Interval = 1 },
        };
        var result = Operation.Expect(subject, subject.Running, BookingMethods.BookRecurring, request);
        var cancel = new CancelRecurringRequest { Ticket = Operation.NewTicket(subject.OperationMs), SeriesId = result.SeriesId };
        Operation.Run(subject, subject.Running, BookingMethods.CancelRecurring, cancel, out var error);
        if ((result.Booked, result.Dropped) != (3, 0)) throw new RuleBrokenException($"{result.Booked} were booked and {result.Dropped} dropped of a daily meeting on three days");
        if (error is not (null or { Code: ErrorCodes.Unsupported })) throw new RuleBrokenException($"the series could not be cancelled: {Conversation.Text(error)}");
        var left = ListOf(subject, new ListRequest { FromTime = first, ToTime = first + 3 * Day, Limit = 1000 }).Count(entry => entry.Subject == meeting.Subject && entry.State != MeetingState.Cancelled);
        if (error is null && left > 0) throw new RuleBrokenException($"{left} meetings of the series are left after it was cancelled");
    }

    private static IReadOnlyList<MeetingEntry> ListOf(Subject subject, ListRequest request) => subject.Running.Expect(BookingMethods.List, request, subject.CallMs).Meetings;

    private static void Same<T>(string what, T booked, T seen)
    {
        if (!EqualityComparer<T>.Default.Equals(booked, seen)) throw new RuleBrokenException($"{what} is '{seen}'; '{booked}' was booked");
    }
}
