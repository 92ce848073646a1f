using ConfEngine.Audio;
using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Runtime.Sources;
using ConfEngine.Transport.Peers;
using ConfEngine.Video;
using ConfEngine.Video.Live;

namespace ConfEngine.Runtime.Live;

/// <summary>Picture and sound of one live stream, from the network thread's hands to the render thread's and the mixer's. The sink's calls come from
/// the network thread, everything else belongs to the render thread.</summary>
internal sealed class LiveMedia : IStreamSink, IDisposable
{
    // Sound is mixed a little ahead of what is heard; the input then steers to the delay that its jitter needs.
    private static readonly MediaTime s_startLead = MediaTime.FromMilliseconds(20);

    private readonly SourceContext _context;
    private readonly EncodedVideoFeed _feed;
    private readonly ArrivalTiming _timing = new();
    private readonly LipSync _sync = new();
    private volatile int _wantedHeight;
    private volatile bool _isClosed;

    public LiveMedia(StreamKey key, string name, StreamStatistics statistics, SourceContext context)
    {
        Key = key;
        _context = context;
        _feed = new EncodedVideoFeed(context.Clock) { Written = context.Workers.Wake };
        Video = new VideoStream(name, new VideoStreamOptions { Uri = key.Name, Feed = _feed, Statistics = statistics, Clock = context.Clock });
        Input = context.Mixer.AddInput(name, new AudioInputOptions { Realtime = true });
        context.Workers.Add(Video);
    }

    /// <summary>Which stream it is.</summary>
    public StreamKey Key { get; }

    /// <summary>The pictures.</summary>
    public VideoStream Video { get; }

    /// <summary>The sound.</summary>
    public AudioInput Input { get; }

    /// <summary>How much later the sound is than the picture it belongs to; NaN while unknown.</summary>
    public double AudioOffsetMilliseconds { get; private set; } = double.NaN;

    /// <inheritdoc/>
    public int WantedHeight
    {
        get => _wantedHeight;
        set => _wantedHeight = value;
    }

    /// <summary>Starts the sound as soon as there is some.</summary>
    /// <param name="mixed">The media position up to which sound has been mixed.</param>
    public void LineUp(MediaTime mixed)
    {
        if (!Input.Started && Input.FirstPts is { } first) Input.Start(mixed + s_startLead - first);
    }

    /// <summary>Takes the picture that is to be seen now.</summary>
    /// <param name="now">The media position that is heard now.</param>
    /// <param name="lead">How far ahead to look, so that a picture is early as often as late.</param>
    /// <param name="frame">The picture, which the caller gives back.</param>
    public bool TryTakeDue(MediaTime now, MediaTime lead, out Lease<VideoFrame> frame)
    {
        frame = default;
        if (!_timing.IsKnown) return false;
        var due = _timing.PositionAt(_context.Clock.Now);
        var isSynced = Input.Started && _sync.TryMap(now - Input.Origin, due, out due);
        if (!Video.TryTakeDue(due + lead, out frame)) return false;
        AudioOffsetMilliseconds = isSynced ? (due - frame.Value.Pts).Milliseconds : double.NaN;
        return true;
    }

    /// <inheritdoc/>
    public void OnVideo(EncodedFrame frame, VideoCodec codec, int quarterTurns)
    {
        if (_isClosed) return;
        _timing.OnFrame(frame.Pts, frame.LastArrival);
        _feed.TryWrite(frame.Data.Span, Codec(codec), frame.IsKeyFrame, frame.Pts, quarterTurns, frame.FirstArrival);
    }

    /// <inheritdoc/>
    public void OnAudio(ReadOnlySpan<byte> packet, MediaTime pts, Instant arrival)
    {
        if (!_isClosed) Input.PushOpus(packet, pts, arrival);
    }

    /// <inheritdoc/>
    public void OnClock(TrackKind kind, MediaTime captureAtZero)
    {
        if (kind == TrackKind.Audio) _sync.SetAudio(captureAtZero);
        else _sync.SetVideo(captureAtZero);
    }

    /// <inheritdoc/>
    public bool TakeKeyFrameWish() => _feed.TakeKeyFrameWish();

    /// <summary>Stops decoding and takes the sound out of the mix. The network thread may hand over a little more before it hears of it; that is
    /// passed over.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _feed.End();
        _context.Workers.Remove(Video);
        Video.Dispose();
        _context.Mixer.RemoveInput(Input);
    }

    private static LiveCodec Codec(VideoCodec codec) => codec switch
    {
        VideoCodec.Vp8 => LiveCodec.Vp8,
        VideoCodec.H264 => LiveCodec.H264,
        VideoCodec.Vp9 => LiveCodec.Vp9,
        _ => LiveCodec.Av1,
    };
}
