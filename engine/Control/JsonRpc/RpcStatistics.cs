namespace ConfEngine.Control.JsonRpc;

/// <summary>What happened on all connections of a server together. Any thread may count and read.</summary>
public sealed class RpcStatistics
{
    private readonly long[] _closed = new long[Enum.GetValues<RpcCloseCause>().Length];
    private long _calls;
    private long _malformed;
    private long _refusedBusy;
    private long _deadlinesMissed;
    private long _faults;
    private long _abandoned;

    /// <summary>Valid calls, notifications included.</summary>
    public long Calls => Volatile.Read(ref _calls);

    /// <summary>Messages and batch members that were no requests.</summary>
    public long Malformed => Volatile.Read(ref _malformed);

    /// <summary>Calls refused because too many of the same client were in flight.</summary>
    public long RefusedBusy => Volatile.Read(ref _refusedBusy);

    /// <summary>Calls answered with an error because they took too long.</summary>
    public long DeadlinesMissed => Volatile.Read(ref _deadlinesMissed);

    /// <summary>Calls that failed through a fault of ours.</summary>
    public long Faults => Volatile.Read(ref _faults);

    /// <summary>Messages whose client was gone before the answer.</summary>
    public long Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>Connections that ended for this cause.</summary>
    public long Closed(RpcCloseCause cause) => Volatile.Read(ref _closed[(int)cause]);

    internal void CountCall() => Interlocked.Increment(ref _calls);

    internal void CountMalformed() => Interlocked.Increment(ref _malformed);

    internal void CountRefusedBusy() => Interlocked.Increment(ref _refusedBusy);

    internal void CountDeadlineMissed() => Interlocked.Increment(ref _deadlinesMissed);

    internal void CountFault() => Interlocked.Increment(ref _faults);

    internal void CountAbandoned() => Interlocked.Increment(ref _abandoned);

    internal void CountClosed(RpcCloseCause cause) => Interlocked.Increment(ref _closed[(int)cause]);
}
