using System.Text.Json;
using System.Text.Json.Nodes;
using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Calls;
using ConfEngine.Runtime.Rooms.Api;

namespace ConfEngine.Runtime.Plugins.Api;

/// <summary><c>booking.*</c>: meetings, by way of the plugin that books.</summary>
/// <param name="system">The plugins.</param>
/// <param name="clock">The time of day.</param>
/// <param name="onSettled">Called when a meeting was booked, changed or cancelled; any thread.</param>
internal sealed class BookingMethodsApi(PluginSystem system, IClock clock, Action onSettled)
{
    private const int IdBytes = BookingLimits.MeetingIdBytes;

    // Below the deadline of a call, so that the answer says what became of it and not that it took too long.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(8);

    public void AddTo(MethodTable table)
    {
        table.Add("booking.book", ["meeting", "plugin"], BookAsync);
        table.Add("booking.edit", ["id", "meeting", "sendCalendar", "plugin"], EditAsync);
        table.Add("booking.cancel", ["id", "plugin"], CancelAsync);
        table.Add("booking.bookRecurring", ["meeting", "cycle", "plugin"], BookRecurringAsync);
        table.Add("booking.editRecurring", ["series", "meeting", "cycle", "plugin"], EditRecurringAsync);
        table.Add("booking.cancelRecurring", ["series", "endRunning", "plugin"], CancelRecurringAsync);
        table.Add("booking.editOccurrence", ["series", "id", "meeting", "plugin"], EditOccurrenceAsync);
        table.Add("booking.cancelOccurrence", ["series", "id", "plugin"], CancelOccurrenceAsync);
        table.Add("booking.list", ["from", "to", "limit", "plugin"], ListAsync);
        table.Add("booking.detail", ["id", "plugin"], DetailAsync);
        table.Add("booking.vmrs", ["plugin"], VmrsAsync);
    }

    private long Now => clock.WallNow.ToUnixTimeSeconds();

