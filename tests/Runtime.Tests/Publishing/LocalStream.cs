using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Publishing;

/// <summary>A stream that remembers what was written into it.</summary>
internal sealed class LocalStream : ILocalStream
{
    private readonly Lock _gate = new();
    private readonly List<Video> _video = [];
    private readonly List<Audio> _audio = [];
    private readonly HashSet<int> _wishes = [];
    private readonly SemaphoreSlim _written = new(0);
    private volatile bool _isWatched = true;
    private volatile bool _isFull;
    private long _receivable = long.MaxValue;

    public sealed record Video(int Layer, byte[] Data, bool IsKeyFrame, MediaTime Pts);

    public sealed record Audio(int Bytes, MediaTime Pts, int Level);

    public bool IsWatched
    {
        get => _isWatched;
        set => _isWatched = value;
    }

    public bool IsFull
    {
        set => _isFull = value;
    }

    public long Receivable
    {
        set => Interlocked.Exchange(ref _receivable, value);
    }

    public List<Video> Pictures
    {
        get { lock (_gate) return [.. _video]; }
    }

    public List<Audio> Sound
    {
        get { lock (_gate) return [.. _audio]; }
    }

    public long ReceivableBitsPerSecond(int layer) => Interlocked.Read(ref _receivable);

    public void WishForKeyFrame(int layer)
    {
        lock (_gate) _wishes.Add(layer);
    }

    public bool TakeKeyFrameWish(int layer)
    {
        lock (_gate) return _wishes.Remove(layer);
    }

    public bool TryWriteVideo(int layer, ReadOnlySpan<byte> frame, bool isKeyFrame, MediaTime pts)
    {
        if (_isFull)
        {
            _written.Release();
            return false;
        }

        lock (_gate) _video.Add(new(layer, frame.ToArray(), isKeyFrame, pts));
        _written.Release();
        return true;
    }

    public bool TryWriteAudio(ReadOnlySpan<byte> packet, MediaTime pts, int level, bool isSpeech)
    {
        lock (_gate) _audio.Add(new(packet.Length, pts, level));
        _written.Release();
        return true;
    }

    /// <summary>Waits until what was written is as wanted.</summary>
    public void WaitFor(Func<LocalStream, bool> isReached)
    {
        while (!isReached(this))
            Assert.True(_written.Wait(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken), "nothing more was written");
    }
}
