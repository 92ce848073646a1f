using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Pulls one block every 10 ms of the engine's clock, by absolute deadlines: a late wake-up is caught up and does not delay
/// the next. When far too late, blocks are left out and counted.</summary>
/// <param name="clock">Sets the pace.</param>
/// <param name="writer">Gets the blocks; null for nobody.</param>
internal sealed class PacedLoop(IClock clock, IBlockWriter? writer)
{
    /// <summary>How far behind the loop may fall before it leaves out blocks.</summary>
    public const int MaximumCatchUpBlocks = 50;

    private readonly float[] _block = new float[Mixer.BlockSamples * Mixer.Channels];
    private IBlockSource? _source;
    private Thread? _thread;
    private MediaTime _first;
    private Instant _start;
    private long _blocks;
    private long _skipped;
    private int _started;
    private volatile bool _stopping;

    /// <summary>Blocks left out.</summary>
    public long Skipped => Volatile.Read(ref _skipped);

    /// <summary>Position now: the clock's, counted from the start.</summary>
    public MediaTime Position => Volatile.Read(ref _started) == 0 ? _first : _first + (clock.Now - _start);

    /// <summary>Sets where the first block goes. The first block is due at once.</summary>
    public void Begin(IBlockSource source, MediaTime first)
    {
        _source = source;
        _first = first;
        _start = clock.Now;
        Volatile.Write(ref _started, 1);
    }

    /// <summary>Begins, and renders on a thread of its own until <see cref="Stop"/>.</summary>
    public void Start(IBlockSource source, MediaTime first)
    {
        Begin(source, first);
        _thread = new Thread(Run) { Name = "Audio", IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    /// <summary>Renders until <see cref="Stop"/>.</summary>
    public void Run()
    {
        while (!_stopping)
        {
            RenderDue(clock.Now);
            clock.WaitUntil(_start + Mixer.BlockLength * _blocks);
        }
    }

    /// <summary>Makes <see cref="Run"/> return within a block, and waits for a thread that <see cref="Start"/> began.</summary>
    public void Stop()
    {
        _stopping = true;
        _thread?.Join();
    }

    /// <summary>Renders every block whose time has come.</summary>
    public void RenderDue(Instant now)
    {
        var due = (now - _start).Nanoseconds / Mixer.BlockLength.Nanoseconds + 1;
        if (due - _blocks > MaximumCatchUpBlocks) SkipTo(due - 1);
        while (_blocks < due && !_stopping)
        {
            _source!.Mix(_block, _first + Mixer.BlockLength * _blocks);
            writer?.Write(_block);
            _blocks++;
        }
    }

    // A file stays as long as the time it covers.
    private void SkipTo(long block)
    {
        _block.AsSpan().Clear();
        for (; _blocks < block; _blocks++)
        {
            writer?.Write(_block);
            Volatile.Write(ref _skipped, _skipped + 1);
        }
    }
}
