using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;

namespace ConfEngine.PluginHost.Tests.Conformance;

/// <summary>A booking plugin that keeps every rule, in memory. A test makes it bad by one flag.</summary>
internal class GoodBooking : BookingPlugin
{
    private readonly SortedDictionary<string, MeetingSpec> _meetings = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>What is wrong with it; empty for nothing.</summary>
    public string Fault { get; init; } = "";

    protected override ValueTask StartAsync(CancellationToken cancellation)
    {
        if (Fault != "life.settings" && Context.Text("url").Length == 0) throw new ContractException(ErrorCodes.BadSettings, "url is missing", "url");
        Context.Log(LogLevel.Info, Fault == "log.secrets" ? $"signing in with {Context.Secret("token")}" : "signing in");
        // Two that are there already, so that an order can be seen.
        for (var day = 1; day <= 2; day++) Add(new MeetingSpec { Subject = $"day {day}", StartTime = DateTimeOffset.Now.AddDays(day).ToUnixTimeSeconds(), DurationMinutes = 30 });
        TellListChanged(ListChange.All, [.. _meetings.Keys.Select(Entry)]);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask<byte[]?> SaveAsync(CancellationToken cancellation) => new(Fault == "state.save" ? new byte[SavedState.MaxBytes + 1] : [1, 2, 3]);

    protected override ValueTask<BookResult> BookAsync(BookRequest request, PluginCall call)
    {
        if (Fault == "booking.conflict" && _meetings.Values.Any(other => other.StartTime == request.Meeting.StartTime)) throw new ContractException(ErrorCodes.Internal, "occupied");
        if (request.Meeting.StartTime < DateTimeOffset.Now.ToUnixTimeSeconds()) throw new ContractException(ErrorCodes.TimeInPast, "long ago", "start_time");
        var id = Add(request.Meeting);
        TellListChanged(ListChange.Add, Entry(id));
        return new(new BookResult { Meeting = Detail(id) });
    }

    protected override ValueTask<BookResult> EditAsync(EditRequest request, PluginCall call)
    {
        Find(request.MeetingId);
        _meetings[request.MeetingId] = Fault == "booking.edit" ? request.Meeting with { TimeZone = "" } : request.Meeting;
        TellListChanged(ListChange.Add, Entry(request.MeetingId));
        return new(new BookResult { Meeting = Detail(request.MeetingId) });
    }

    protected override ValueTask<Nothing> CancelAsync(CancelRequest request, PluginCall call)
    {
        Find(request.MeetingId);
        var entry = Entry(request.MeetingId);
        if (Fault != "booking.cancel") _meetings.Remove(request.MeetingId);
        if (Fault != "booking.notices") TellListChanged(ListChange.Delete, entry);
        return new(Nothing.Instance);
    }

    protected override ValueTask<RecurringResult> BookRecurringAsync(BookRecurringRequest request, PluginCall call)
    {
        var booked = 0;
        for (var start = request.Cycle.StartTime; start <= request.Cycle.EndTime && (Fault != "booking.series" || booked < 2); start += 86_400, booked++)
            Add(request.Meeting with { StartTime = start, VmrId = "series" });
        return new(new RecurringResult { SeriesId = "series", Booked = booked });
    }

    protected override ValueTask<Nothing> CancelRecurringAsync(CancelRecurringRequest request, PluginCall call)
    {
        foreach (var id in _meetings.Where(meeting => meeting.Value.VmrId == request.SeriesId).Select(meeting => meeting.Key).ToList()) _meetings.Remove(id);
        return new(Nothing.Instance);
    }

    protected override ValueTask<MeetingList> ListAsync(ListRequest request, PluginCall call)
    {
        var entries = _meetings.Keys.Select(Entry).Where(entry => entry.EndTime > request.FromTime && (request.ToTime == 0 || entry.StartTime < request.ToTime)).OrderBy(entry => entry.StartTime);
        return new(new MeetingList { Meetings = Fault == "booking.list" ? [.. entries.Reverse()] : [.. entries] });
    }

    protected override ValueTask<MeetingDetail> DetailAsync(DetailRequest request, PluginCall call)
    {
        Find(request.MeetingId);
        return new(Detail(request.MeetingId));
    }

    private string Add(MeetingSpec meeting)
    {
        var id = $"meeting-{++_last:0000}";
        _meetings.Add(id, meeting);
        return id;
    }

    private void Find(string id)
    {
        if (!_meetings.ContainsKey(id))
            throw new ContractException(Fault == "booking.unknown" && id.StartsWith("no-such", StringComparison.Ordinal) ? ErrorCodes.Internal : ErrorCodes.MeetingNotFound, $"no meeting {id}");
    }

    private MeetingDetail Detail(string id) => new() { MeetingId = id, Entry = Entry(id), Spec = _meetings[id] };

    private MeetingEntry Entry(string id) => new()
    {
        MeetingId = id,
        Subject = _meetings[id].Subject,
        StartTime = _meetings[id].StartTime,
        EndTime = _meetings[id].StartTime + _meetings[id].DurationMinutes * 60 + (Fault == "booking.book" ? 60 : 0),
        State = MeetingState.Scheduled,
    };
}
