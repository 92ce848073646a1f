using ConfEngine.Core.Time;

namespace ConfEngine.Core.Threading;

/// <summary>Multiplexes any number of <see cref="IPumped"/> items onto a few threads, most urgent first. The owner may lend a hand with
/// <see cref="StepOrWait"/>; with no threads at all that is how everything runs, on one stack, as tests and fuzzers want it.</summary>
public sealed class PumpWorkers : IDisposable
{
    private readonly IClock _clock;
    private readonly object _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly Thread[] _threads;
    private bool _stopping;
    private int _busy;
    private int _progressWaiters;
    private long _wakes;

    /// <summary>Starts the workers.</summary>
    /// <param name="clock">The time handed to the items.</param>
    /// <param name="threads">How many threads; 0 for none.</param>
    /// <param name="name">The threads' name in a debugger.</param>
    public PumpWorkers(IClock clock, int threads, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        _clock = clock;
        _threads = new Thread[threads];
        for (var i = 0; i < threads; i++)
        {
            _threads[i] = new Thread(Run) { Name = $"{name} {i}", IsBackground = true };
            _threads[i].Start();
        }
    }

    /// <summary>How many threads work.</summary>
    public int ThreadCount => _threads.Length;

    /// <summary>Takes an item in. It is stepped from now on.</summary>
    public void Add(IPumped item)
    {
        lock (_gate) _entries.Add(new Entry(item));
        Wake();
    }

    /// <summary>Lets an item go and returns once no worker is inside it any more. Not to be called from within a step.</summary>
    public void Remove(IPumped item)
    {
        lock (_gate)
        {
            var index = _entries.FindIndex(candidate => ReferenceEquals(candidate.Item, item));
            if (index < 0) return;
            var entry = _entries[index];
            _entries.RemoveAt(index);
            while (entry.IsBusy) WaitForProgress();
        }
    }

    /// <summary>Tells sleeping workers to look again: room has been made, or time has moved on. Call it once a frame, not once an item.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _wakes++;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Does the most urgent step on the calling thread or, when others are at everything there is to do, waits until one is through.</summary>
    /// <returns>False when nothing is to be done and nobody is at work: asking again only makes sense after something has changed.</returns>
    public bool StepOrWait()
    {
        Entry? entry;
        // One hold of the gate: a step that ends between a look and the question who is busy would pass for "nothing to do".
        lock (_gate)
        {
            entry = TakeMostUrgent(_clock.Now);
            if (entry is null && _busy == 0) return false;
            if (entry is null) WaitForProgress();
        }

        if (entry is not null) StepAndPutBack(entry);
        return true;
    }

    /// <summary>Stops the threads; the items stay their owners'.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.PulseAll(_gate);
        }

        foreach (var thread in _threads) thread.Join();
    }

    private void Run()
    {
        while (true)
        {
            var seen = Interlocked.Read(ref _wakes);
            if (TakeMostUrgent(_clock.Now) is { } entry)
            {
                StepAndPutBack(entry);
                continue;
            }

            lock (_gate)
            {
                // A wake between the look and this lock must not be slept through.
                if (!_stopping && seen == _wakes) Monitor.Wait(_gate);
                if (_stopping) return;
            }
        }
    }

    /// <summary>Waits, inside the gate, until a step is over.</summary>
    private void WaitForProgress()
    {
        _progressWaiters++;
        Monitor.Wait(_gate);
        _progressWaiters--;
    }

    private Entry? TakeMostUrgent(Instant now)
    {
        lock (_gate)
        {
            if (_stopping) return null;
            Entry? best = null;
            var bestUrgency = long.MaxValue;
            foreach (var entry in _entries)
            {
                if (entry.IsBusy) continue;
                var urgency = entry.Item.Urgency(now);
                if (urgency >= bestUrgency) continue;
                bestUrgency = urgency;
                best = entry;
            }

            if (best is null) return null;
            best.IsBusy = true;
            _busy++;
            return best;
        }
    }

    private void StepAndPutBack(Entry entry)
    {
        try
        {
            entry.Item.Step(_clock.Now);
        }
        finally
        {
            lock (_gate)
            {
                entry.IsBusy = false;
                _busy--;
                // Resting workers need no call: this one looks for the next step itself.
                if (_progressWaiters > 0) Monitor.PulseAll(_gate);
            }
        }
    }

    private sealed class Entry(IPumped item)
    {
        public IPumped Item => item;

        public bool IsBusy { get; set; }
    }
}
