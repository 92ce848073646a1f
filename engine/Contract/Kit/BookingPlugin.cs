using ConfEngine.Contract.Booking;

namespace ConfEngine.Contract.Kit;

/// <summary>A plugin that books meetings. Override what the vendor can do; the rest answers <c>unsupported</c>. The host has checked lengths and ranges with
/// <see cref="BookingCheck"/> before it asks.</summary>
public abstract class BookingPlugin : PluginBase
{
    /// <inheritdoc/>
    protected override void Register(MethodRegistry methods)
    {
        methods.Add(BookingMethods.Book, BookAsync);
        methods.Add(BookingMethods.Edit, EditAsync);
        methods.Add(BookingMethods.Cancel, CancelAsync);
        methods.Add(BookingMethods.BookRecurring, BookRecurringAsync);
        methods.Add(BookingMethods.EditRecurring, EditRecurringAsync);
        methods.Add(BookingMethods.CancelRecurring, CancelRecurringAsync);
        methods.Add(BookingMethods.EditOccurrence, EditOccurrenceAsync);
        methods.Add(BookingMethods.CancelOccurrence, CancelOccurrenceAsync);
        methods.Add(BookingMethods.List, ListAsync);
        methods.Add(BookingMethods.Detail, DetailAsync);
        methods.Add(BookingMethods.Vmrs, (_, call) => VmrsAsync(call));
    }

    /// <summary>Books a meeting. Called once for an operation.</summary>
    protected virtual ValueTask<BookResult> BookAsync(BookRequest request, PluginCall call) => Unsupported<BookResult>(BookingMethods.Book);

    /// <summary>Changes a meeting. Called once for an operation.</summary>
    protected virtual ValueTask<BookResult> EditAsync(EditRequest request, PluginCall call) => Unsupported<BookResult>(BookingMethods.Edit);

    /// <summary>Cancels a meeting. Called once for an operation.</summary>
    protected virtual ValueTask<Nothing> CancelAsync(CancelRequest request, PluginCall call) => Unsupported<Nothing>(BookingMethods.Cancel);

    /// <summary>Books a series. Called once for an operation.</summary>
    protected virtual ValueTask<RecurringResult> BookRecurringAsync(BookRecurringRequest request, PluginCall call) =>
        Unsupported<RecurringResult>(BookingMethods.BookRecurring);

    /// <summary>Changes a series. Called once for an operation.</summary>
    protected virtual ValueTask<RecurringResult> EditRecurringAsync(EditRecurringRequest request, PluginCall call) =>
        Unsupported<RecurringResult>(BookingMethods.EditRecurring);

    /// <summary>Cancels a series. Called once for an operation.</summary>
    protected virtual ValueTask<Nothing> CancelRecurringAsync(CancelRecurringRequest request, PluginCall call) => Unsupported<Nothing>(BookingMethods.CancelRecurring);

    /// <summary>Changes one meeting of a series. Called once for an operation.</summary>
    protected virtual ValueTask<BookResult> EditOccurrenceAsync(EditOccurrenceRequest request, PluginCall call) => Unsupported<BookResult>(BookingMethods.EditOccurrence);

    /// <summary>Cancels one meeting of a series. Called once for an operation.</summary>
    protected virtual ValueTask<Nothing> CancelOccurrenceAsync(CancelOccurrenceRequest request, PluginCall call) => Unsupported<Nothing>(BookingMethods.CancelOccurrence);

    /// <summary>Gives the meetings of a span of time.</summary>
    protected virtual ValueTask<MeetingList> ListAsync(ListRequest request, PluginCall call) => Unsupported<MeetingList>(BookingMethods.List);

    /// <summary>Gives all that is known of a meeting; <c>meeting-not-found</c> where there is none.</summary>
    protected virtual ValueTask<MeetingDetail> DetailAsync(DetailRequest request, PluginCall call) => Unsupported<MeetingDetail>(BookingMethods.Detail);

    /// <summary>Gives the virtual meeting rooms. The default has none.</summary>
    protected virtual ValueTask<VmrList> VmrsAsync(PluginCall call) => new(new VmrList());

    /// <summary>Tells that the list of meetings has changed.</summary>
    protected void TellListChanged(ListChange change, params IReadOnlyList<MeetingEntry> meetings) =>
        Context.Tell(BookingNotices.ListChanged, new ListChanged { Change = change, Meetings = meetings });

    /// <summary>Tells that a meeting has begun or ended.</summary>
    protected void TellStateChanged(StateChanged change) => Context.Tell(BookingNotices.StateChanged, change);
}
