using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>The machine's microphone, through OpenAL Soft, read by a thread of its own.</summary>
public sealed class OpenAlCapture : IAudioCapture
{
    private const int CheckEveryRounds = 100;

    // A thread that came later than this leaves out what it missed: old sound only adds delay.
    private const int MaximumBacklogBlocks = 20;
    private readonly IClock _clock;
    private readonly OpenAlInput _input;
    private readonly CaptureClock _captured = new();
    private readonly float[] _block = new float[Mixer.BlockSamples * Mixer.Channels];
    private CaptureBlockHandler? _onBlock;
    private Thread? _thread;
    private long _lost;
    private volatile string? _fault;
    private volatile bool _stopping;

    /// <summary>Opens the default device.</summary>
    /// <param name="clock">Wakes the thread and stamps the blocks.</param>
    /// <exception cref="MediaException">There is no device, or OpenAL is not installed.</exception>
    public OpenAlCapture(IClock clock)
    {
        _clock = clock;
        _input = new OpenAlInput();
    }

    /// <inheritdoc/>
    public string Description => $"OpenAL: {_input.Name}";

    /// <inheritdoc/>
    public string? Fault => _fault;

    /// <inheritdoc/>
    public long LostBlocks => Volatile.Read(ref _lost);

    /// <inheritdoc/>
    public void Start(CaptureBlockHandler onBlock)
    {
        _onBlock = onBlock;
        _thread = new Thread(Run) { Name = "Microphone", IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping = true;
        _thread?.Join();
        _input.Dispose();
    }

    private void Run()
    {
        _input.Start();
        var wake = _clock.Now;
        for (var round = 1; !_stopping; round++)
        {
            // OpenAL has no call that waits; half a block is often enough not to add delay and cheap enough not to matter.
            wake += new MediaTime(Mixer.BlockLength.Nanoseconds / 2);
            if (wake < _clock.Now) wake = _clock.Now;
            _clock.WaitUntil(wake);
            ReadAll();
            if (round % CheckEveryRounds != 0 || _input.IsConnected) continue;
            _fault = $"{_input.Name}: the microphone was lost; connect it again";
            return;
        }
    }

    private void ReadAll()
    {
        var available = _input.Available;
        var now = _clock.Now;
        for (; available >= Mixer.BlockSamples && !_stopping; available -= Mixer.BlockSamples)
        {
            _input.Read(_block);
            var at = _captured.Next(now - SampleTime.FromSamples(available));
            if (available > MaximumBacklogBlocks * Mixer.BlockSamples) Volatile.Write(ref _lost, _lost + 1);
            else _onBlock!(_block, at);
        }
    }
}
