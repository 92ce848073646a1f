using ConfEngine.Contract.Errors;
using ConfEngine.Contract.ExternalSync;

namespace ConfEngine.Contract.Kit.Serving;

/// <summary>Does what a request with an idempotency key asks once. The plugin's thread only.</summary>
internal sealed class KeyedCalls
{
    /// <summary>So many keys are remembered, the oldest goes first.</summary>
    public const int Capacity = 1024;

    private readonly Dictionary<string, Task<Nothing>> _calls = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Makes a handler that knows a key again: it waits for the same call where one is under way, and does nothing where it has succeeded.</summary>
    public Func<TRequest, PluginCall, ValueTask<Nothing>> Once<TRequest>(Func<TRequest, PluginCall, ValueTask<Nothing>> answer)
        where TRequest : IKeyedRequest =>
        (request, call) => new ValueTask<Nothing>(DoAsync(request, call, answer));

    private Task<Nothing> DoAsync<TRequest>(TRequest request, PluginCall call, Func<TRequest, PluginCall, ValueTask<Nothing>> answer)
        where TRequest : IKeyedRequest
    {
        var key = request.IdempotencyKey;
        if (!ExternalSyncCheck.IsKey(key))
            throw new ContractException(ErrorCodes.InvalidArgument, "a key has 1 to 64 letters, digits and dashes", "idempotency_key");
        if (_calls.TryGetValue(key, out var known) && !known.IsFaulted && !known.IsCanceled) return known;
        if (known is null) _order.Enqueue(key);
        while (_order.Count > Capacity) _calls.Remove(_order.Dequeue());
        return _calls[key] = BeginAsync(request, call, answer);
    }

    // What is thrown before the first await is in the task, too.
    private static async Task<Nothing> BeginAsync<TRequest>(TRequest request, PluginCall call, Func<TRequest, PluginCall, ValueTask<Nothing>> answer) =>
        await answer(request, call);
}
