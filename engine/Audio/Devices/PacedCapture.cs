using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Captures what is made or read, in time: for machines without a microphone and for tests.</summary>
public sealed class PacedCapture : IAudioCapture, IBlockWriter
{
    private readonly IClock _clock;
    private readonly IBlockSource _source;
    private CaptureBlockHandler? _onBlock;
    private Instant _next;

    /// <summary>Makes a device.</summary>
    /// <param name="description">What it is, for people.</param>
    /// <param name="source">Makes the sound.</param>
    /// <param name="clock">Sets the pace.</param>
    public PacedCapture(string description, IBlockSource source, IClock clock)
    {
        Description = description;
        _clock = clock;
        _source = source;
        Loop = new PacedLoop(clock, this);
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string? Fault => null;

    /// <inheritdoc/>
    public long LostBlocks => Loop.Skipped;

    /// <summary>The loop, for tests that set its pace by hand.</summary>
    internal PacedLoop Loop { get; }

    /// <inheritdoc/>
    public void Start(CaptureBlockHandler onBlock)
    {
        Prepare(onBlock);
        Loop.Start(_source, MediaTime.Zero);
    }

    /// <summary>Begins without a thread; <see cref="PacedLoop.RenderDue"/> does the work.</summary>
    internal void Begin(CaptureBlockHandler onBlock)
    {
        Prepare(onBlock);
        Loop.Begin(_source, MediaTime.Zero);
    }

    /// <inheritdoc/>
    public void Dispose() => Loop.Stop();

    // A block that is due now was captured during the 10 ms before.
    private void Prepare(CaptureBlockHandler onBlock)
    {
        _onBlock = onBlock;
        _next = _clock.Now - Mixer.BlockLength;
    }

    void IBlockWriter.Write(ReadOnlySpan<float> stereoBlock)
    {
        _onBlock!(stereoBlock, _next);
        _next += Mixer.BlockLength;
    }
}
