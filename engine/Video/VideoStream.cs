using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Video.Capture;
using ConfEngine.Video.Decode;
using ConfEngine.Video.Demux;
using ConfEngine.Video.Live;
using ConfEngine.Video.Synthetic;
using FFmpeg.AutoGen;

namespace ConfEngine.Video;

/// <summary>One source of pictures: demuxed, decoded and converted step by step by a decode worker, which fills a short queue; the render
/// thread takes what is due. Positions count from the container's start. A fault is final for the object: make another one to try again.</summary>
public sealed class VideoStream : IPumped, IDisposable
{
    // A second late, in the unit of urgency.
    private const long MostUrgent = 1_000_000_000;

    private readonly VideoStreamOptions _options;
    private readonly FrameQueue _queue;
    private readonly Pool<VideoFrame> _pool;
    private IPictureReader? _reader;
    private volatile ILivePictures? _live;
    private long _due;
    private long _endsAt;
    private volatile int _state;
    private volatile bool _hasVideo = true;
    private long _durationNanoseconds = -1;

    /// <summary>Opens nothing yet: the first step does, on the worker.</summary>
    /// <param name="name">What people call the stream.</param>
    /// <param name="options">What to open and how.</param>
    public VideoStream(string name, VideoStreamOptions options)
    {
        Name = name;
        _options = options;
        Statistics = options.Statistics ?? new StreamStatistics();
        _queue = new FrameQueue(options.QueueCapacity);
        // The queue, one on the screen, one in the worker's hands, and one that the renderer still draws from while it takes the next.
        _pool = new Pool<VideoFrame>($"frames of {name}", options.QueueCapacity + 1 + 1 + 1, static () => new DecodedFrame());
    }

    /// <summary>True for a URI that names a camera or a screen, whose pictures come when they come.</summary>
    public static bool IsCapture(string uri) => CaptureAddress.Is(uri);

    /// <summary>What people call the stream.</summary>
    public string Name { get; }

    /// <summary>Codec, size, state, cause and counters.</summary>
    public StreamStatistics Statistics { get; }

    /// <summary>What the stream is doing.</summary>
    public StreamState State => (StreamState)_state;

    /// <summary>False once opened and found to be without pictures, as a sound file is; the stream has then ended.</summary>
    public bool HasVideo => _hasVideo;

    /// <summary>Length of one round; null while unknown and for endless sources.</summary>
    public MediaTime? Duration => Interlocked.Read(ref _durationNanoseconds) is >= 0 and var length ? new MediaTime(length) : null;

    /// <summary>Until when the last picture of a stream that has ended is to be seen.</summary>
    public MediaTime EndsAt => new(Interlocked.Read(ref _endsAt));

    /// <summary>The latest position that was asked for: lateness is judged by it. <see cref="TryTakeDue"/> and <see cref="IsReadyFor"/> set it.</summary>
    public MediaTime Due
    {
        get => new(Interlocked.Read(ref _due));
        set => Interlocked.Exchange(ref _due, value.Nanoseconds);
    }

    /// <summary>How many frames are out of the pool: queued, shown, or in the worker's hands.</summary>
    public int RentedFrames => _pool.Rented;

    /// <summary>Takes the newest picture that is due; earlier ones go back to the pool and count as dropped. Allocates nothing.</summary>
    /// <param name="due">The position on the stream's time line that is to be on the screen.</param>
    /// <param name="frame">The picture, which the caller gives back; nothing when the answer is false.</param>
    /// <returns>False when no newer picture is due: the one taken before stays right.</returns>
    public bool TryTakeDue(MediaTime due, out Lease<VideoFrame> frame)
    {
        Due = due;
        var isTaken = _queue.TryTakeDue(due, out frame, out var dropped);
        if (dropped > 0) Statistics.CountDropped(dropped);
        Statistics.Queued = _queue.Count;
        return isTaken;
    }

    /// <summary>True when <see cref="TryTakeDue"/> for the same position can no longer change its answer: a later picture is there, or none
    /// will follow. Offline composing steps the workers until it is. Moves <see cref="Due"/>, so that a full queue makes room for what is due.</summary>
    public bool IsReadyFor(MediaTime due)
    {
        // The state first: whatever was queued before the end is then in the queue.
        var isOver = State is StreamState.Ended or StreamState.Faulted;
        Due = due;
        return isOver || _queue.Newest > due;
    }

