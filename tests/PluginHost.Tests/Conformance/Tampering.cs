using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using ConfEngine.PluginHost.Channels;

namespace ConfEngine.PluginHost.Tests.Conformance;

/// <summary>Makes a good plugin look as if it broke one rule, by what it changes on the way. One for each connection.</summary>
/// <param name="fault">The id of the rule.</param>
internal sealed class Tampering(string fault)
{
    private const int BurstOfLists = 8;
    private const int OperationRulesBeforeWithdrawal = 3;
    private readonly EnvelopeWriter _writer = new();
    private readonly Dictionary<uint, string> _methods = [];
    private readonly List<byte[]> _held = [];
    private readonly HashSet<string> _tickets = [];
    private readonly Dictionary<string, string> _renamed = [];
    private readonly HashSet<string> _silenced = [];
    private int _hellos;
    private bool _isDeaf;
    private bool _stopped;

    /// <summary>How it ends when the host closes; null for as it should.</summary>
    public ChannelEnd? Ending => (fault, _stopped) is ("life.stop", true) or ("life.input-end", false) ? new ChannelEnd(ChannelEndKind.Stuck, "killed after 2 s") : null;

    /// <summary>How its own output ends the connection; null while it does not.</summary>
    public ChannelEnd? OutputEnd { get; private set; }

    /// <summary>A message of the host's; gives what reaches the plugin.</summary>
    public IEnumerable<byte[]> ToPlugin(byte[] message, Action<byte[]> answer)
    {
        if (!Envelope.TryRead(message, out var envelope, out _))
        {
            var kind = message.Length > 400 ? "wire.deep" : message[0] == 0xc1 ? "wire.garbage" : "wire.truncated";
            _isDeaf |= fault == kind;
            return _isDeaf ? [] : [message];
        }

        if (_isDeaf) return [];
        if (envelope.Kind == EnvelopeKind.Cancel) return Cancelled(message);
        _methods[envelope.Id] = envelope.Method;
        if (Refusal(envelope, message) is { } refusal)
        {
            answer([.. _writer.Failure(envelope.Id, refusal).Span]);
            return [];
        }

        if (fault == "wire.bad-payload" && envelope.Method == BookingMethods.Vmrs.Name)
        {
            answer([.. _writer.Response(envelope.Id, new VmrList()).Span]);
            return [];
        }

        _stopped |= envelope.Method == LifeMethods.Stop.Name;
        return envelope.Method == BookingMethods.Book.Name && MessageCodec.TryDecode<BookRequest>(envelope.Payload, out var book, out _) ? [Book(envelope, book, message)]
            : envelope.Method == BookingMethods.List.Name ? List(envelope, message)
            : [message];
    }

    /// <summary>A message of the plugin's; gives what reaches the host.</summary>
    public IEnumerable<byte[]> FromPlugin(byte[] message)
    {
        Assert.True(Envelope.TryRead(message, out var envelope, out var error), error);
        if (envelope.Kind == EnvelopeKind.Notification) return envelope.Method == OperationNotices.Result.Name ? Result(envelope, message) : [message];
        var method = _methods[envelope.Id];
        if (fault == "life.hello" && method == LifeMethods.Hello.Name && MessageCodec.TryDecode<HelloResponse>(envelope.Payload, out var hello, out _))
            return [[.. _writer.Response(envelope.Id, hello with { PluginVersion = "9.9.9" }).Span]];
        if (method == BookingMethods.Book.Name && MessageCodec.TryDecode<Accepted>(envelope.Payload, out var accepted, out _) && _renamed.TryGetValue(accepted.OperationId, out var original))
            return [[.. _writer.Response(envelope.Id, accepted with { OperationId = original }).Span]];
        if (fault == "calls.one-answer" && method == BookingMethods.List.Name) return [message, message];
        if (fault == "wire.output" && method == LifeMethods.Save.Name) OutputEnd = new ChannelEnd(ChannelEndKind.BadBytes, "a message of 1214606444 bytes is announced");
        return [message];
    }

    private ContractError? Refusal(in Envelope envelope, byte[] message)
    {
        var isHello = envelope.Method == LifeMethods.Hello.Name;
        var range = isHello && MessageCodec.TryDecode<HelloRequest>(envelope.Payload, out var hello, out _) ? new ContractVersion(hello.ContractFloor, hello.ContractCeiling) : default;
        var hit = fault switch
        {
            "life.hello-again" => isHello && ++_hellos > 1,
            "life.version-new" => isHello && range.Floor > ContractVersion.Supported.Ceiling,
            "life.version-old" => isHello && range.Ceiling < ContractVersion.Supported.Floor,
            "life.unknown-method" => envelope.Method.StartsWith("conformance.", StringComparison.Ordinal),
            "wire.extra" => message[0] == 0x97,
            "wire.missing" => isHello && envelope.Payload.Span[0] == 0x92,
            "booking.past" => envelope.Method == BookingMethods.Book.Name && MessageCodec.TryDecode<BookRequest>(envelope.Payload, out var book, out _)
                && book.Meeting.StartTime < DateTimeOffset.Now.ToUnixTimeSeconds(),
            _ => false,
        };
        return hit ? new ContractError { Code = ErrorCodes.Internal, Message = "NullReferenceException" } : null;
    }

    private byte[] Book(in Envelope envelope, BookRequest book, byte[] message)
    {
        var again = !_tickets.Add(book.Ticket.Id);
        // The rules of operations ask for one each, and the one that is withdrawn comes last.
        if (fault == "operations.withdrawn" && !again && _tickets.Count == OperationRulesBeforeWithdrawal + 1) _silenced.Add(book.Ticket.Id);
        if (fault == "operations.late" && book.Ticket.DeadlineMs == 1) _silenced.Add(book.Ticket.Id);
        if (fault != "operations.again" || !again) return message;
        _renamed["other-id"] = book.Ticket.Id;
        return [.. _writer.Request(envelope.Id, envelope.Method, envelope.DeadlineMs, book with { Ticket = book.Ticket with { Id = "other-id" } }).Span];
    }

    // Only lists without bounds are held: those are the calls that the rules of calls try the plugin with.
    private IEnumerable<byte[]> List(in Envelope envelope, byte[] message)
    {
        if (fault is not ("calls.order" or "calls.cancel")) return [message];
        if (!MessageCodec.TryDecode<ListRequest>(envelope.Payload, out var list, out _) || list != new ListRequest()) return [message];
        _held.Add(message);
        if (_held.Count < BurstOfLists) return [];
        byte[][] released = [.. _held];
        _held.Clear();
        if (fault == "calls.order") Array.Reverse(released);
        return released;
    }

    private IEnumerable<byte[]> Cancelled(byte[] message)
    {
        byte[][] held = fault == "calls.cancel" ? [] : [.. _held];
        _held.Clear();
        return [.. held, message];
    }

    private IEnumerable<byte[]> Result(in Envelope envelope, byte[] message)
    {
        Assert.True(MessageCodec.TryDecode<OperationResult>(envelope.Payload, out var result, out var error), error);
        if (_silenced.Contains(result.OperationId)) return [];
        if (_renamed.TryGetValue(result.OperationId, out var original)) return [[.. _writer.Notification(envelope.Method, result with { OperationId = original }).Span]];
        return fault == "operations.result" && _tickets.Contains(result.OperationId) ? [message, message] : [message];
    }
}
