using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Sources;
using ConfEngine.Transport.Peers;
using ConfEngine.Video;

namespace ConfEngine.Runtime.Publishing;

/// <summary>One turn of a camera's thread after the other: opens the camera while somebody watches, encodes what it delivers, tries again after a
/// fault. Time comes in, so it runs as well on a clock that stands still.</summary>
public sealed class CameraWork : IDisposable
{
    // Longer than a viewer takes to change his mind, so that the camera is not opened and closed all the time.
    private static readonly MediaTime s_rest = MediaTime.FromSeconds(5);

    // Positions are rounded to what containers and clocks count in.
    private static readonly MediaTime s_rounding = MediaTime.FromMilliseconds(1);

    // Nobody tells a resting camera that it is watched again.
    private static readonly MediaTime s_look = MediaTime.FromMilliseconds(200);

    private readonly CameraOptions _options;
    private readonly ILocalStream _stream;
    private readonly IClock _clock;
    private readonly Action? _captured;
    private readonly bool _isCapture;
    private readonly CameraLayers _layers;
    private readonly Backoff _backoff = new();
    private readonly int _rate;
    private VideoStream? _video;
    private Instant _origin;
    private Instant? _retryAt;
    private Instant? _restAt;
    private bool _startsAnew;
    private MediaTime _lastPts = MediaTime.MinValue;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="options">What is published and how.</param>
    /// <param name="stream">Where it goes.</param>
    /// <param name="clock">Measures the codecs.</param>
    /// <param name="captured">Called on another thread when a turn is worth while before its time; null where nobody waits.</param>
    public CameraWork(CameraOptions options, ILocalStream stream, IClock clock, Action? captured)
    {
        _options = options;
        _stream = stream;
        _clock = clock;
        _captured = captured;
        _isCapture = VideoStream.IsCapture(options.Uri);
        _layers = new CameraLayers(stream, options, clock);
        _rate = options.Test?.FrameRate ?? options.FrameRate;
    }

    /// <summary>Codec, size, state, cause and counters of the camera, over all attempts.</summary>
    public StreamStatistics Statistics { get; } = new();

    /// <summary>Frames that the stream refused.</summary>
    public long Refused => _layers.Refused;

    /// <summary>True while nobody watches and the camera is closed.</summary>
    public bool IsResting => _video is null && _retryAt is null;

    /// <summary>Does what is to be done.</summary>
    /// <param name="now">The time of the clock.</param>
    /// <returns>How long there is nothing to do, unless the camera delivers earlier.</returns>
    public MediaTime Turn(Instant now)
    {
        if (!IsWanted(now)) return s_look;
        if (_retryAt is { } at)
        {
            if (now < at) return Shorter(at - now, s_look);
            _retryAt = null;
        }

        _video ??= Open(now);
        try
        {
            Pump(_video, now);
        }
        catch (MediaException error)
        {
            Fail(error.Message, now);
        }

        if (_video is { State: StreamState.Faulted }) Fail(_video.Statistics.Cause, now);
        return _isCapture || _video is null ? s_look : UntilNext(now);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _layers.Dispose();
    }

    private static MediaTime Shorter(MediaTime one, MediaTime other) => one < other ? one : other;

    private bool IsWanted(Instant now)
    {
        if (_stream.IsWatched)
        {
            if (_restAt is not null) _startsAnew = true;
            _restAt = null;
            return true;
        }

        _restAt ??= now + s_rest;
        if (now >= _restAt) Close();
        return false;
    }

    private VideoStream Open(Instant now)
    {
        _origin = now;
        _startsAnew = true;
        Statistics.Cause = "";
        Statistics.State = StreamState.Opening;
        return new VideoStream(_options.Uri, new VideoStreamOptions
        {
            Uri = _options.Uri,
            Test = _options.Test,
            Loop = true,
            Statistics = Statistics,
            Clock = _clock,
            Captured = _captured,
        });
    }

    private void Pump(VideoStream video, Instant now)
    {
        // What a camera has delivered is due; other sources have to be slowed down to the pace of a camera.
        var due = _isCapture ? MediaTime.MaxValue : now - _origin + s_rounding;
        video.Due = due;
        while (video.Urgency(now) != long.MaxValue) video.Step(now);
        if (!video.TryTakeDue(due, out var picture)) return;
        using (picture)
        {
            var pts = (picture.Value.Arrival ?? _origin + picture.Value.Pts) - _options.Zero;
            if (pts <= _lastPts) return;
            _lastPts = pts;
            _layers.Encode(picture.Value, pts, _startsAnew);
            _startsAnew = false;
            _backoff.Reset();
            Statistics.CountShown();
        }
    }

    private MediaTime UntilNext(Instant now)
    {
        var elapsed = now - _origin;
        return MediaTime.FromUnits((elapsed + s_rounding).ToUnits(_rate) + 1, _rate) - elapsed;
    }

    private void Fail(string cause, Instant now)
    {
        Close();
        Statistics.State = StreamState.Faulted;
        Statistics.Cause = cause;
        _retryAt = now + _backoff.Next();
    }

    private void Close()
    {
        _retryAt = null;
        if (_video is null) return;
        _video.Dispose();
        _video = null;
        Statistics.State = StreamState.Opening;
    }
}
