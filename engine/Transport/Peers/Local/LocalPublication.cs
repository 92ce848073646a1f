using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Transport.Peers.Streams;

namespace ConfEngine.Transport.Peers.Local;

/// <summary>A <see cref="LocalStream"/> on its node.</summary>
internal sealed class LocalPublication
{
    private const int VideoClockRate = 90_000;
    private const double UplinkShare = 0.9;
    private readonly PublishedStream _published;
    private readonly LocalLayer[] _video;
    private readonly LocalLayer? _audio;
    private long _dropped;

    public LocalPublication(LocalStream stream, PublishedStream published, MediaNode node)
    {
        Stream = stream;
        _published = published;
        var clock = new LocalClock(node);
        _video = new LocalLayer[stream.VideoQueues.Length];
        if (_video.Length > 0)
        {
            VideoSource = new SourceTrack(TrackKind.Video, VideoClockRate);
            for (var i = 0; i < _video.Length; i++)
                _video[i] = new LocalLayer(VideoSource, i, stream, stream.VideoQueues[i], clock, node);
            VideoSource.SetLayers([.. _video]);
            published.SetSource(VideoSource);
        }

        if (stream.AudioQueue is not { } queue) return;
        AudioSource = new SourceTrack(TrackKind.Audio, OpusPayload.ClockRate);
        _audio = new LocalLayer(AudioSource, 0, stream, queue, clock, node);
        AudioSource.SetLayers([_audio]);
        published.SetSource(AudioSource);
    }

    public LocalStream Stream { get; }

    public SourceTrack? VideoSource { get; }

    public SourceTrack? AudioSource { get; }

    /// <summary>Sends what is due, sound first.</summary>
    /// <returns>When to be called again; null while nothing waits.</returns>
    public Instant? Pump(Instant now)
    {
        _audio?.Pump(now);
        Instant? next = null;
        foreach (var layer in _video)
        {
            layer.Pump(now);
            if (layer.NextDeadline is { } deadline && (next is null || deadline < next)) next = deadline;
        }

        return next;
    }

    /// <summary>Tells the encoders who watches, and what the receivers can take.</summary>
    public void OnTick(NodeCounters counters, Instant now)
    {
        foreach (var layer in _video) layer.PassWish(now);
        Stream.SetWatched(_published.IsWatched);
        counters.LocalDropped += Stream.Dropped - _dropped;
        _dropped = Stream.Dropped;
        for (var i = 0; i < Math.Max(1, _video.Length); i++) Stream.SetReceivable(i, Receivable(i));
    }

    private long Receivable(int layer)
    {
        var least = long.MaxValue;
        if (layer >= _video.Length) return least;
        foreach (var player in _published.VideoPlayers)
        {
            if (!player.IsOpen) continue;
            if (player.IsSimulcast)
            {
                // Every layer has about four times the pixels of the one below it.
                var weights = ((1L << (2 * _video.Length)) - 1) / 3;
                least = Math.Min(least, (long)(player.Peer.Sender.Path.BitsPerSecond * UplinkShare) * (1L << (2 * layer)) / weights);
            }
            else if (_video.Length == 1 || player.Lanes[0].Current == _video[layer])
            {
                least = Math.Min(least, Math.Max(player.Share, player.Peer.Sender.Path.BitsPerSecond / Math.Max(1, player.Peer.Sender.VideoCount)));
            }
        }

        return least;
    }
}
