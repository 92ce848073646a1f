using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers.Receiving;
using ConfEngine.Transport.Peers.Sending;
using ConfEngine.Transport.Peers.Streams;

namespace ConfEngine.Transport.Peers;

/// <summary>Tells the node's owner how a peer's path and its streams do.</summary>
internal sealed class PeerFigures(Peer peer)
{
    private static readonly MediaTime s_pathInterval = MediaTime.FromSeconds(2);
    private readonly Dictionary<SendTrack, (long Frames, long Bytes, long Resent)> _sent = [];
    private readonly ReceiverFigures _received = new(peer.Id, peer.Node);
    private Instant? _pathAt;
    private Instant _streamsAt;
    private LayerDelta _sincePath;

    public void OnTick(Instant now)
    {
        if (_pathAt is null)
        {
            _pathAt = now + s_pathInterval;
            _streamsAt = now + ReceiverFigures.Interval;
        }

        if (now >= _streamsAt)
        {
            _streamsAt = now + ReceiverFigures.Interval;
            var delta = _received.Tell(peer.Receiver.Tracks, now);
            peer.Receiver.Count(delta);
            _sincePath += delta;
            TellPlayed();
        }

        if (now >= _pathAt)
        {
            _pathAt = now + s_pathInterval;
            TellPath(now);
        }
    }

    private void TellPath(Instant now)
    {
        var path = peer.Sender.Path;
        var figures = new PathFigures(
            path.RoundTrip is { } roundTrip ? roundTrip.Milliseconds : 0, Math.Max(path.TakeLoss(), _sincePath.Loss),
            peer.Receiver.Meter.BitsPerSecond(now), path.Sent.BitsPerSecond(now), path.BitsPerSecond);
        _sincePath = default;
        peer.Node.Events.OnPath(peer.Id, figures);
    }

    private void TellPlayed()
    {
        var tracks = peer.Sender.Tracks;
        for (var i = 0; i < tracks.Count; i++)
        {
            var isFirst = true;
            for (var k = 0; k < i; k++) isFirst &= tracks[k].Stream != tracks[i].Stream;
            if (isFirst) TellPlayed(tracks[i].Stream, i);
        }
    }

    private void TellPlayed(PublishedStream stream, int first)
    {
        var tracks = peer.Sender.Tracks;
        long frames = 0, bytes = 0, resent = 0;
        var layer = -1;
        for (var i = first; i < tracks.Count; i++)
        {
            var track = tracks[i];
            if (track.Stream != stream) continue;
            var total = (Frames: 0L, Bytes: 0L, Resent: 0L);
            foreach (var lane in track.Lanes)
            {
                total = (Math.Max(total.Frames, lane.Frames), total.Bytes + lane.Bytes, total.Resent + lane.Resent);
                if (track.Kind == TrackKind.Video && lane.Current is { } current) layer = Math.Max(layer, current.Track.BySize.IndexOf(current));
            }

            var before = _sent.GetValueOrDefault(track);
            _sent[track] = total;
            if (track.Kind == TrackKind.Video) frames += total.Frames - before.Frames;
            bytes += total.Bytes - before.Bytes;
            resent += total.Resent - before.Resent;
        }

        peer.Node.Events.OnStream(peer.Id, stream.Key, false, new TrackFigures(
            frames / ReceiverFigures.Interval.Seconds, (long)(bytes * 8 / ReceiverFigures.Interval.Seconds), peer.Sender.Path.Loss, resent, layer));
    }

    /// <summary>Forgets a track that is sent no more.</summary>
    public void Forget(SendTrack track) => _sent.Remove(track);
}
