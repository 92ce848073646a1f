using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;

namespace ConfEngine.Contract.Kit.Serving;

/// <summary>The operations that were accepted, so that none is done twice. The plugin's thread only.</summary>
internal sealed class OperationLedger
{
    /// <summary>So many operations are remembered, the oldest that ended goes first.</summary>
    public const int Capacity = 1024;

    /// <summary>So many bytes of results are kept to be sent again.</summary>
    public const long MaxResultBytes = 16 << 20;

    private const int MaxIdLength = 64;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<string> _ended = new();
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stopping = new();
    private long _resultBytes;

    /// <summary>Set when the plugin is stopped.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Takes an operation on, unless it is known.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="method">What is asked.</param>
    /// <param name="result">The result of one that is known and has ended.</param>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="ContractException">The id is malformed or was another method's (<c>invalid-argument</c>), or too many run (<c>unavailable</c>).</exception>
    public bool TryBegin(string id, string method, out OperationResult? result)
    {
        result = null;
        if (!IsId(id)) throw new ContractException(ErrorCodes.InvalidArgument, "an operation's id has 1 to 64 letters, digits and dashes", "ticket.id");
        if (_entries.TryGetValue(id, out var known))
        {
            if (known.Method != method) throw new ContractException(ErrorCodes.InvalidArgument, $"the operation {id} is one of {known.Method}", "ticket.id");
            result = known.Result;
            return false;
        }

        if (_entries.Count >= Capacity && !TryForgetOldest())
            throw new ContractException(ErrorCodes.Unavailable, $"{Capacity} operations are running; wait for some to end");
        _entries.Add(id, new Entry(method));
        return true;
    }

    /// <summary>Notes how an operation ended.</summary>
    public void Finish(string id, OperationResult result)
    {
        _entries[id].Result = result;
        _ended.Enqueue(id);
        _resultBytes += result.Payload?.Length ?? 0;
        while (_resultBytes > MaxResultBytes && _ended.Count > 1) TryForgetOldest();
    }

    /// <summary>Keeps an operation in view until it has ended.</summary>
    public void Track(Task running)
    {
        if (running.IsCompleted) return;
        _running.Add(running);
        running.ContinueWith(ended => _running.Remove(ended), TaskScheduler.FromCurrentSynchronizationContext());
    }

    /// <summary>Asks all to end and waits until they have.</summary>
    public async ValueTask StopAsync(CancellationToken cancellation)
    {
        Cancel();
        await Task.WhenAll(_running).WaitAsync(cancellation);
    }

    /// <summary>Asks all to end. Any thread.</summary>
    public void Cancel() => PendingCalls.Cancel(_stopping);

    private static bool IsId(string id) => id.Length is > 0 and <= MaxIdLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private bool TryForgetOldest()
    {
        if (!_ended.TryDequeue(out var oldest)) return false;
        _entries.Remove(oldest, out var entry);
        _resultBytes -= entry?.Result?.Payload?.Length ?? 0;
        return true;
    }

    private sealed class Entry(string method)
    {
        public string Method { get; } = method;

        public OperationResult? Result { get; set; }
    }
}
