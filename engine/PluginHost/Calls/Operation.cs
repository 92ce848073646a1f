using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost.Calls;

/// <summary>Where an operation is.</summary>
internal enum OperationState
{
    /// <summary>Its result is awaited.</summary>
    Pending,

    /// <summary>Its caller was told a timeout; the result may come yet.</summary>
    TimedOut,

    /// <summary>It has ended; another result is one too many.</summary>
    Settled,
}

/// <summary>One two-phase operation. What moves is guarded by its table.</summary>
internal abstract class Operation(string id, Method method, Instant deadline)
{
    public string Id { get; } = id;

    public Method Method { get; } = method;

    public Instant Deadline { get; } = deadline;

    public OperationState State { get; set; }

    /// <summary>Whether the plugin has said that it takes the operation on.</summary>
    public bool IsAccepted { get; set; }

    public AgendaTimer? Timer { get; set; }

    /// <summary>Asks the plugin, for the first time or again.</summary>
    public abstract Task<Accepted> AskAsync(PluginCalls calls, Instant now, CancellationToken cancellation);

    /// <summary>Ends it for its caller with the result's bytes.</summary>
    /// <returns>What is wrong with the bytes; null for nothing.</returns>
    public abstract string? Succeed(byte[] payload);

    public abstract void Fail(ContractError error);
}

/// <summary>An operation with its messages.</summary>
internal sealed class Operation<TRequest, TResult>(string id, Method method, Instant deadline, Func<OperationTicket, TRequest> request) : Operation(id, method, deadline)
    where TResult : class
{
    private readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Result => _result.Task;

    public override async Task<Accepted> AskAsync(PluginCalls calls, Instant now, CancellationToken cancellation)
    {
        var left = Math.Clamp((Deadline - now).Nanoseconds / 1_000_000, 1, int.MaxValue);
        var accepted = await calls.CallAsync<TRequest, Accepted>(Method, request(new OperationTicket { Id = Id, DeadlineMs = (int)left }), cancellation).ConfigureAwait(false);
        return accepted.OperationId == Id
            ? accepted
            : throw new ContractException(ErrorCodes.BadMessage, $"the plugin accepted another operation than the one it was asked for by {Method.Name}");
    }

    public override string? Succeed(byte[] payload)
    {
        string? problem;
        try
        {
            if (MessageCodec.TryDecode<TResult>(payload, out var result, out problem)) _result.TrySetResult(result);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            problem = e.Message;
        }

        return problem;
    }

    public override void Fail(ContractError error)
    {
        _result.TrySetException(new ContractException(error));
        // Whoever began it may not be interested in how it ended: that is no fault of anybody's.
        _ = _result.Task.Exception;
    }
}
