using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Recording;

/// <summary>Puts a thread and two bounded queues between the live loops and the encoder. When the encoder falls behind, frames are dropped and
/// counted; the wall and the sound never wait for a disk.</summary>
public sealed class RecordingThread : IRecorder
{
    // 4 waiting + 1 being encoded + 1 being filled.
    private const int Frames = 6;

    // One second of sound: a disk that hangs for longer costs silence in the file.
    private const int Blocks = 100;

    private readonly IRecorder _target;
    private readonly Pool<VideoFrame> _framePool = new("frames to record", Frames, () => new OwnedVideoFrame());
    private readonly Pool<AudioBlock> _blockPool = new("blocks to record", Blocks, () => new AudioBlock());
    private readonly BoundedQueue<Item> _queue;
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly Thread _thread;
    private volatile bool _finishing;
    private long _dropped;

    /// <summary>Starts the thread.</summary>
    /// <param name="target">What encodes; disposed with this.</param>
    /// <param name="name">The thread's name in a debugger.</param>
    public RecordingThread(IRecorder target, string name = "Record")
    {
        _target = target;
        _queue = new BoundedQueue<Item>(Frames + Blocks, FullPolicy.Refuse);
        _thread = new Thread(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <inheritdoc/>
    public string? Fault => _target.Fault;

    /// <inheritdoc/>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <inheritdoc/>
    public long EncodeNanoseconds => _target.EncodeNanoseconds;

    /// <inheritdoc/>
    public void WriteVideo(VideoFrame canvas, MediaTime at)
    {
        if (Fault is not null || _finishing) return;
        if (!_framePool.TryRent(out var lease))
        {
            Interlocked.Increment(ref _dropped);
            return;
        }

        PictureCopy.Copy(canvas, (OwnedVideoFrame)lease.Value);
        Post(new Item(lease, default, at));
    }

    /// <inheritdoc/>
    public void WriteAudio(ReadOnlySpan<float> block, MediaTime at)
    {
        if (Fault is not null || _finishing || !_blockPool.TryRent(out var lease)) return;
        lease.Value.Set(block);
        Post(new Item(default, lease, at));
    }

    /// <inheritdoc/>
    public void Finish()
    {
        if (_finishing) return;
        _finishing = true;
        _waiting.Release();
        _thread.Join();
        _target.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Finish();
        _target.Dispose();
        _framePool.Dispose();
        _blockPool.Dispose();
        _waiting.Dispose();
    }

    private void Post(in Item item)
    {
        // The pools are smaller than the queue, so there is always room.
        if (!_queue.TryEnqueue(item)) throw new InvalidOperationException("The recording queue is smaller than its pools.");
        _waiting.Release();
    }

    private void Run()
    {
        while (true)
        {
            _waiting.Wait();
            if (_queue.TryDequeue(out var item)) Write(item);
            else if (_finishing) return;
        }
    }

    private void Write(in Item item)
    {
        if (item.Frame.HasValue)
        {
            _target.WriteVideo(item.Frame.Value, item.At);
            item.Frame.Dispose();
        }
        else
        {
            _target.WriteAudio(item.Block.Value.Samples, item.At);
            item.Block.Dispose();
        }
    }

    private readonly record struct Item(Lease<VideoFrame> Frame, Lease<AudioBlock> Block, MediaTime At);

    private sealed class AudioBlock : IRecyclable
    {
        private float[] _samples = [];
        private int _count;

        public ReadOnlySpan<float> Samples => _samples.AsSpan(0, _count);

        public void Set(ReadOnlySpan<float> samples)
        {
            if (_samples.Length < samples.Length) _samples = new float[samples.Length];
            samples.CopyTo(_samples);
            _count = samples.Length;
        }

        public void Recycle() => _count = 0;
    }
}
