namespace ConfEngine.Contract.Kit.Serving;

/// <summary>What is to be done on a plugin's thread, in the order it came. Continuations of awaits come back through it.</summary>
/// <param name="failed">Gets what a callback that nobody awaits threw; on the plugin's thread.</param>
internal sealed class CallLoop(Action<Exception> failed) : SynchronizationContext
{
    private readonly object _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private bool _closed;
    private bool _ran;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            // Nobody is left to run it.
            if (_closed) return;
            _queue.Enqueue((d, state));
            Monitor.Pulse(_gate);
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
        lock (_gate)
        {
            while (_queue.Count == 0 && !_closed) Monitor.Wait(_gate);
            return _queue.TryDequeue(out next);
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
