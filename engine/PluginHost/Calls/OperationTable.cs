using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost.Calls;

/// <summary>A plugin's two-phase operations over all its starts: each has one result, in time or late, and never two. Any thread.</summary>
/// <param name="plugin">The plugin's id.</param>
/// <param name="calls">Asks the plugin.</param>
/// <param name="agenda">Has the deadlines.</param>
/// <param name="onLate">Told once of each result that came after its deadline; on the channel's thread.</param>
internal sealed class OperationTable(string plugin, PluginCalls calls, Agenda agenda, Action<LateResult> onLate)
{
    /// <summary>The most operations remembered; when more come, those that ended longest ago are forgotten.</summary>
    public const int Capacity = 1024;

    private const int LongestId = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Operation> _operations = new(StringComparer.Ordinal);

    // In the order in which they ended; an id stands here once for each time it ended.
    private readonly Queue<Operation> _ended = [];
    private int _timeoutMs = 30_000;

    /// <summary>How long a result may take.</summary>
    public void Configure(int timeoutMs) => Volatile.Write(ref _timeoutMs, timeoutMs);

    /// <summary>Begins an operation, or asks for one again under its old id. Completes when the plugin has taken it on.</summary>
    /// <exception cref="ContractException">The plugin did not take it on, or was not asked. Where the answer alone was missing, its result may still come as a late one.</exception>
    /// <exception cref="OperationCanceledException">The caller withdrew it.</exception>
    public async Task<PendingOperation<TResult>> BeginAsync<TRequest, TResult>(
        Method<TRequest, TResult> method, Func<OperationTicket, TRequest> request, string? id, CancellationToken cancellation)
        where TResult : class
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual((int)method.Shape, (int)MethodShape.TwoPhase, nameof(method));
        var now = agenda.Clock.Now;
        var operation = new Operation<TRequest, TResult>(id ?? Guid.CreateVersion7().ToString("n"), method, now + MediaTime.FromMilliseconds(Volatile.Read(ref _timeoutMs)), request);
        CheckId(operation.Id);
        operation = (Operation<TRequest, TResult>)Register(operation);
        try
        {
            var accepted = await operation.AskAsync(calls, now, cancellation).ConfigureAwait(false);
            lock (_gate) operation.IsAccepted = true;
            return new PendingOperation<TResult>(operation.Id, accepted.VendorReference, operation.Result);
        }
        catch (Exception e) when (e is ContractException or OperationCanceledException)
        {
            GiveUp(operation, e);
            throw;
        }
    }

    /// <summary>Takes the result of an operation. False when it is for nothing: unknown, or one too many.</summary>
    public bool OnResult(OperationResult result, SecretBlotter blotter)
    {
        Operation? operation;
        OperationState before;
        lock (_gate)
        {
            if (!_operations.TryGetValue(result.OperationId, out operation) || operation.State == OperationState.Settled) return false;
            before = operation.State;
            if (before == OperationState.Pending) End(operation, OperationState.Settled);
            else operation.State = OperationState.Settled;
        }

        var error = result.Error is { } failure ? blotter.Clean(failure) : null;
        if (before == OperationState.TimedOut)
        {
            calls.Counters.CountLateResult();
            onLate(new LateResult(plugin, operation.Method.Name, operation.Id, error, result.Payload ?? []));
        }
        else if (error is not null)
        {
            calls.Counters.Note($"{error.Code}: {error.Message}");
            operation.Fail(error);
        }
        else if (operation.Succeed(result.Payload ?? []) is { } problem)
        {
            var what = blotter.Clean($"the result of {operation.Method.Name} is wrong: {problem}");
            calls.Counters.CountBadMessage(what);
            operation.Fail(new ContractError { Code = ErrorCodes.BadMessage, Message = what });
        }

        return true;
    }

    /// <summary>The plugin has been started anew: what it had taken on is asked again under the same ids where the method allows it. Throws nothing.</summary>
    public async Task AskAgainAsync()
    {
        Operation[] pending;
        lock (_gate) pending = [.. _operations.Values.Where(operation => operation is { State: OperationState.Pending, IsAccepted: true, Method.Idempotent: true })];
        foreach (var operation in pending)
        {
            try
            {
                await operation.AskAsync(calls, agenda.Clock.Now, CancellationToken.None).ConfigureAwait(false);
            }
            catch (ContractException e) when (e.Error.Code is ErrorCodes.Unavailable or ErrorCodes.Timeout or ErrorCodes.Network)
            {
                // It is left until the next start, or its deadline.
                calls.Counters.Note($"{e.Error.Code}: {e.Error.Message}");
            }
            catch (ContractException e)
            {
                bool isPending;
                lock (_gate)
                {
                    isPending = operation.State == OperationState.Pending;
                    if (isPending) End(operation, OperationState.Settled);
                }

                if (isPending) operation.Fail(e.Error);
            }
        }
    }

    /// <summary>Fails what is pending: there will be no plugin any more.</summary>
    public void EndAll(string cause)
    {
        Operation[] pending;
        lock (_gate)
        {
            pending = [.. _operations.Values.Where(operation => operation.State == OperationState.Pending)];
            foreach (var operation in pending) End(operation, OperationState.Settled);
        }

        foreach (var operation in pending) operation.Fail(new ContractError { Code = ErrorCodes.Unavailable, Message = $"{plugin} is gone: {cause}" });
    }

    private static void CheckId(string id)
    {
        if (id.Length is 0 or > LongestId || id.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
            throw new ContractException(ErrorCodes.InvalidArgument, "an operation id has 1 to 64 letters, digits and dashes", "operation_id");
    }

    private Operation Register<TRequest, TResult>(Operation<TRequest, TResult> operation)
        where TResult : class
    {
        lock (_gate)
        {
            if (_operations.TryGetValue(operation.Id, out var known))
            {
                if (known.Method.Name != operation.Method.Name || known is not Operation<TRequest, TResult>)
                    throw new ContractException(ErrorCodes.InvalidArgument, $"operation {operation.Id} was begun by {known.Method.Name}", "operation_id");
                if (known.State == OperationState.Pending) return known;
            }

            while (_operations.Count >= Capacity && _ended.TryDequeue(out var oldest)) Forget(oldest);
            if (_operations.Count >= Capacity && known is null)
                throw new ContractException(ErrorCodes.Unavailable, $"{Capacity} operations of {plugin} are under way; try again later");
            _operations[operation.Id] = operation;
            operation.Timer = agenda.At(operation.Deadline, () => Expire(operation));
            return operation;
        }
    }

    private void Expire(Operation operation)
    {
        lock (_gate)
        {
            if (operation.State != OperationState.Pending) return;
            End(operation, OperationState.TimedOut);
        }

        operation.Fail(new ContractError { Code = ErrorCodes.Timeout, Message = $"{plugin} did not say in time how {operation.Method.Name} ended; it may still take effect" });
    }

    // The plugin did not accept: it answered with an error, or we do not know whether it took the operation on.
    private void GiveUp(Operation operation, Exception cause)
    {
        var isOpen = cause is OperationCanceledException || cause is ContractException { Error.Code: ErrorCodes.Timeout or ErrorCodes.Unavailable };
        lock (_gate)
        {
            // Another asking of the same operation, or its result, was quicker.
            if (operation.State != OperationState.Pending || operation.IsAccepted) return;
            End(operation, isOpen ? OperationState.TimedOut : OperationState.Settled);
        }

        operation.Fail(cause is ContractException refusal ? refusal.Error : new ContractError { Code = ErrorCodes.Cancelled, Message = "the caller withdrew the operation" });
    }

    private void End(Operation operation, OperationState state)
    {
        operation.State = state;
        operation.Timer?.Cancel();
        while (_ended.Count >= Capacity) Forget(_ended.Dequeue());
        _ended.Enqueue(operation);
    }

    private void Forget(Operation operation)
    {
        // The id may be at work again.
        if (_operations.TryGetValue(operation.Id, out var same) && same == operation) _operations.Remove(operation.Id);
    }
}
