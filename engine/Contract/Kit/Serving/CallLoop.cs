namespace ConfEngine.Contract.Kit.Serving;

/// <summary>What is to be done on a plugin's thread, in the order it came. Continuations of awaits come back through it.</summary>
/// <param name="failed">Gets what a callback that nobody awaits threw; on the plugin's thread.</param>
internal sealed class CallLoop(Action<Exception> failed) : SynchronizationContext
{
    // Calls come in bursts, and to wake a thread takes longer than most calls do: so many looks are taken before it sleeps, some 20 us in all.
    private const int LooksBeforeSleep = 60;

    private readonly object _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private int _waiting;
    private bool _closed;
    private bool _ran;
    private bool _isAsleep;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            // Nobody is left to run it.
            if (_closed) return;
            _queue.Enqueue((d, state));
            Volatile.Write(ref _waiting, _queue.Count);
            if (_isAsleep) Monitor.Pulse(_gate);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Called on another thread than the plugin's: waiting for it would hold up the waiter for as long as the plugin likes.</exception>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current != this) throw new NotSupportedException("nobody waits for a plugin's thread; use Post");
        d(state);
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Does what comes, on the caller's thread, until <see cref="Close"/>.</summary>
    public void Run()
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            lock (_gate)
            {
                if (_ran) throw new InvalidOperationException("a plugin has one thread, and that ran already");
                _ran = true;
            }

            while (TryNext(out var next)) Do(next.Callback, next.State);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Ends <see cref="Run"/> after what is being done now; the rest is dropped.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _queue.Clear();
            Monitor.PulseAll(_gate);
        }
    }

    private bool TryNext(out (SendOrPostCallback Callback, object? State) next)
    {
        for (var looks = 0; looks < LooksBeforeSleep && Volatile.Read(ref _waiting) == 0 && !Volatile.Read(ref _closed); looks++) Thread.SpinWait(20);
        lock (_gate)
        {
            while (_queue.Count == 0 && !_closed)
            {
                _isAsleep = true;
                Monitor.Wait(_gate);
                _isAsleep = false;
            }

            var any = _queue.TryDequeue(out next);
            Volatile.Write(ref _waiting, _queue.Count);
            return any;
        }
    }

    private void Do(SendOrPostCallback callback, object? state)
    {
        try
        {
            callback(state);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }
}