    /// <inheritdoc/>
    public long Urgency(Instant now)
    {
        if (State is StreamState.Ended or StreamState.Faulted) return long.MaxValue;
        if (_live is { } live) return LiveUrgency(live, now);
        var due = Due;
        if (!_queue.HasRoom(due) || _pool.Rented == _pool.Capacity) return long.MaxValue;
        var newest = _queue.Newest;
        // Before the first picture: more pressing than any that is less than a second late, or a busy wall would never let anybody in.
        return newest == MediaTime.MinValue ? -MostUrgent : (newest - due).Nanoseconds;
    }

    /// <inheritdoc/>
    public void Step(Instant now)
    {
        if (State is StreamState.Ended or StreamState.Faulted) return;
        try
        {
            if (_reader is null) Open();
            else DecodeOne(_reader);
        }
        catch (MediaException error)
        {
            Statistics.Cause = error.Message;
            Finish(StreamState.Faulted);
        }
    }

    /// <summary>Gives everything back. The stream must be off the workers; frames that are still out are freed when they come back.</summary>
    public void Dispose()
    {
        CloseReader();
        _queue.Clear();
        _pool.Dispose();
    }

    // Frames wait encoded, which is cheap, while the decoded ones are not due yet. Should they pile up, because nobody knows yet what is due or
    // nobody looks, decoding goes on and the oldest picture goes.
    private long LiveUrgency(ILivePictures live, Instant now)
    {
        if (_pool.Rented == _pool.Capacity || live.OldestAge(now) is not { } age) return long.MaxValue;
        if (!_queue.HasRoom(Due) && !live.IsPressed) return long.MaxValue;
        return Math.Clamp(-age.Nanoseconds, -MostUrgent, 0);
    }

    private void Open()
    {
        if (_options.Feed is { } feed)
        {
            _reader = _live = new LivePictures(feed, _options.Uri, _options.Clock, Statistics);
            return;
        }

        var address = SourceAddress.Parse(_options.Uri);
        _reader = address.Kind switch
        {
            SourceKind.Test => OpenTest(),
            SourceKind.Capture => _live = new CapturePictures(CaptureAddress.Parse(address.Target), _options.Clock, _options.Captured, Statistics),
            _ => OpenFile(address),
        };
        if (_reader is null)
        {
            _hasVideo = false;
            Finish(StreamState.Ended);
            return;
        }

        Statistics.Codec = _reader.Codec;
        if (_reader.Duration is { } length) Interlocked.Exchange(ref _durationNanoseconds, length.Nanoseconds);
    }

    private TestPictures OpenTest() => new(_options.Test ?? new TestPicture(), _options.DropWhenLate, Statistics);

    private FilePictures? OpenFile(SourceAddress address)
    {
        var demuxer = new MediaDemuxer(address, AVMediaType.AVMEDIA_TYPE_VIDEO, _options.Clock);
        try
        {
            if (demuxer.HasStream) return new FilePictures(demuxer, address.Display, _options.Loop, _options.DropWhenLate, Statistics);
            demuxer.Dispose();
            return null;
        }
        catch
        {
            demuxer.Dispose();
            throw;
        }
    }

    private void DecodeOne(IPictureReader reader)
    {
        // Refused only when the holders of frames are at their limit; the urgency says so and the worker comes back later.
        if (!_pool.TryRent(out var lease)) return;
        var isQueued = false;
        try
        {
            var started = _options.Clock.Now;
            var frame = (DecodedFrame)lease.Value;
            var result = reader.Read(frame, Due);
            Statistics.CountDecoded(result == PictureResult.Picture ? 1 : 0, (_options.Clock.Now - started).Nanoseconds);
            if (result == PictureResult.Picture)
            {
                Enqueue(lease, frame);
                isQueued = true;
            }
            else if (result == PictureResult.End)
            {
                Interlocked.Exchange(ref _endsAt, reader.LastsUntil.Nanoseconds);
                Finish(StreamState.Ended);
            }
        }
        finally
        {
            if (!isQueued) lease.Dispose();
        }
    }

    private void Enqueue(Lease<VideoFrame> lease, DecodedFrame frame)
    {
        // A live feed's codec is known with its first picture, and may change.
        if (_reader is { } reader) Statistics.Codec = reader.Codec;
        Statistics.Width = frame.Width;
        Statistics.Height = frame.Height;
        var dropped = _queue.Add(lease, frame.Pts, Due);
        if (dropped > 0) Statistics.CountDropped(dropped);
        Statistics.Queued = _queue.Count;
        if (State == StreamState.Opening) SetState(StreamState.Running);
    }

    private void Finish(StreamState state)
    {
        CloseReader();
        SetState(state);
    }

    private void SetState(StreamState state)
    {
        Statistics.State = state;
        _state = (int)state;
    }

    private void CloseReader()
    {
        _reader?.Dispose();
        _reader = null;
    }
}
