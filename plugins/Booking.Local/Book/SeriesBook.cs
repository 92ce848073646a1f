using ConfEngine.Booking.Local.Series;
using ConfEngine.Booking.Local.Storage;
using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Booking.Local.Book;

/// <summary>The room's bookings: whole series. A series is booked as a whole or not at all.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="meetings">The single meetings.</param>
/// <param name="time">Now.</param>
/// <param name="room">Who books, and in which time zone where a meeting names none.</param>
/// <param name="tell">Takes each change of the list.</param>
internal sealed class SeriesBook(MeetingStore store, MeetingBook meetings, TimeProvider time, RoomFacts room, Action<ListChanged> tell)
{
    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Books a series.</summary>
    public RecurringResult Book(BookRecurringRequest request) =>
        meetings.Once(request, () => Put(request, MeetingId.New('s'), [], request.Meeting, request.Cycle));

    /// <summary>Changes all meetings of a series that have not begun.</summary>
    public RecurringResult Edit(EditRecurringRequest request) =>
        meetings.Once(request, () => Put(request, request.SeriesId, Left(request.SeriesId), request.Meeting, request.Cycle));

    /// <summary>Cancels all meetings of a series that have not begun, and ends the one that runs where that is asked for.</summary>
    public Nothing Cancel(CancelRecurringRequest request) => meetings.Once(request, () =>
    {
        var now = Now;
        var left = Left(request.SeriesId);
        var running = request.EndRunning ? store.OfSeries(request.SeriesId).Where(row => row.Starts <= now && row.Ends > now).Select(row => row with { Ends = now }).ToList() : [];
        store.Apply(request.Ticket.Id, now, running, [.. left.Select(static row => row.Id)], MessageCodec.Encode(Nothing.Instance));
        Tell(ListChange.Delete, left);
        Tell(ListChange.Add, running);
        return Nothing.Instance;
    });

    private RecurringResult Put(IOperationRequest request, string series, IReadOnlyList<MeetingRow> old, MeetingSpec meeting, CycleSpec cycle)
    {
        var now = Now;
        Vetting.Vet(cycle, now);
        var spec = Vetting.Vet(meeting, now);
        var starts = Starts(spec, cycle).ToList();
        if (starts.Count == 0) throw new ContractException(ErrorCodes.InvalidArgument, "the rule gives no meeting between its start and its end; choose a later end", "end_time");
        // Ids are used again in order, so that who shows the series sees its meetings move instead of vanish.
        var rows = starts.Take(BookingLimits.MaxOccurrences)
            .Select((start, i) => Meeting.ToRow(i < old.Count ? old[i].Id : MeetingId.New('m'), series, cycle, spec with { StartTime = start }, room.Name, room.TimeZone)).ToList();
        ExpectFree(rows, old);
        var surplus = old.Skip(rows.Count).ToList();
        var result = new RecurringResult
        {
            SeriesId = series,
            Meetings = [.. rows.Select(row => Meeting.Entry(row, now))],
            Booked = rows.Count,
            Dropped = starts.Count - rows.Count,
            Warnings = [.. Vetting.Warnings(spec), .. Dropped(rows.Count, starts.Count - rows.Count)],
        };
        store.Apply(request.Ticket.Id, now, rows, [.. surplus.Select(static row => row.Id)], MessageCodec.Encode(result));
        Tell(ListChange.Delete, surplus);
        Tell(ListChange.Add, rows);
        return result;
    }

    private static IEnumerable<string> Dropped(int booked, int dropped) =>
        dropped == 0 ? [] : [$"{booked} booked, {dropped} dropped: a series has at most {BookingLimits.MaxOccurrences} meetings"];

    private void ExpectFree(List<MeetingRow> rows, IReadOnlyList<MeetingRow> old)
    {
        var moved = old.Select(static row => row.Id).ToHashSet();
        for (var i = 0; i < rows.Count; i++)
        {
            // A day of 23 hours does not hold a meeting of 24.
            if (i > 0 && rows[i].Starts < rows[i - 1].Ends)
                throw new ContractException(ErrorCodes.TimeConflict, $"the meeting of {room.Show(rows[i].Starts)} begins before the one before it ends; make them shorter", "duration_minutes");
            meetings.ExpectFree(rows[i].Starts, rows[i].Ends, row => moved.Contains(row.Id));
        }
    }

    // When the meetings of a series begin: at the same time of day on each of its days, whatever the offset of the zone is then.
    private IEnumerable<long> Starts(MeetingSpec spec, CycleSpec cycle)
    {
        var zone = WallTime.Zone(spec.TimeZone.Length > 0 ? spec.TimeZone : room.TimeZone);
        var timeOfDay = TimeOnly.FromDateTime(WallTime.At(spec.StartTime, zone));
        var first = DateOnly.FromDateTime(WallTime.At(cycle.StartTime, zone));
        var last = DateOnly.FromDateTime(WallTime.At(cycle.EndTime, zone));
        return new SeriesRule((SeriesStep)cycle.Unit, Math.Max(1, cycle.Interval), cycle.Points, first, last).Days()
            .Select(day => WallTime.ToUnix(day.ToDateTime(timeOfDay), zone))
            .Where(start => start >= cycle.StartTime && start <= cycle.EndTime);
    }

    // The meetings of a series that have not begun.
    private List<MeetingRow> Left(string series)
    {
        if (!BookingCheck.TryCheckId("series_id", series, out var error)) throw new ContractException(error);
        var all = store.OfSeries(series);
        return all.Count > 0
            ? [.. all.Where(row => row.Starts > Now)]
            : throw new ContractException(ErrorCodes.MeetingNotFound, $"there is no series {series}; it may have been cancelled: list the meetings again", "series_id");
    }

    private void Tell(ListChange change, IReadOnlyList<MeetingRow> rows)
    {
        if (rows.Count > 0) tell(new ListChanged { Change = change, Meetings = [.. rows.Select(row => Meeting.Entry(row, Now))] });
    }
}
