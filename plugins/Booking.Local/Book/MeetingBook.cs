using ConfEngine.Booking.Local.Storage;
using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Booking.Local.Book;

/// <summary>The room's bookings: one meeting at a time. What an operation gave is kept with what it changed, so that the same operation again, even after a restart, gives
/// the same and changes nothing.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="time">Now.</param>
/// <param name="room">Who books, and in which time zone where a meeting names none.</param>
/// <param name="tell">Takes each change of the list.</param>
internal sealed class MeetingBook(MeetingStore store, TimeProvider time, RoomFacts room, Action<ListChanged> tell)
{
    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Books a meeting.</summary>
    public BookResult Book(BookRequest request) => Once(request, () =>
    {
        var spec = Vetting.Vet(request.Meeting, Now);
        return Put(request, Meeting.ToRow(MeetingId.New('m'), null, null, spec, room.Name, room.TimeZone), spec);
    });

    /// <summary>Changes a meeting that has not begun.</summary>
    public BookResult Edit(EditRequest request) => Once(request, () => Change(request, Upcoming(request.MeetingId), request.Meeting));

    /// <summary>Changes one meeting of a series.</summary>
    public BookResult EditOccurrence(EditOccurrenceRequest request) => Once(request, () => Change(request, Upcoming(request.MeetingId, request.SeriesId), request.Meeting));

    /// <summary>Cancels a meeting that has not begun.</summary>
    public Nothing Cancel(CancelRequest request) => Once(request, () => Remove(request, Upcoming(request.MeetingId)));

    /// <summary>Cancels one meeting of a series.</summary>
    public Nothing CancelOccurrence(CancelOccurrenceRequest request) => Once(request, () => Remove(request, Upcoming(request.MeetingId, request.SeriesId)));

    /// <summary>The meetings of a span of time.</summary>
    public MeetingList List(ListRequest request)
    {
        if (request.Limit is < 0 or > BookingLimits.MaxListLimit)
            throw new ContractException(ErrorCodes.InvalidArgument, $"limit is {request.Limit}; 0 to {BookingLimits.MaxListLimit} are allowed", "limit");
        var (now, limit) = (Now, request.Limit == 0 ? BookingLimits.DefaultListLimit : request.Limit);
        var rows = store.Between(request.FromTime == 0 ? now : request.FromTime, request.ToTime == 0 ? long.MaxValue : request.ToTime, limit + 1);
        return new MeetingList { Meetings = [.. rows.Take(limit).Select(row => Meeting.Entry(row, now))], More = rows.Count > limit };
    }

    /// <summary>All that is known of a meeting.</summary>
    public MeetingDetail Detail(DetailRequest request) => Meeting.Detail(Find(request.MeetingId), Now);

    /// <summary>Tells the whole list, as is due after a start.</summary>
    public void TellAll() => tell(new ListChanged { Change = ListChange.All, Meetings = List(new ListRequest { Limit = BookingLimits.MaxListLimit }).Meetings });

    /// <summary>Carries out an operation that was not carried out before; gives again what one that was gave.</summary>
    internal TResult Once<TResult>(IOperationRequest request, Func<TResult> act)
        where TResult : class
    {
        if (store.ResultOf(request.Ticket.Id) is not { } bytes) return act();
        return MessageCodec.TryDecode<TResult>(bytes, out var result, out _)
            ? result
            : throw new ContractException(ErrorCodes.BadMessage, $"operation {request.Ticket.Id} was another one; use a new id for each");
    }

    /// <summary>A meeting that can still be changed.</summary>
    internal MeetingRow Upcoming(string id, string? series = null)
    {
        var row = Find(id);
        if (series is not null && row.Series != series) throw new ContractException(ErrorCodes.MeetingNotFound, $"the series {series} has no meeting {id}; list the meetings again", "meeting_id");
        if (row.Ends <= Now) throw new ContractException(ErrorCodes.MeetingEnded, $"meeting {id} is over; book a new one", "meeting_id");
        return row.Starts > Now ? row : throw new ContractException(ErrorCodes.MeetingAlreadyStarted, $"meeting {id} has begun and cannot be changed any more", "meeting_id");
    }

    /// <summary>Refuses a time that is taken.</summary>
    /// <param name="starts">Unix seconds.</param>
    /// <param name="ends">Unix seconds.</param>
    /// <param name="isOwn">Whether a meeting may be there, because it is to be moved.</param>
    internal void ExpectFree(long starts, long ends, Func<MeetingRow, bool> isOwn)
    {
        if (store.Between(starts, ends).FirstOrDefault(row => !isOwn(row)) is not { } other) return;
        throw new ContractException(ErrorCodes.TimeConflict, $"the room is booked from {room.Show(other.Starts)} to {room.Show(other.Ends)}; choose another time", "start_time");
    }

    private MeetingRow Find(string id) =>
        BookingCheck.TryCheckId("meeting_id", id, out var error)
            ? store.Find(id) ?? throw new ContractException(ErrorCodes.MeetingNotFound, $"there is no meeting {id}; it may have been cancelled: list the meetings again", "meeting_id")
            : throw new ContractException(error);

    private BookResult Change(IOperationRequest request, MeetingRow old, MeetingSpec meeting)
    {
        var spec = Vetting.Vet(meeting, Now);
        return Put(request, Meeting.ToRow(old.Id, old.Series, Meeting.Detail(old, Now).Cycle, spec, room.Name, room.TimeZone), spec);
    }

    private BookResult Put(IOperationRequest request, MeetingRow row, MeetingSpec spec)
    {
        ExpectFree(row.Starts, row.Ends, other => other.Id == row.Id);
        var result = new BookResult { Meeting = Meeting.Detail(row, Now), Warnings = Vetting.Warnings(spec) };
        store.Apply(request.Ticket.Id, Now, [row], [], MessageCodec.Encode(result));
        tell(new ListChanged { Change = ListChange.Add, Meetings = [result.Meeting.Entry!] });
        return result;
    }

    private Nothing Remove(IOperationRequest request, MeetingRow row)
    {
        store.Apply(request.Ticket.Id, Now, [], [row.Id], MessageCodec.Encode(Nothing.Instance));
        tell(new ListChanged { Change = ListChange.Delete, Meetings = [Meeting.Entry(row, Now)] });
        return Nothing.Instance;
    }
}