    private ValueTask<Action<Utf8JsonWriter>?> BookAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var meeting = Checked(Message<MeetingSpec>(p, "meeting"));
        return BeginAsync(peer, plugin, BookingMethods.Book, ticket => new BookRequest { Ticket = ticket, Meeting = meeting }, cancel);
    }

    // A vendor wants every field again; here only what changes has to be said.
    private async ValueTask<Action<Utf8JsonWriter>?> EditAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var id = p.Text("id", IdBytes);
        var sendCalendar = p.FlagOrNull("sendCalendar") ?? false;
        var meeting = Checked(await MergedAsync(plugin, id, p, cancel).ConfigureAwait(false));
        return await BeginAsync(peer, plugin, BookingMethods.Edit, ticket =>
            new EditRequest { Ticket = ticket, MeetingId = id, Meeting = meeting, SendCalendar = sendCalendar }, cancel).ConfigureAwait(false);
    }

    private ValueTask<Action<Utf8JsonWriter>?> CancelAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var id = p.Text("id", IdBytes);
        return BeginAsync(peer, plugin, BookingMethods.Cancel, ticket => new CancelRequest { Ticket = ticket, MeetingId = id }, cancel);
    }

    private ValueTask<Action<Utf8JsonWriter>?> BookRecurringAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var (meeting, cycle) = (Checked(Message<MeetingSpec>(p, "meeting")), Checked(Message<CycleSpec>(p, "cycle")));
        return BeginAsync(peer, plugin, BookingMethods.BookRecurring, ticket => new BookRecurringRequest { Ticket = ticket, Meeting = meeting, Cycle = cycle }, cancel);
    }

    private ValueTask<Action<Utf8JsonWriter>?> EditRecurringAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var series = p.Text("series", IdBytes);
        var (meeting, cycle) = (Checked(Message<MeetingSpec>(p, "meeting")), Checked(Message<CycleSpec>(p, "cycle")));
        return BeginAsync(peer, plugin, BookingMethods.EditRecurring, ticket =>
            new EditRecurringRequest { Ticket = ticket, SeriesId = series, Meeting = meeting, Cycle = cycle }, cancel);
    }

    private ValueTask<Action<Utf8JsonWriter>?> CancelRecurringAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var (series, endRunning) = (p.Text("series", IdBytes), p.FlagOrNull("endRunning") ?? false);
        return BeginAsync(peer, plugin, BookingMethods.CancelRecurring, ticket => new CancelRecurringRequest { Ticket = ticket, SeriesId = series, EndRunning = endRunning }, cancel);
    }

    private async ValueTask<Action<Utf8JsonWriter>?> EditOccurrenceAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var (series, id) = (p.Text("series", IdBytes), p.Text("id", IdBytes));
        var meeting = Checked(await MergedAsync(plugin, id, p, cancel).ConfigureAwait(false));
        return await BeginAsync(peer, plugin, BookingMethods.EditOccurrence, ticket =>
            new EditOccurrenceRequest { Ticket = ticket, SeriesId = series, MeetingId = id, Meeting = meeting }, cancel).ConfigureAwait(false);
    }

    private ValueTask<Action<Utf8JsonWriter>?> CancelOccurrenceAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var (series, id) = (p.Text("series", IdBytes), p.Text("id", IdBytes));
        return BeginAsync(peer, plugin, BookingMethods.CancelOccurrence, ticket => new CancelOccurrenceRequest { Ticket = ticket, SeriesId = series, MeetingId = id }, cancel);
    }

    private ValueTask<Action<Utf8JsonWriter>?> ListAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel)
    {
        var plugin = PluginFor(peer, p);
        var midnight = new DateTimeOffset(clock.WallNow.Date, clock.WallNow.Offset);
        var from = p.IntegerOrNull("from", 0, BookingLimits.LatestTime) ?? midnight.ToUnixTimeSeconds();
        var to = p.IntegerOrNull("to", 0, BookingLimits.LatestTime) ?? from + 86_400;
        if (to <= from) throw RpcException.InvalidParams("to", $"to is {to}, not after from, which is {from}; both are Unix seconds");
        var request = new ListRequest { FromTime = from, ToTime = to, Limit = (int)(p.IntegerOrNull("limit", 1, BookingLimits.MaxListLimit) ?? 0) };
        return AnswerAsync(system.CallAsync(plugin, BookingMethods.List, request, cancel));
    }

    private ValueTask<Action<Utf8JsonWriter>?> DetailAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel) =>
        AnswerAsync(system.CallAsync(PluginFor(peer, p), BookingMethods.Detail, new DetailRequest { MeetingId = p.Text("id", IdBytes) }, cancel));

    private ValueTask<Action<Utf8JsonWriter>?> VmrsAsync(IRpcPeer peer, RpcParams p, CancellationToken cancel) =>
        AnswerAsync(system.CallAsync(PluginFor(peer, p), BookingMethods.Vmrs, Nothing.Instance, cancel));

    private static async ValueTask<Action<Utf8JsonWriter>?> AnswerAsync<T>(Task<T> call)
    {
        var result = await ContractJson.RunAsync(call).ConfigureAwait(false);
        return writer => JsonSerializer.Serialize(writer, result, ContractJson.Options);
    }

    private async ValueTask<Action<Utf8JsonWriter>?> BeginAsync<TRequest, TResult>(
        IRpcPeer peer, string plugin, Method<TRequest, TResult> method, Func<OperationTicket, TRequest> request, CancellationToken cancel)
        where TResult : class
    {
        var operation = await ContractJson.RunAsync(system.BeginAsync(plugin, method, request, cancellation: cancel)).ConfigureAwait(false);
        var first = await Task.WhenAny(operation.Result, PatienceAsync(cancel)).ConfigureAwait(false);
        if (first != operation.Result)
        {
            _ = SettleLaterAsync(peer, operation);
            return writer => WritePending(writer, operation.Id);
        }

        var result = await ContractJson.RunAsync(operation.Result).ConfigureAwait(false);
        onSettled();
        return writer => WriteSettled(writer, operation.Id, result);
    }

    // Completes after the patience, or when the call is given up.
    private static Task PatienceAsync(CancellationToken cancel)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        source.Token.Register(() =>
        {
            ended.TrySetResult();
            source.Dispose();
        });
        source.CancelAfter(s_patience);
        return ended.Task;
    }

    private async Task SettleLaterAsync<TResult>(IRpcPeer peer, PendingOperation<TResult> operation)
    {
        try
        {
            var result = await operation.Result.ConfigureAwait(false);
            onSettled();
            peer.Notify("booking.settled", writer => WriteSettled(writer, operation.Id, result));
        }
        catch (ContractException failure)
        {
            peer.Notify("booking.settled", writer => WriteFailed(writer, operation.Id, failure.Error));
        }
    }

    private static void WritePending(Utf8JsonWriter writer, string operation)
    {
        writer.WriteStartObject();
        writer.WriteString("operation"u8, operation);
        writer.WriteBoolean("pending"u8, true);
        writer.WriteEndObject();
    }

    private static void WriteSettled<T>(Utf8JsonWriter writer, string operation, T result)
    {
        writer.WriteStartObject();
        writer.WriteString("operation"u8, operation);
        writer.WritePropertyName("result"u8);
        JsonSerializer.Serialize(writer, result, ContractJson.Options);
        writer.WriteEndObject();
    }

    private static void WriteFailed(Utf8JsonWriter writer, string operation, ContractError error)
    {
        writer.WriteStartObject();
        writer.WriteString("operation"u8, operation);
        writer.WritePropertyName("error"u8);
        JsonSerializer.Serialize(writer, error, ContractJson.Options);
        writer.WriteEndObject();
    }

    private string PluginFor(IRpcPeer peer, RpcParams p)
    {
        RoomCalls.RequireOperator(peer);
        return p.TextOrNull("plugin", 63) ?? system.ActiveFor(Capabilities.Booking)
            ?? throw RpcException.Refused(ErrorCodes.Unavailable, "no plugin books meetings now; plugin.list says which there are and why they do not run");
    }

    private static T Message<T>(RpcParams p, string name)
        where T : class => p.MessageOrNull<T>(name, ContractJson.Options) ?? throw RpcException.InvalidParams(name, $"{name} is missing");

    private async Task<MeetingSpec> MergedAsync(string plugin, string id, RpcParams p, CancellationToken cancel)
    {
        var changes = p.MessageOrNull<JsonObject>("meeting", ContractJson.Options) ?? throw RpcException.InvalidParams("meeting", "meeting is missing: the fields that change");
        var detail = await ContractJson.RunAsync(system.CallAsync(plugin, BookingMethods.Detail, new DetailRequest { MeetingId = id }, cancel)).ConfigureAwait(false);
        if (detail.Spec is not { } spec) throw RpcException.Refused(ErrorCodes.WrongState, "the details of this meeting are not known yet; try again in a moment", "id");
        var merged = JsonSerializer.SerializeToNode(spec, ContractJson.Options)!.AsObject();
        foreach (var (name, value) in changes) merged[name] = value?.DeepClone();
        try
        {
            return merged.Deserialize<MeetingSpec>(ContractJson.Options)!;
        }
        catch (JsonException wrong)
        {
            throw RpcParams.Wrong("meeting", wrong);
        }
    }

    private MeetingSpec Checked(MeetingSpec meeting) =>
        BookingCheck.TryCheck(meeting, BookingLimits.Sdk, Now, out var error) ? meeting : throw Named("meeting", error);

    private CycleSpec Checked(CycleSpec cycle) => BookingCheck.TryCheck(cycle, Now, out var error) ? cycle : throw Named("cycle", error);

    private static RpcException Named(string parameter, ContractError error) => ContractJson.Refusal(error with { Field = error.Field is { } field ? $"{parameter}.{field}" : parameter });
}
