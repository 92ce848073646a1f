namespace ConfEngine.Contract.Kit.Serving;

/// <summary>A request that has not been answered.</summary>
/// <param name="Id">The host's id.</param>
/// <param name="Method">What is asked.</param>
/// <param name="Payload">The request's payload; empty for none.</param>
/// <param name="Source">Withdraws it. Holds nothing that must be disposed of: no timer, no wait handle.</param>
internal sealed record PendingCall(uint Id, string Method, ReadOnlyMemory<byte> Payload, CancellationTokenSource Source);

/// <summary>The requests that have not been answered. Any thread.</summary>
internal sealed class PendingCalls
{
    private readonly Lock _gate = new();
    private readonly Dictionary<uint, PendingCall> _calls = [];

    /// <summary>Notes a request; null when its id is pending already.</summary>
    public PendingCall? Begin(uint id, string method, ReadOnlyMemory<byte> payload)
    {
        var call = new PendingCall(id, method, payload, new CancellationTokenSource());
        lock (_gate) return _calls.TryAdd(id, call) ? call : null;
    }

    /// <summary>Withdraws a request; one that has been answered meanwhile is no longer known.</summary>
    public void Cancel(uint id)
    {
        PendingCall? call;
        lock (_gate) _calls.TryGetValue(id, out call);
        if (call is not null) Cancel(call.Source);
    }

    /// <summary>Withdraws all.</summary>
    public void CancelAll()
    {
        PendingCall[] calls;
        lock (_gate) calls = [.. _calls.Values];
        foreach (var call in calls) Cancel(call.Source);
    }

    /// <summary>Forgets a request that is being answered.</summary>
    /// <returns>False when it has been answered already.</returns>
    public bool TryEnd(uint id)
    {
        lock (_gate) return _calls.Remove(id);
    }

    /// <summary>Sets the token at once; what the plugin has registered with it runs on the pool, so that it holds up nobody here.</summary>
    public static void Cancel(CancellationTokenSource source) =>
        source.CancelAsync().ContinueWith(
            done => done.Exception?.Handle(_ => true), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
