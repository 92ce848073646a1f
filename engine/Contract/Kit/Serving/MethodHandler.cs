using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Kit.Serving;

/// <summary>Answers one method.</summary>
internal abstract class MethodHandler
{
    private static readonly byte[] s_emptyArray = [0x90];

    /// <summary>Answers a call; what it throws is the answer, unless it has answered.</summary>
    public abstract ValueTask ServeAsync(PendingCall call, Replies replies, OperationLedger ledger);

    /// <summary>Reads the request. None at all is one without fields.</summary>
    /// <exception cref="ContractException">It breaks the contract (<c>bad-message</c>).</exception>
    protected static T Read<T>(PendingCall call) =>
        MessageCodec.TryDecode<T>(call.Payload.IsEmpty ? s_emptyArray : call.Payload, out var request, out var error)
            ? request
            : throw new ContractException(ErrorCodes.BadMessage, $"the request of {call.Method} is {error}");
}

/// <summary>A method whose response is its result.</summary>
internal sealed class DirectHandler<TRequest, TResult>(Func<TRequest, PluginCall, ValueTask<TResult>> answer) : MethodHandler
{
    /// <inheritdoc/>
    public override async ValueTask ServeAsync(PendingCall call, Replies replies, OperationLedger ledger) =>
        replies.Respond(call, await answer(Read<TRequest>(call), new PluginCall(call.Source.Token)));
}

/// <summary>A method that is accepted first and told the result of later.</summary>
internal sealed class OperationHandler<TRequest, TResult>(string method, Func<TRequest, PluginCall, ValueTask<TResult>> answer) : MethodHandler
{
    /// <inheritdoc/>
    public override ValueTask ServeAsync(PendingCall call, Replies replies, OperationLedger ledger)
    {
        var request = Read<TRequest>(call);
        var id = ((IOperationRequest)request!).Ticket.Id;
        var isNew = ledger.TryBegin(id, method, out var known);
        replies.Respond(call, new Accepted { OperationId = id });
        if (isNew) ledger.Track(RunAsync(id, request, replies, ledger));
        else if (known is not null) replies.Tell(OperationNotices.Result, known);
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(string id, TRequest request, Replies replies, OperationLedger ledger)
    {
        var call = new PluginCall(ledger.Stopping, id);
        OperationResult result;
        try
        {
            result = new OperationResult { OperationId = id, Payload = Encode(await answer(request, call)) };
        }
        catch (Exception e)
        {
            result = new OperationResult { OperationId = id, Error = Failures.Of(e, call.Cancellation) };
        }

        ledger.Finish(id, result);
        replies.Tell(OperationNotices.Result, result);
    }

    private byte[] Encode(TResult result)
    {
        var bytes = MessageCodec.Encode(result);
        // Room for the envelope around it.
        if (bytes.Length <= MessageLimits.MaxBytes - 1024) return bytes;
        throw new ContractException(ErrorCodes.TooLong, $"the result of {method} takes {bytes.Length} bytes; at most {MessageLimits.MaxBytes - 1024} go into a message");
    }
}
