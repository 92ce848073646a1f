using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Life;

/// <summary>What the supervisor has to do, and when: posted work, timers, and the deadlines of what it watches. Whoever calls <see cref="Turn"/> is the supervisor for
/// that while, and what it awaits comes back here. Nothing in it waits, so a test can step it on a clock that stands still.</summary>
/// <param name="clock">The time.</param>
/// <param name="onFault">Told of what posted work throws: a fault of ours.</param>
internal sealed class Agenda(IClock clock, Action<Exception> onFault)
{
    /// <summary>The most questions from outside that may wait.</summary>
    public const int Capacity = 1024;

    // So many are done before deadlines are looked at again.
    private const int Batch = 256;

    private readonly Lock _gate = new();

    // Work of the host's own is bounded by what it has begun: a few continuations for each plugin. Only questions from outside are refused.
    private readonly Queue<(SendOrPostCallback Act, object? State)> _inbox = [];
    private readonly PriorityQueue<AgendaTimer, long> _timers = new();
    private readonly AutoResetEvent _wake = new(false);
    private IWatched[] _watched = [];
    private long _nextLook = long.MaxValue;
    private Context? _context;
    private volatile bool _isClosed;
    private bool _isEnded;

    /// <summary>The time.</summary>
    public IClock Clock { get; } = clock;

    /// <summary>Set when there is something to do, or a deadline has come closer.</summary>
    public WaitHandle Woken => _wake;

    /// <summary>Whether posted work waits.</summary>
    public bool HasWork
    {
        get { lock (_gate) return _inbox.Count > 0; }
    }

    /// <summary>Has <paramref name="act"/> done by the supervisor.</summary>
    public void Post(Action act) => Post(static state => ((Action)state!)(), act);

    /// <summary>Has <paramref name="act"/> done by the supervisor.</summary>
    public void Post(SendOrPostCallback act, object? state)
    {
        lock (_gate) _inbox.Enqueue((act, state));
        _wake.Set();
    }

    /// <summary>Has something done by the supervisor for somebody outside; false when too much waits, or all is over.</summary>
    public bool TryPost(Action act)
    {
        lock (_gate)
        {
            if (_isClosed || _inbox.Count >= Capacity) return false;
            _inbox.Enqueue((static state => ((Action)state!)(), act));
        }

        _wake.Set();
        return true;
    }

    /// <summary>Takes no more questions.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Has <paramref name="act"/> done by the supervisor at <paramref name="due"/>, unless it is cancelled before.</summary>
    public AgendaTimer At(Instant due, Action act)
    {
        var timer = new AgendaTimer(act);
        bool isEarlier, isEnded;
        lock (_gate)
        {
            isEnded = _isEnded;
            if (!isEnded) _timers.Enqueue(timer, due.Nanoseconds);
            isEarlier = due.Nanoseconds < _nextLook;
        }

        if (isEnded) FireLate(timer);
        else if (isEarlier) _wake.Set();
        return timer;
    }

    /// <summary>Looks at <paramref name="watched"/> in every turn.</summary>
    public void Watch(IWatched watched)
    {
        lock (_gate) _watched = [.. _watched, watched];
        Wake();
    }

    /// <summary>Looks no longer.</summary>
    public void Unwatch(IWatched watched)
    {
        lock (_gate) _watched = [.. _watched.Where(one => one != watched)];
    }

    /// <summary>Looks at nothing any more, and hands over what it looked at.</summary>
    public IReadOnlyList<IWatched> UnwatchAll()
    {
        lock (_gate)
        {
            var all = _watched;
            _watched = [];
            return all;
        }
    }

    /// <summary>There will be no more turns: what is planned happens now, and what is planned from now on at once, so that nobody waits for ever. The supervisor's last act.</summary>
    public void End()
    {
        _isClosed = true;
        AgendaTimer[] left;
        lock (_gate)
        {
            _isEnded = true;
            left = [.. _timers.UnorderedItems.Select(item => item.Element)];
            _timers.Clear();
        }

        foreach (var timer in left) FireLate(timer);
    }

    /// <summary>Has deadlines looked at soon.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Does what there is to do.</summary>
    /// <returns>When there is more; null for when it is woken.</returns>
    public Instant? Turn()
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_context ??= new Context(this));
        try
        {
            for (var done = 0; done < Batch && TryTake(out var work); done++) Do(work.Act, work.State);
            while (TryTakeDue(out var timer)) Do(static state => ((AgendaTimer)state!).Fire(), timer);
            return FindNext();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private Instant? FindNext()
    {
        var now = Clock.Now;
        var next = long.MaxValue;
        foreach (var watched in Volatile.Read(ref _watched))
            if (watched.Turn(now) is { } at) next = Math.Min(next, at.Nanoseconds);
        lock (_gate)
        {
            while (_timers.TryPeek(out var timer, out _) && timer.IsOver) _timers.Dequeue();
            if (_timers.TryPeek(out _, out var due)) next = Math.Min(next, due);
            if (_inbox.Count > 0) next = now.Nanoseconds;
            _nextLook = next;
        }

        return next == long.MaxValue ? null : new Instant(next);
    }

    private bool TryTake(out (SendOrPostCallback Act, object? State) work)
    {
        lock (_gate) return _inbox.TryDequeue(out work);
    }

    private bool TryTakeDue(out AgendaTimer timer)
    {
        var now = Clock.Now;
        lock (_gate)
        {
            timer = null!;
            return _timers.TryPeek(out _, out var due) && due <= now.Nanoseconds && _timers.TryDequeue(out timer!, out _);
        }
    }

    // Never on the caller's stack: it may hold a lock.
    private void FireLate(AgendaTimer timer) => ThreadPool.UnsafeQueueUserWorkItem(_ => Do(static state => ((AgendaTimer)state!).Fire(), timer), null);

    private void Do(SendOrPostCallback act, object? state)
    {
        try
        {
            act(state);
        }
        catch (Exception e)
        {
            onFault(e);
        }
    }

    private sealed class Context(Agenda agenda) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => agenda.Post(d, state);

        public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("nobody waits for the supervisor");

        public override SynchronizationContext CreateCopy() => this;
    }
}

/// <summary>One thing to be done at a time.</summary>
internal sealed class AgendaTimer(Action act)
{
    private Action? _act = act;

    /// <summary>Done or cancelled.</summary>
    public bool IsOver => Volatile.Read(ref _act) is null;

    /// <summary>It is not done any more.</summary>
    public void Cancel() => Interlocked.Exchange(ref _act, null);

    /// <summary>Does it, once.</summary>
    public void Fire() => Interlocked.Exchange(ref _act, null)?.Invoke();
}
