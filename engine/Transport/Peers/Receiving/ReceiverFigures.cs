using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers.Streams;

namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>Tells the node's owner how the streams do that one peer publishes.</summary>
internal sealed class ReceiverFigures(PeerId id, MediaNode node)
{
    /// <summary>How often they are told.</summary>
    public static MediaTime Interval => MediaTime.FromSeconds(3);

    /// <summary>Tells of every stream once.</summary>
    /// <returns>What came on all of them since the last call.</returns>
    public LayerDelta Tell(List<ReceiveTrack> tracks, Instant now)
    {
        var total = default(LayerDelta);
        for (var i = 0; i < tracks.Count; i++)
        {
            if (tracks[i].Source.Stream is not { } stream) continue;
            var isFirst = true;
            for (var k = 0; k < i; k++) isFirst &= tracks[k].Source.Stream != stream;
            if (isFirst) total += Tell(tracks, stream, i, now);
        }

        return total;
    }

    private LayerDelta Tell(List<ReceiveTrack> tracks, PublishedStream stream, int first, Instant now)
    {
        var sum = default(LayerDelta);
        long frames = 0;
        var layer = -1;
        for (var i = first; i < tracks.Count; i++)
        {
            if (tracks[i].Source.Stream != stream) continue;
            var layers = tracks[i].Source.BySize;
            for (var k = 0; k < layers.Length; k++)
            {
                var delta = ((ReceiveLayer)layers[k]).TakeDelta();
                sum += delta;
                if (tracks[i].Kind != TrackKind.Video || !layers[k].IsLive(now)) continue;
                frames = Math.Max(frames, delta.Frames);
                layer = k;
            }
        }

        node.Events.OnStream(id, stream.Key, true, new TrackFigures(
            frames / Interval.Seconds, (long)(sum.Bytes * 8 / Interval.Seconds), sum.Loss, sum.Recovered, layer)
        {
            Lost = sum.Lost,
        });
        return sum;
    }
}
