using ConfEngine.Contract.Errors;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost.Calls;

/// <summary>What a plugin's calls come to, over all its starts. Any thread.</summary>
internal sealed class CallCounters
{
    private const int Kept = 256;

    private readonly Lock _gate = new();
    private readonly float[] _times = new float[Kept];
    private long _timed;
    private long _calls;
    private long _errors;
    private long _timeouts;
    private long _refused;
    private long _retries;
    private long _strays;
    private long _lateResults;
    private long _badMessages;
    private long _dropped;
    private long _restarts;
    private int _inFlight;
    private string _lastError = "";

    /// <summary>The last error, in one line.</summary>
    public string LastError => Volatile.Read(ref _lastError);

    public void CountRetry() => Interlocked.Increment(ref _retries);

    public void CountLateResult() => Interlocked.Increment(ref _lateResults);

    public void CountDropped() => Interlocked.Increment(ref _dropped);

    public void CountRestart() => Interlocked.Increment(ref _restarts);

    public void CountStray(string what)
    {
        Interlocked.Increment(ref _strays);
        Volatile.Write(ref _lastError, what);
    }

    public void CountBadMessage(string what)
    {
        Interlocked.Increment(ref _badMessages);
        Volatile.Write(ref _lastError, what);
    }

    /// <summary>Notes what went wrong outside of a call.</summary>
    public void Note(string error) => Volatile.Write(ref _lastError, error);

    public void Begin() => Interlocked.Increment(ref _inFlight);

    /// <summary>Counts a call that has ended for its caller.</summary>
    public void End(CallFault fault, ContractError? error, MediaTime took)
    {
        Interlocked.Decrement(ref _inFlight);
        if (error is not null && fault != CallFault.Withdrawn) Volatile.Write(ref _lastError, $"{error.Code}: {error.Message}");
        lock (_gate)
        {
            switch (fault)
            {
                case CallFault.Refused: _refused++; return;
                case CallFault.Withdrawn: return;
                case CallFault.Timeout: _timeouts++; break;
                case CallFault.Lost or CallFault.Moved: break;
                default: _calls++; break;
            }

            if (fault != CallFault.None) _errors++;
            _times[_timed++ % Kept] = (float)(took.Nanoseconds / 1e3);
        }
    }

    /// <summary>The figures as they are.</summary>
    public PluginFigures Read(long memoryBytes, double cpuSeconds)
    {
        Span<float> times = stackalloc float[Kept];
        lock (_gate)
        {
            var count = (int)Math.Min(_timed, Kept);
            times = times[..count];
            _times.AsSpan(0, count).CopyTo(times);
        }

        times.Sort();
        return new PluginFigures
        {
            Calls = Interlocked.Read(ref _calls), Errors = Interlocked.Read(ref _errors), Timeouts = Interlocked.Read(ref _timeouts),
            Refused = Interlocked.Read(ref _refused), Retries = Interlocked.Read(ref _retries), Strays = Interlocked.Read(ref _strays),
            LateResults = Interlocked.Read(ref _lateResults), BadMessages = Interlocked.Read(ref _badMessages), Dropped = Interlocked.Read(ref _dropped),
            Restarts = Interlocked.Read(ref _restarts), InFlight = Volatile.Read(ref _inFlight), P50Us = Quantile(times, 0.50), P99Us = Quantile(times, 0.99),
            MemoryBytes = memoryBytes, CpuSeconds = cpuSeconds, LastError = Volatile.Read(ref _lastError),
        };
    }

    // The least value that the given share of all does not exceed.
    private static double Quantile(ReadOnlySpan<float> sorted, double share) =>
        sorted.IsEmpty ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)];
}
