using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Kit;

namespace ConfEngine.Samples.Booking;

/// <summary>Books meetings into a file. Everything runs on one thread, so there are no locks.</summary>
/// <param name="time">The clock; a test has its own.</param>
public sealed class SamplesBookingPlugin(TimeProvider time) : BookingPlugin
{
    private MeetingFile _meetings = null!;

    /// <summary>What the host calls.</summary>
    public SamplesBookingPlugin()
        : this(TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    protected override ValueTask StartAsync(CancellationToken cancellation)
    {
        _meetings = new MeetingFile(Path.Combine(Context.DataFolder, "meetings.json"));
        TellListChanged(ListChange.All, [.. _meetings.InOrder.Select(meeting => Entry(meeting.Key, meeting.Value))]);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask<BookResult> BookAsync(BookRequest request, PluginCall call)
    {
        // The operation's id names the meeting: after a restart the same operation finds what it has done.
        var id = call.OperationId!;
        return new(_meetings.Find(id) is { } done ? Result(id, done) : Put(id, request.Meeting));
    }

    /// <inheritdoc/>
    protected override ValueTask<BookResult> EditAsync(EditRequest request, PluginCall call)
    {
        RefuseIfStarted(Get(request.MeetingId));
        return new(Put(request.MeetingId, request.Meeting));
    }

    /// <inheritdoc/>
    protected override ValueTask<Nothing> CancelAsync(CancelRequest request, PluginCall call)
    {
        var meeting = Get(request.MeetingId);
        RefuseIfStarted(meeting);
        _meetings.Remove(request.MeetingId);
        TellListChanged(ListChange.Delete, Entry(request.MeetingId, meeting));
        return new(Nothing.Instance);
    }

    /// <inheritdoc/>
    protected override ValueTask<MeetingList> ListAsync(ListRequest request, PluginCall call)
    {
        var from = request.FromTime == 0 ? Now() : request.FromTime;
        var to = request.ToTime == 0 ? long.MaxValue : request.ToTime;
        var limit = request.Limit == 0 ? BookingLimits.DefaultListLimit : Math.Min(request.Limit, BookingLimits.MaxListLimit);
        MeetingEntry[] found = [.. _meetings.InOrder.Where(meeting => End(meeting.Value) > from && meeting.Value.StartTime < to).Select(meeting => Entry(meeting.Key, meeting.Value))];
        return new(new MeetingList { Meetings = [.. found.Take(limit)], More = found.Length > limit });
    }

    /// <inheritdoc/>
    protected override ValueTask<MeetingDetail> DetailAsync(DetailRequest request, PluginCall call) => new(Result(request.MeetingId, Get(request.MeetingId)).Meeting);

    private BookResult Put(string id, MeetingSpec meeting)
    {
        if (!Context.Flag("allow_overlap") && _meetings.InOrder.Any(other => other.Key != id && End(other.Value) > meeting.StartTime && other.Value.StartTime < End(meeting)))
            throw new ContractException(ErrorCodes.TimeConflict, "the room is booked at that time; choose another", "start_time");
        _meetings.Put(id, meeting);
        TellListChanged(ListChange.Add, Entry(id, meeting));
        return Result(id, meeting);
    }

    private MeetingSpec Get(string id) => _meetings.Find(id) ?? throw new ContractException(ErrorCodes.MeetingNotFound, "there is no such meeting", "meeting_id");

    private void RefuseIfStarted(MeetingSpec meeting)
    {
        if (meeting.StartTime <= Now()) throw new ContractException(ErrorCodes.MeetingAlreadyStarted, "the meeting has begun and stays as it is", "meeting_id");
    }

    private BookResult Result(string id, MeetingSpec meeting) =>
        new() { Meeting = new MeetingDetail { MeetingId = id, Entry = Entry(id, meeting), Spec = meeting } };

    private MeetingEntry Entry(string id, MeetingSpec meeting) => new()
    {
        MeetingId = id,
        Subject = meeting.Subject,
        GuestPassword = meeting.GuestPassword,
        StartTime = meeting.StartTime,
        EndTime = End(meeting),
        TimeZoneCode = meeting.TimeZoneCode,
        TimeZone = meeting.TimeZone,
        Media = meeting.Media,
        State = meeting.StartTime > Now() ? MeetingState.Scheduled : End(meeting) > Now() ? MeetingState.Running : MeetingState.Ended,
    };

    private static long End(MeetingSpec meeting) =>
        meeting.StartTime + (60L * (meeting.DurationMinutes == 0 ? BookingLimits.DefaultDurationMinutes : meeting.DurationMinutes));

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();
}
