using ConfEngine.Core.Time;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Transport.Peers.Sending;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>Where the tracks of one stream meet those who take it. It exists as soon as anybody names it: players and watchers may be here
/// before the stream is.</summary>
internal sealed class PublishedStream
{
    private readonly MediaNode _node;
    private readonly List<SendTrack> _audioPlayers = [];
    private readonly List<SendTrack> _videoPlayers = [];
    private readonly List<SinkSeat> _seats = [];
    private readonly AudioTap _audioTap;
    private readonly VideoTap _videoTap;
    private SoundMeter _sound;
    private Instant _lastLife;
    private bool _arrives;
    private int _wantedHeight = -1;

    public PublishedStream(StreamKey key, MediaNode node)
    {
        Key = key;
        _node = node;
        _audioTap = new AudioTap(_seats);
        _videoTap = new VideoTap(_seats, node.Packets);
    }

    public StreamKey Key { get; }

    public SourceTrack? Audio { get; private set; }

    public SourceTrack? Video { get; private set; }

    /// <summary>Our clock less its sender's, the same for both tracks; null before the first report.</summary>
    public MediaTime? ClockOffset { get; private set; }

    /// <summary>Nobody names it any more.</summary>
    public bool IsUnused => Audio is null && Video is null && _audioPlayers.Count + _videoPlayers.Count + _seats.Count == 0;

    public List<SendTrack> VideoPlayers => _videoPlayers;

    /// <summary>Somebody plays or watches it.</summary>
    public bool IsWatched
    {
        get
        {
            if (_seats.Count > 0) return true;
            foreach (var player in _audioPlayers)
                if (player.IsOpen)
                    return true;
            foreach (var player in _videoPlayers)
                if (player.IsOpen)
                    return true;
            return false;
        }
    }

    /// <summary>A track is published as this stream, in place of the one that was.</summary>
    public void SetSource(SourceTrack track)
    {
        if (SourceOf(track.Kind) is { } before) RemoveSource(before);
        track.Attach(this);
        if (track.Kind == TrackKind.Audio) Audio = track;
        else Video = track;
        _wantedHeight = -1;
        // A stream of this program is dated by our own clock.
        if (!IsRemote) ClockOffset = MediaTime.Zero;
    }

    /// <summary>A track is published no more.</summary>
    public void RemoveSource(SourceTrack track)
    {
        if (SourceOf(track.Kind) != track) return;
        track.Attach(null);
        foreach (var player in PlayersOf(track.Kind)) player.Pause();
        if (track.Kind == TrackKind.Audio)
        {
            Audio = null;
            _audioTap.OnRestart();
        }
        else
        {
            Video = null;
            _videoTap.Stop();
        }

        if (Audio is not null || Video is not null) return;
        _arrives = false;
        ClockOffset = null;
    }

    public void Add(SendTrack player) => PlayersOf(player.Kind).Add(player);

    public void Remove(SendTrack player) => PlayersOf(player.Kind).Remove(player);

    public void Add(IStreamSink sink)
    {
        foreach (var known in _seats)
            if (known.Sink == sink)
                return;
        var seat = new SinkSeat(sink);
        _seats.Add(seat);
        _videoTap.Look();
        _audioTap.Tell(seat);
        _videoTap.Tell(seat);
    }

    public void Remove(IStreamSink sink)
    {
        for (var i = 0; i < _seats.Count; i++)
        {
            if (_seats[i].Sink != sink) continue;
            _seats.RemoveAt(i);
            return;
        }
    }

    public void Deliver(SourceTrack track, SourceLayer layer, in SourcePacket packet)
    {
        OnLife(packet.Now, isMedia: true);
        var players = PlayersOf(track.Kind);
        for (var i = 0; i < players.Count; i++) players[i].OnPacket(layer, packet);
        if (track.Kind == TrackKind.Video)
        {
            if (_seats.Count > 0) _videoTap.OnPacket(layer, packet);
            return;
        }

        if (_seats.Count > 0) _audioTap.OnPacket(layer, packet);
        if (packet.Marks.AudioLevel is { } sound && _sound.Add(sound, packet.Now, out var level, out var isSpeech))
            _node.Events.OnSoundLevel(Key, level, isSpeech);
    }

    /// <summary>A layer has begun anew.</summary>
    public void OnRestart(SourceTrack track, SourceLayer layer)
    {
        foreach (var player in PlayersOf(track.Kind)) player.OnRestart(layer);
        if (track.Kind == TrackKind.Video) _videoTap.OnRestart(layer);
        else _audioTap.OnRestart();
    }

    /// <summary>A track's sender has told its time.</summary>
    public void OnReport(SourceLayer layer, Instant now)
    {
        if (_arrives) OnLife(now, isMedia: false);
        if (!layer.TryGetClock(out var ntp, out _)) return;
        ClockOffset ??= _node.WallAt(now).Since(ntp);
        if (layer.Track.Kind == TrackKind.Video) _videoTap.OnReport(layer);
        else _audioTap.OnReport(layer);
    }

    /// <summary>Called ten times a second.</summary>
    public void OnTick(Instant now)
    {
        Audio?.OnTick(now);
        Video?.OnTick(now);
        _videoTap.OnTick(Video, now);
        CountUsers();
        if (_arrives && now - _lastLife >= _node.Options.Interruption)
        {
            _arrives = false;
            if (IsRemote) _node.Events.OnStreamMedia(Key, false);
        }

        TellWantedHeight();
    }

    private bool IsRemote => (Audio ?? Video) is { Publisher.Value: > 0 };

    private SourceTrack? SourceOf(TrackKind kind) => kind == TrackKind.Audio ? Audio : Video;

    private List<SendTrack> PlayersOf(TrackKind kind) => kind == TrackKind.Audio ? _audioPlayers : _videoPlayers;

    private void OnLife(Instant now, bool isMedia)
    {
        _lastLife = now;
        if (_arrives || !isMedia) return;
        _arrives = true;
        if (IsRemote) _node.Events.OnStreamMedia(Key, true);
    }

    private void CountUsers()
    {
        Count(Audio, _audioPlayers);
        Count(Video, _videoPlayers);
        _videoTap.CountUsers();
    }

    private static void Count(SourceTrack? source, List<SendTrack> players)
    {
        if (source is null) return;
        foreach (var layer in source.Layers) layer.Users = 0;
        foreach (var player in players)
        {
            foreach (var lane in player.Lanes)
            {
                if (lane.Current is { } current) current.Users++;
                if (lane.Target is { } target) target.Users++;
            }
        }
    }

    private void TellWantedHeight()
    {
        if (Video is null) return;
        var height = _videoTap.WantedHeight;
        foreach (var player in _videoPlayers)
            if (player.IsOpen)
                height = Math.Max(height, player.Wish.Height);
        if (height == _wantedHeight) return;
        _wantedHeight = height;
        _node.Events.OnWantedHeight(Key, height);
    }
}
