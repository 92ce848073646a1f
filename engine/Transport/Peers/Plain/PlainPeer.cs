using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers.Receiving;

namespace ConfEngine.Transport.Peers.Plain;

/// <summary>An encoder in the local network: its lines together are one stream.</summary>
internal sealed class PlainPeer
{
    private readonly ReceiverFigures _figures;
    private readonly List<ReceiveTrack> _tracks = [];
    private Instant? _tellAt;

    public PlainPeer(PeerId id, MediaNode node, IReadOnlyList<PlainMedia> media)
    {
        _figures = new ReceiverFigures(id, node);
        Lines = new PlainLine[media.Count];
        for (var i = 0; i < Lines.Length; i++)
        {
            Lines[i] = new PlainLine(id, node, media[i]);
            _tracks.Add(Lines[i].Track);
        }
    }

    public PlainLine[] Lines { get; }

    /// <summary>Called ten times a second.</summary>
    public void OnTick(Instant now)
    {
        _tellAt ??= now + ReceiverFigures.Interval;
        if (now < _tellAt) return;
        _tellAt = now + ReceiverFigures.Interval;
        _figures.Tell(_tracks, now);
    }
}
