using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Rooms;

/// <summary>The thread that owns the rooms. It does what is posted to it in order, and sleeps until the next post or deadline.</summary>
internal sealed class SessionThread : IDisposable
{
    /// <summary>The most that waits for the thread.</summary>
    public const int Capacity = 4096;

    // Figures may be lost; news of peers, and calls, may not. The last quarter is theirs alone.
    private const int FigureCapacity = Capacity / 4 * 3;

    // So many are done before snapshots are renewed, however many more wait.
    private const int Batch = 256;

    private readonly BoundedQueue<Work> _inbox = new(Capacity, FullPolicy.Refuse);
    private readonly AutoResetEvent _wake = new(false);
    private readonly IClock _clock;
    private readonly Func<Instant?> _turn;
    private readonly Action<string, Exception> _onFault;
    private readonly Thread _thread;
    private volatile bool _stopping;
    private long _figuresDropped;

    /// <summary>A thread that does not run yet.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="turn">Called on the thread after every batch and at every deadline; returns the next deadline, null for none.</param>
    /// <param name="onFault">Told of a fault of ours.</param>
    public SessionThread(IClock clock, Func<Instant?> turn, Action<string, Exception> onFault)
    {
        (_clock, _turn, _onFault) = (clock, turn, onFault);
        _thread = new Thread(Run) { Name = "Session", IsBackground = true };
    }

    /// <summary>Posts that were refused because too many waited.</summary>
    public long Refused => _inbox.Dropped + Interlocked.Read(ref _figuresDropped);

    public void Start() => _thread.Start();

    /// <summary>Has <paramref name="act"/> done on the thread; false when too much waits already, or it has stopped.</summary>
    public bool Post(Action act) => Add(new Act(act, _onFault));

    /// <summary>The same for measurements, which give way to everything else.</summary>
    public bool PostFigures(Action act)
    {
        if (_inbox.Count < FigureCapacity) return Post(act);
        Interlocked.Increment(ref _figuresDropped);
        return false;
    }

    /// <summary>Has <paramref name="question"/> answered on the thread; what it throws reaches the caller. Throws <see cref="RpcException"/>
    /// with the code <c>busy</c> when too much waits already.</summary>
    public Task<T> AskAsync<T>(Func<T> question)
    {
        var work = new Question<T>(question);
        return Add(work) ? work.Answer : throw RpcException.Refused("busy", "the rooms have too much to do; try again in a moment");
    }

    /// <summary>Lets the thread look at its deadlines again.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Stops the thread. What still waits is given up.</summary>
    public void Dispose()
    {
        _stopping = true;
        _wake.Set();
        if (_thread.ThreadState.HasFlag(ThreadState.Unstarted) || Thread.CurrentThread == _thread) return;
        _thread.Join();
        // The event itself is left to its finaliser: the network thread may be about to set it still.
        GiveUp();
    }

    private bool Add(Work work)
    {
        if (_stopping || !_inbox.TryEnqueue(work)) return false;
        // Whoever was quicker than the end would otherwise wait for an answer for ever.
        if (_stopping) GiveUp();
        else _wake.Set();
        return true;
    }

    private void GiveUp()
    {
        while (_inbox.TryDequeue(out var work)) work.GiveUp();
    }

    private void Run()
    {
        while (!_stopping)
        {
            for (var done = 0; done < Batch && _inbox.TryDequeue(out var work); done++) work.Run();
            var next = _turn();
            if (_inbox.Count == 0 && !_stopping) _wake.WaitOne(Patience(next));
        }
    }

    private int Patience(Instant? next)
    {
        if (next is not { } deadline) return Timeout.Infinite;
        // Rounded up, for waking too early means waking twice; an hour at most, as the wait counts in milliseconds of 31 bits.
        var milliseconds = ((deadline - _clock.Now).Nanoseconds + 999_999) / 1_000_000;
        return (int)Math.Clamp(milliseconds, 0, 3_600_000);
    }

    private abstract class Work
    {
        public abstract void Run();

        public abstract void GiveUp();
    }

    private sealed class Act(Action act, Action<string, Exception> onFault) : Work
    {
        public override void Run()
        {
            try
            {
                act();
            }
            catch (Exception e)
            {
                onFault("rooms", e);
            }
        }

        public override void GiveUp()
        {
        }
    }

    private sealed class Question<T>(Func<T> question) : Work
    {
        // Whoever waits goes on elsewhere: this thread belongs to the rooms.
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Answer => _answer.Task;

        public override void Run()
        {
            try
            {
                _answer.TrySetResult(question());
            }
            catch (Exception e)
            {
                _answer.TrySetException(e);
            }
        }

        public override void GiveUp() => _answer.TrySetCanceled();
    }
}
