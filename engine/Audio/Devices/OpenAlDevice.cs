using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>The machine's sound card, through OpenAL Soft: it is small, well kept, speaks PulseAudio, PipeWire and ALSA alike, and
/// tells the device's latency. A queue of four 10 ms buffers, refilled by a thread of its own. A device that goes away is replaced by
/// silence that keeps the time.</summary>
public sealed class OpenAlDevice : IAudioDevice
{
    private const int CheckEveryRounds = 50;
    private readonly IClock _clock;
    private readonly OpenAlOutput _output;
    private readonly PlaybackClock _playback;
    private readonly PacedLoop _silence;
    private readonly float[] _block = new float[Mixer.BlockSamples * Mixer.Channels];
    private IBlockSource? _source;
    private MediaTime _first;
    private Thread? _thread;
    private long _blocks;
    private long _dry;
    private int _running;
    private volatile string? _fault;
    private volatile bool _stopping;

    /// <summary>Opens the default device.</summary>
    /// <param name="clock">Wakes the thread.</param>
    /// <exception cref="MediaException">There is no device, or OpenAL is not installed.</exception>
    public OpenAlDevice(IClock clock)
    {
        _clock = clock;
        _output = new OpenAlOutput();
        _playback = new PlaybackClock(clock);
        _silence = new PacedLoop(clock, null);
    }

    /// <inheritdoc/>
    public string Description => _fault is null ? $"OpenAL: {_output.Name}" : $"null ({_output.Name} was lost)";

    /// <inheritdoc/>
    public string? Fault => _fault;

    /// <inheritdoc/>
    public MediaTime PlayedPosition =>
        Volatile.Read(ref _running) == 0 ? _first : _fault is null ? _playback.Position : _silence.Position;

    /// <summary>How often the queue ran dry, and the blocks left out after the device was lost.</summary>
    public long SkippedBlocks => Volatile.Read(ref _dry) + _silence.Skipped;

    /// <inheritdoc/>
    public void Start(IBlockSource source, MediaTime first)
    {
        _source = source;
        _first = first;
        _playback.Report(_clock.Now, first - Mixer.BlockLength * OpenAlOutput.QueueBlocks);
        Volatile.Write(ref _running, 1);
        _thread = new Thread(Run) { Name = "Audio", IsBackground = true, Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping = true;
        _silence.Stop();
        _thread?.Join();
        _output.Dispose();
    }

    private void Run()
    {
        for (var i = 0; i < OpenAlOutput.QueueBlocks; i++) _output.QueueNew(NextBlock());
        _output.Play();
        var wake = _clock.Now;
        for (var round = 1; !_stopping; round++)
        {
            // OpenAL has no call that waits; half a block is often enough to keep the queue full and cheap enough not to matter.
            wake += new MediaTime(Mixer.BlockLength.Nanoseconds / 2);
            if (wake < _clock.Now) wake = _clock.Now;
            _clock.WaitUntil(wake);
            Refill();
            if (round % CheckEveryRounds != 0 || _output.IsConnected) continue;
            RunWithoutDevice();
            return;
        }
    }

    private void Refill()
    {
        while (_output.TryUnqueue(out var buffer)) _output.Queue(buffer, NextBlock());
        if (_output.IsPlaying)
        {
            var played = _first + MediaTime.FromSeconds(_output.PlayedSamples() / Mixer.SampleRate);
            _playback.Report(_clock.Now, played);
            return;
        }

        Volatile.Write(ref _dry, _dry + 1);
        _output.Play();
    }

    private void RunWithoutDevice()
    {
        _silence.Begin(_source!, _first + Mixer.BlockLength * _blocks);
        _fault = $"{_output.Name}: the sound device was lost; connect it again and restart, until then there is no sound";
        _silence.Run();
    }

    private ReadOnlySpan<float> NextBlock()
    {
        _source!.Mix(_block, _first + Mixer.BlockLength * _blocks++);
        return _block;
    }
}
