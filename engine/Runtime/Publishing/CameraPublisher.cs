using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Publishing;

/// <summary>Publishes a camera, a screen or a test picture as a stream, on a thread of its own. Rests, with the camera closed, while nobody
/// watches; tries again, more and more seldom, while the camera fails.</summary>
public sealed class CameraPublisher : IDisposable
{
    private readonly CameraWork _work;
    private readonly IClock _clock;
    private readonly SemaphoreSlim _signal = new(0);
    private readonly Thread _thread;
    private volatile bool _isStopping;

    /// <summary>Starts the thread.</summary>
    /// <param name="options">What is published and how.</param>
    /// <param name="stream">Where it goes.</param>
    /// <param name="clock">The real time: a camera has no other.</param>
    public CameraPublisher(CameraOptions options, ILocalStream stream, IClock clock)
    {
        _clock = clock;
        _work = new CameraWork(options, stream, clock, Signal);
        _thread = new Thread(Run) { Name = $"Camera {options.Uri}", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Codec, size, state, cause and counters of the camera, over all attempts; "shown" is what was encoded.</summary>
    public StreamStatistics Statistics => _work.Statistics;

    /// <summary>What the camera is doing; <see cref="StreamState.Opening"/> while it rests.</summary>
    public StreamState State => Statistics.State;

    /// <summary>Why it failed, in one line; empty unless it did. It is being tried again.</summary>
    public string Cause => Statistics.Cause;

    /// <summary>Encoded frames that the network did not take.</summary>
    public long Refused => _work.Refused;

    /// <summary>Ends the thread and closes the camera.</summary>
    public void Dispose()
    {
        if (_isStopping) return;
        _isStopping = true;
        _signal.Release();
        _thread.Join();
        _work.Dispose();
    }

    // The semaphore stays: a camera's own thread may still signal when everything else is over.
    private void Signal() => _signal.Release();

    private void Run()
    {
        while (!_isStopping)
        {
            var pause = _work.Turn(_clock.Now);
            // Rounded up: a turn that comes too early finds nothing due.
            _signal.Wait((int)Math.Ceiling(pause.Milliseconds));
        }
    }
}
