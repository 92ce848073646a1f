using ConfEngine.Core.Media;

namespace ConfEngine.Control.JsonRpc;

/// <summary>Runs the calls of a message in their order and writes the answer.</summary>
/// <param name="methods">What can be called.</param>
/// <param name="limits">What a client may ask.</param>
/// <param name="statistics">Where it is counted.</param>
/// <param name="onFault">Told the method and the exception when a method fails through a fault of ours; the client is told nothing of it,
/// for such a text may hold anything.</param>
public sealed class RpcDispatcher(MethodTable methods, RpcLimits limits, RpcStatistics statistics, Action<string, Exception> onFault)
{
    /// <summary>What a client may ask.</summary>
    public RpcLimits Limits => limits;

    /// <summary>Where it is counted.</summary>
    public RpcStatistics Statistics => statistics;

    /// <summary>The answer in UTF-8; null when there is none to give, as for notifications.</summary>
    public async ValueTask<byte[]?> AnswerAsync(IRpcPeer peer, RpcMessage message, CancellationToken cancel)
    {
        var answers = new List<byte[]>(message.Calls.Count);
        foreach (var call in message.Calls)
            if (await AnswerAsync(peer, call, cancel).ConfigureAwait(false) is { } answer)
                answers.Add(answer);
        return Join(answers, message.IsBatch);
    }

    /// <summary>The answer to a message that is refused as a whole; null when it holds notifications only.</summary>
    internal byte[]? Refuse(RpcMessage message, RpcError error)
    {
        var answers = new List<byte[]>(message.Calls.Count);
        foreach (var call in message.Calls)
        {
            statistics.CountRefusedBusy();
            if (!call.Id.IsAbsent) answers.Add(RpcText.Error(call.Id, call.Error ?? error));
        }

        return Join(answers, message.IsBatch);
    }

    internal void ReportFault(string where, Exception cause)
    {
        statistics.CountFault();
        onFault(where, cause);
    }

    private static byte[]? Join(List<byte[]> answers, bool batch) =>
        answers.Count == 0 ? null : batch ? RpcText.Batch(answers) : answers[0];

    private async ValueTask<byte[]?> AnswerAsync(IRpcPeer peer, RpcCall call, CancellationToken cancel)
    {
        if (call.Error is { } malformed)
        {
            statistics.CountMalformed();
            return RpcText.Error(call.Id, malformed);
        }

        statistics.CountCall();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(limits.CallDeadline);
        try
        {
            // A method that does not heed its token is left to itself, so that it holds up nobody but itself.
            var result = await methods.Run(peer, call, deadline.Token).AsTask().WaitAsync(deadline.Token).ConfigureAwait(false);
            return call.Id.IsAbsent ? null : RpcText.Result(call.Id, result);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            var error = Explain(call, e, deadline.IsCancellationRequested);
            return call.Id.IsAbsent ? null : RpcText.Error(call.Id, error);
        }
    }

    private RpcError Explain(RpcCall call, Exception cause, bool late)
    {
        switch (cause)
        {
            case RpcException refused:
                return refused.Error;
            case MediaException failed:
                return new RpcError(RpcErrorCode.Application, failed.Message, "failed");
            case OperationCanceledException when late:
                statistics.CountDeadlineMissed();
                return new RpcError(RpcErrorCode.Application, $"{call.Method} took longer than {limits.CallDeadline.TotalSeconds:0.###} s", "deadline");
            default:
                ReportFault(call.Method, cause);
                return new RpcError(RpcErrorCode.InternalError, $"{call.Method} failed inside the engine");
        }
    }
}
