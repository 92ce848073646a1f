using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Processes;

namespace ConfEngine.PluginHost.Life;

/// <summary>The thread that owns the plugins' lives. It does what is on the agenda, and sleeps until it is woken or the next deadline.</summary>
internal sealed class SupervisorThread : IDisposable
{
    // Behind the frame loop, like the threads of the channels.
    private const int Nice = 10;

    private readonly Agenda _agenda;
    private readonly Thread _thread;
    private volatile bool _isStopping;

    /// <summary>A thread that does not run yet.</summary>
    public SupervisorThread(Agenda agenda)
    {
        _agenda = agenda;
        _thread = new Thread(Run) { Name = "Plugins", IsBackground = true };
    }

    public void Start() => _thread.Start();

    /// <summary>Stops the thread; what still waits is given up.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _agenda.Close();
        _agenda.Wake();
        if (!_thread.ThreadState.HasFlag(ThreadState.Unstarted) && Thread.CurrentThread != _thread) _thread.Join();
    }

    private void Run()
    {
        LibC.TrySetNice(0, Nice);
        while (!_isStopping)
        {
            var next = _agenda.Turn();
            if (!_isStopping) _agenda.Woken.WaitOne(Patience(next));
        }
    }

    private int Patience(Instant? next)
    {
        if (next is not { } deadline) return Timeout.Infinite;
        // Rounded up, for waking too early means waking twice; an hour at most, as the wait counts in milliseconds of 31 bits.
        var milliseconds = ((deadline - _agenda.Clock.Now).Nanoseconds + 999_999) / 1_000_000;
        return (int)Math.Clamp(milliseconds, 0, 3_600_000);
    }
}
