using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Transport.Peers.Local;

namespace ConfEngine.Transport.Peers;

/// <summary>A stream of this program, between its encoders and a <see cref="MediaNode"/>. May be written to from any thread, each layer and
/// the sound from one at a time.</summary>
public sealed class LocalStream : ILocalStream, IDisposable
{
    /// <summary>The most simulcast layers.</summary>
    public const int MaxLayers = 4;

    // Half a second at 30 frames a second; longer behind, and the encoder had better skip.
    private const int VideoCapacity = 16;
    private const int AudioCapacity = 64;

    private readonly int[] _wishes;
    private readonly int[] _broken;
    private readonly long[] _receivable;
    private volatile bool _isWatched;
    private volatile bool _isDisposed;
    private Action? _wake;
    private long _dropped;

    /// <summary>Makes a stream that nobody plays yet.</summary>
    /// <param name="key">Its name on the node.</param>
    /// <param name="options">What it carries.</param>
    public LocalStream(StreamKey key, LocalStreamOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.VideoLayers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.VideoLayers, MaxLayers);
        if (options.Video is VideoCodec.Vp9 or VideoCodec.Av1)
            throw new ArgumentException($"{options.Video} cannot be sent: choose Vp8 or H264", nameof(options));
        Key = key;
        Options = options;
        var layers = options.Video is null ? 0 : options.VideoLayers;
        VideoQueues = new LocalQueue[layers];
        for (var i = 0; i < layers; i++) VideoQueues[i] = new LocalQueue(VideoCapacity);
        AudioQueue = options.HasAudio ? new LocalQueue(AudioCapacity) : null;
        _wishes = new int[layers];
        _broken = new int[layers];
        _receivable = new long[Math.Max(1, layers)];
        Array.Fill(_receivable, long.MaxValue);
    }

    /// <summary>Its name on the node.</summary>
    public StreamKey Key { get; }

    /// <summary>What it carries.</summary>
    public LocalStreamOptions Options { get; }

    /// <inheritdoc/>
    public bool IsWatched => _isWatched;

    /// <summary>Frames and packets that were refused because the node was behind.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    internal LocalQueue[] VideoQueues { get; }

    internal LocalQueue? AudioQueue { get; }

    /// <inheritdoc/>
    public long ReceivableBitsPerSecond(int layer) =>
        (uint)layer < (uint)_receivable.Length ? Volatile.Read(ref _receivable[layer]) : long.MaxValue;

    /// <inheritdoc/>
    public bool TryWriteVideo(int layer, ReadOnlySpan<byte> frame, bool isKeyFrame, MediaTime pts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)VideoQueues.Length, nameof(layer));
        if (_isDisposed) return false;
        // What refers to a frame that was dropped is of no use.
        if ((Volatile.Read(ref _broken[layer]) == 0 || isKeyFrame) && VideoQueues[layer].TryAdd(frame, isKeyFrame, pts, 0, false))
        {
            Volatile.Write(ref _broken[layer], 0);
            Volatile.Read(ref _wake)?.Invoke();
            return true;
        }

        Interlocked.Increment(ref _dropped);
        Volatile.Write(ref _broken[layer], 1);
        WishKeyFrame(layer);
        return false;
    }

    /// <inheritdoc/>
    public bool TryWriteAudio(ReadOnlySpan<byte> packet, MediaTime pts, int level, bool isSpeech)
    {
        if (_isDisposed || AudioQueue is null) return false;
        if (AudioQueue.TryAdd(packet, true, pts, (byte)Math.Clamp(level, 0, 127), isSpeech))
        {
            Volatile.Read(ref _wake)?.Invoke();
            return true;
        }

        Interlocked.Increment(ref _dropped);
        return false;
    }

    /// <inheritdoc/>
    public bool TakeKeyFrameWish(int layer) => (uint)layer < (uint)_wishes.Length && Interlocked.Exchange(ref _wishes[layer], 0) != 0;

    /// <summary>Takes nothing any more. Remove it from its node first.</summary>
    public void Dispose() => _isDisposed = true;

    internal void Attach(Action? wake) => Volatile.Write(ref _wake, wake);

    internal void SetWatched(bool isWatched) => _isWatched = isWatched;

    internal void WishKeyFrame(int layer) => Volatile.Write(ref _wishes[layer], 1);

    internal void SetReceivable(int layer, long bitsPerSecond) => Volatile.Write(ref _receivable[layer], bitsPerSecond);
}
