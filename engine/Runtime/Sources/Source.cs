using ConfEngine.Audio;
using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Wall;
using ConfEngine.Video;

namespace ConfEngine.Runtime.Sources;

/// <summary>One stream from its <see cref="SourceSpec"/> to its tile and its input of the mixer: opened, lined up, watched, and opened again
/// after a fault. Belongs to the render thread; the readers inside are stepped by the decode workers.</summary>
public sealed class Source : ITileSource
{
    // Sound is mixed a little ahead of what is heard; a start in the future by this much reaches the mixer in time.
    private static readonly MediaTime LiveLead = MediaTime.FromMilliseconds(60);

    // Containers round time stamps, Matroska to a whole millisecond: a frame that is that little late would be shown an interval late,
    // and the next one would push it out.
    private static readonly MediaTime Rounding = MediaTime.FromMilliseconds(1);

    private readonly SourceContext _context;
    private readonly Backoff _backoff = new();
    private Readers _readers;
    private Lease<VideoFrame> _shown;
    private MediaTime? _origin;
    private MediaTime? _retryAt;

    /// <summary>Starts to open the source.</summary>
    /// <param name="spec">What to open.</param>
    /// <param name="id">A name for the tile that no other tile has.</param>
    /// <param name="context">What all sources share.</param>
    public Source(SourceSpec spec, int id, SourceContext context)
    {
        Spec = spec;
        _context = context;
        Input = context.Mixer.AddInput(spec.Name, new AudioInputOptions { GainDecibels = spec.GainDecibels, Muted = spec.Muted });
        Tile = new Tile(id) { Name = spec.Name, Mode = spec.Fit, Muted = spec.Muted, IsContent = spec.IsContent };
        _readers = Open();
    }

    /// <summary>What was asked for.</summary>
    public SourceSpec Spec { get; }

    /// <inheritdoc/>
    public string Name => Spec.Name;

    /// <inheritdoc/>
    public Tile Tile { get; }

    /// <summary>The input of the mixer.</summary>
    public AudioInput Input { get; }

    /// <inheritdoc/>
    AudioInput? ITileSource.Input => Input;

    /// <inheritdoc/>
    public StreamStatistics Statistics { get; } = new();

    /// <summary>True when nothing plays: it came to its end, or it failed. What failed may be opened again later.</summary>
    public bool HasEnded => State is StreamState.Ended or StreamState.Faulted;

    private StreamState State => _readers.State;

    /// <inheritdoc/>
    public bool IsReadyFor(MediaTime now) => _retryAt is not null || _readers.IsReadyFor(DueAt(now));

    /// <inheritdoc/>
    public void Update(MediaTime now, MediaTime mixed)
    {
        LineUp(now);
        if (_origin is not null) TakeDue(DueAt(now), mixed - now);
        if (State == StreamState.Faulted) _retryAt ??= now + _backoff.Next();
        Tile.State = State;
        Tile.Cause = _readers.Cause;
        // A picture's worker keeps the counters up to date itself; a source that is only heard has nobody else to do it.
        if (_readers.IsSoundOnly) (Statistics.State, Statistics.Cause, Statistics.Codec) = (State, _readers.Cause, _readers.SoundCodec);
        // Last: the workers start on new readers at once, and how far they get before the next frame must not show in this one.
        if (_retryAt is { } at && now >= at) Reopen();
    }

    /// <summary>Stops the readers and gives everything back.</summary>
    public void Dispose()
    {
        Tile.Frame = null;
        Close();
        _shown.Dispose();
        _shown = default;
        _context.Mixer.RemoveInput(Input);
    }

    /// <summary>Decides, once picture and sound are both there, when the stream's time zero is.</summary>
    private void LineUp(MediaTime now)
    {
        if (_origin is not null || !_readers.CanStart) return;
        var origin = _context.Options.IsOffline ? now : now + LiveLead;
        _origin = origin;
        Input.Start(origin);
    }

    private MediaTime DueAt(MediaTime now) => now - (_origin ?? now) + Rounding + _context.Lead;

    private void TakeDue(MediaTime due, MediaTime ahead)
    {
        if (_readers.Video is not { } video || !video.TryTakeDue(due, out var frame)) return;
        _backoff.Reset();
        _shown.Dispose();
        _shown = frame;
        Tile.Frame = frame.Value;
        Statistics.CountShown();
        Statistics.AudioOffsetMilliseconds = _readers.HasSound && Input.PlayedUntil > MediaTime.MinValue
            ? (Input.PlayedUntil - ahead - frame.Value.Pts).Milliseconds
            : double.NaN;
    }

    private Readers Open()
    {
        var readers = Readers.Open(Spec, Input, Statistics, _context);
        if (readers.Video is { } video) _context.Workers.Add(video);
        if (readers.Sound is { } sound) _context.Workers.Add(sound);
        return readers;
    }

    private void Reopen()
    {
        Close();
        Input.Reset();
        Statistics.Cause = "";
        _retryAt = null;
        _origin = null;
        _readers = Open();
    }

    private void Close()
    {
        // The last picture stays on the wall: its lease outlives the stream that decoded it.
        if (_readers.Video is { } video) _context.Workers.Remove(video);
        if (_readers.Sound is { } sound) _context.Workers.Remove(sound);
        Input.Stop();
        _readers.Dispose();
    }
}
