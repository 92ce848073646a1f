using ConfEngine.Audio;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Quality;
using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Wall;
using ConfEngine.Runtime.Sources;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Live;

/// <summary>A tile for a participant, or for a screen that one shares, with the live stream that belongs on it. Belongs to the render thread.</summary>
internal sealed class ParticipantSource : ITileSource
{
    private readonly SourceContext _context;
    private readonly IStreamWatch _streams;
    private readonly LatencyMeter _latency;
    private LiveMedia? _media;
    private Lease<VideoFrame> _shown;

    /// <summary>A tile without a stream.</summary>
    public ParticipantSource(string name, bool isContent, int tileId, SourceContext context, IStreamWatch streams, LatencyMeter latency)
    {
        _context = context;
        _streams = streams;
        _latency = latency;
        Name = name;
        Tile = new Tile(tileId) { Name = name, IsContent = isContent, State = StreamState.Running };
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Tile Tile { get; }

    /// <inheritdoc/>
    public AudioInput? Input => _media?.Input;

    /// <inheritdoc/>
    public StreamStatistics Statistics { get; } = new();

    /// <inheritdoc/>
    public bool HasEnded => false;

    /// <summary>True while pictures are to be shown: the participant has not switched the camera off.</summary>
    private bool ShowsPictures { get; set; } = true;

    /// <inheritdoc/>
    public bool IsReadyFor(MediaTime now) => true;

    /// <summary>Says which stream belongs on the tile; null for none.</summary>
    public void Bind(StreamKey? stream)
    {
        if (_media?.Key == stream) return;
        Unbind();
        if (stream is not { } key) return;
        _media = new LiveMedia(key, Name, Statistics, _context);
        _streams.Watch(key, _media);
    }

    /// <summary>Brings badges in line with what the room says of the participant.</summary>
    /// <param name="member">The participant.</param>
    /// <param name="isFrozen">Its stream brings no media though nobody stopped it.</param>
    public void Show(MemberView member, bool isFrozen)
    {
        Tile.Muted = member.IsAudioMuted;
        Tile.Hand = (int)Math.Min(member.Hand, int.MaxValue);
        Tile.IsReconnecting = isFrozen || !member.IsConnected;
        // Five bars on everybody's tile would say nothing; the badge appears when there is something to see.
        Tile.Quality = member.Quality is >= QualityLevel.Medium and <= QualityLevel.Die ? QualityLevel.Die - member.Quality : null;
        ShowsPictures = Tile.IsContent || !member.IsVideoMuted;
        if (!ShowsPictures) Drop();
    }

    /// <inheritdoc/>
    public void Update(MediaTime now, MediaTime mixed)
    {
        if (_media is not { } media) return;
        media.WantedHeight = ShowsPictures && Tile.Placement.IsVisible ? Tile.Placement.Bounds.Height : 0;
        media.LineUp(mixed);
        if (media.TryTakeDue(now, _context.Lead, out var frame)) Take(frame);
        Tile.State = media.Video.State == StreamState.Faulted ? StreamState.Faulted : StreamState.Running;
        Tile.Cause = Tile.State == StreamState.Faulted ? Statistics.Cause : "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Unbind();
        Drop();
    }

    private void Take(in Lease<VideoFrame> frame)
    {
        if (!ShowsPictures)
        {
            frame.Dispose();
            return;
        }

        _shown.Dispose();
        _shown = frame;
        Tile.Frame = frame.Value;
        Statistics.CountShown();
        Statistics.AudioOffsetMilliseconds = _media!.AudioOffsetMilliseconds;
        if (frame.Value.Arrival is { } arrival) _latency.Add(_context.Clock.Now - arrival);
    }

    private void Unbind()
    {
        if (_media is not { } media) return;
        _streams.Unwatch(media.Key, media);
        media.Dispose();
        _media = null;
    }

    private void Drop()
    {
        Tile.Frame = null;
        _shown.Dispose();
        _shown = default;
    }
}
