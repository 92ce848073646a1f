using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Sources;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Publishing;

/// <summary>Publishes what a microphone hears: captured, encoded and handed to the node on the device's own thread. A device that cannot be
/// opened, or fails, is tried again after a back-off. Carried on by a pump, because opening a device takes its time; anybody may turn
/// the knobs and read the meters.</summary>
public sealed class MicrophonePublisher : IPumped, IDisposable
{
    private static readonly MediaTime s_checkEvery = MediaTime.FromMilliseconds(500);
    private readonly Func<IAudioCapture> _open;
    private readonly Backoff _backoff = new();
    private readonly MicrophoneLine _line;
    private readonly Lock _gate = new();
    private IAudioCapture? _capture;
    private long _due = long.MinValue;
    private bool _disposed;
    private volatile string _cause = "";
    private volatile string _description = "";
    private int _state = (int)StreamState.Opening;

    /// <summary>Makes a publisher; the first <see cref="Step"/> opens the device.</summary>
    /// <param name="spec">What <see cref="AudioDevices.OpenCapture"/> understands.</param>
    /// <param name="stream">Where packets go.</param>
    /// <param name="zero">The moment that has position 0, the same for the stream's camera.</param>
    /// <param name="clock">Stamps and paces the device.</param>
    /// <param name="options">Null for a voice.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public MicrophonePublisher(string spec, ILocalStream stream, Instant zero, IClock clock, MicrophoneOptions? options = null)
        : this(() => AudioDevices.OpenCapture(spec, clock), stream, zero, options)
    {
    }

    /// <summary>Makes a publisher of a device of one's own.</summary>
    /// <param name="open">Opens the device; throws <see cref="MediaException"/> when that fails.</param>
    /// <param name="stream">Where packets go.</param>
    /// <param name="zero">The moment that has position 0.</param>
    /// <param name="options">Null for a voice.</param>
    public MicrophonePublisher(Func<IAudioCapture> open, ILocalStream stream, Instant zero, MicrophoneOptions? options = null)
    {
        _open = open;
        _line = new MicrophoneLine(stream, zero, options ?? new MicrophoneOptions());
    }

    /// <summary>What it is doing.</summary>
    public StreamState State => (StreamState)Volatile.Read(ref _state);

    /// <summary>Why it failed, in one line with the remedy; empty while all is well.</summary>
    public string Cause => _cause;

    /// <summary>What the device is, for people; empty before it was opened.</summary>
    public string Description => _description;

    /// <summary>True to send nothing. Glides over one block; the meters go on.</summary>
    public bool Muted
    {
        get => _line.Muted;
        set => _line.Muted = value;
    }

    /// <summary>Smoothed RMS level in dBFS of what the microphone hears, muted or not.</summary>
    public float Level => _line.Level;

    /// <summary>True while somebody speaks into it, muted or not.</summary>
    public bool IsSpeaking => _line.IsSpeaking;

    /// <summary>Packets handed over.</summary>
    public long Packets => _line.Packets;

    /// <summary>Packets that the node did not take.</summary>
    public long Dropped => _line.Dropped;

    /// <inheritdoc/>
    /// <remarks>A device is nothing that hurries.</remarks>
    public long Urgency(Instant now) => now.Nanoseconds >= Volatile.Read(ref _due) ? long.MaxValue - 1 : long.MaxValue;

    /// <summary>Opens the device when it is time to, and looks whether it is still well.</summary>
    public void Step(Instant now)
    {
        lock (_gate)
        {
            if (_disposed || now.Nanoseconds < _due) return;
            if (_capture is null) Open(now);
            else Check(now);
        }
    }

    /// <summary>Stops the device. Nothing is handed over afterwards.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _capture?.Dispose();
            _capture = null;
            _line.Dispose();
        }
    }

    private void Open(Instant now)
    {
        Volatile.Write(ref _state, (int)StreamState.Opening);
        try
        {
            var capture = _open();
            _description = capture.Description;
            _line.Begin();
            capture.Start(_line.OnBlock);
            _capture = capture;
            _cause = "";
            Volatile.Write(ref _state, (int)StreamState.Running);
            WaitUntil(now + s_checkEvery);
        }
        catch (MediaException failure)
        {
            Fail(now, failure.Message);
        }
    }

    private void Check(Instant now)
    {
        if (_capture!.Fault is not { } fault)
        {
            // Lasting so long, it is well; the next fault is a new one.
            _backoff.Reset();
            WaitUntil(now + s_checkEvery);
            return;
        }

        _capture.Dispose();
        _capture = null;
        Fail(now, fault);
    }

    private void Fail(Instant now, string cause)
    {
        _cause = cause;
        Volatile.Write(ref _state, (int)StreamState.Faulted);
        WaitUntil(now + _backoff.Next());
    }

    private void WaitUntil(Instant due) => Volatile.Write(ref _due, due.Nanoseconds);
}
