using ConfEngine.Booking.Local.Book;
using ConfEngine.Booking.Local.Storage;
using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;

namespace ConfEngine.Booking.Local;

/// <summary>Bookings of a room that has no calendar behind it: kept in a file on this machine, without any setting.</summary>
/// <param name="time">The time of day.</param>
public sealed class LocalBookings(TimeProvider time) : BookingPlugin
{
    private MeetingStore? _store;
    private MeetingBook? _meetings;
    private SeriesBook? _series;

    /// <summary>As the host makes it.</summary>
    public LocalBookings() : this(TimeProvider.System)
    {
    }

    private MeetingBook Meetings => _meetings ?? throw new InvalidOperationException("the bookings are open from StartAsync on");

    private SeriesBook Series => _series ?? throw new InvalidOperationException("the bookings are open from StartAsync on");

    /// <inheritdoc/>
    protected override ValueTask StartAsync(CancellationToken cancellation)
    {
        var room = new RoomFacts(Context.RoomName, Context.TimeZone);
        _store = new MeetingStore(DatabaseFile.Open(Context.DataFolder, time.GetUtcNow(), line => Context.Log(LogLevel.Warning, line)));
        _meetings = new MeetingBook(_store, time, room, Tell);
        _series = new SeriesBook(_store, _meetings, time, room, Tell);
        _meetings.TellAll();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask StopAsync(CancellationToken cancellation)
    {
        _store?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask<BookResult> BookAsync(BookRequest request, PluginCall call) => new(Meetings.Book(request));

    /// <inheritdoc/>
    protected override ValueTask<BookResult> EditAsync(EditRequest request, PluginCall call) => new(Meetings.Edit(request));

    /// <inheritdoc/>
    protected override ValueTask<Nothing> CancelAsync(CancelRequest request, PluginCall call) => new(Meetings.Cancel(request));

    /// <inheritdoc/>
    protected override ValueTask<RecurringResult> BookRecurringAsync(BookRecurringRequest request, PluginCall call) => new(Series.Book(request));

    /// <inheritdoc/>
    protected override ValueTask<RecurringResult> EditRecurringAsync(EditRecurringRequest request, PluginCall call) => new(Series.Edit(request));

    /// <inheritdoc/>
    protected override ValueTask<Nothing> CancelRecurringAsync(CancelRecurringRequest request, PluginCall call) => new(Series.Cancel(request));

    /// <inheritdoc/>
    protected override ValueTask<BookResult> EditOccurrenceAsync(EditOccurrenceRequest request, PluginCall call) => new(Meetings.EditOccurrence(request));

    /// <inheritdoc/>
    protected override ValueTask<Nothing> CancelOccurrenceAsync(CancelOccurrenceRequest request, PluginCall call) => new(Meetings.CancelOccurrence(request));

    /// <inheritdoc/>
    protected override ValueTask<MeetingList> ListAsync(ListRequest request, PluginCall call) => new(Meetings.List(request));

    /// <inheritdoc/>
    protected override ValueTask<MeetingDetail> DetailAsync(DetailRequest request, PluginCall call) => new(Meetings.Detail(request));

    private void Tell(ListChanged change) => Context.Tell(BookingNotices.ListChanged, change);
}
