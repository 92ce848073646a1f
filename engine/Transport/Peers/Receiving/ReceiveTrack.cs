using System.Text;
using ConfEngine.Rtp.Packets;
using ConfEngine.Transport.Peers.Streams;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>An m-line that a peer sends on.</summary>
internal sealed class ReceiveTrack
{
    private readonly byte[][] _rids;

    public ReceiveTrack(PeerReceiver receiver, string mid, TrackKind kind, int clockRate, IReadOnlyList<string> rids, PayloadTable formats)
    {
        Mid = Encoding.ASCII.GetBytes(mid);
        Name = mid;
        Formats = formats;
        Source = new SourceTrack(kind, clockRate) { Publisher = receiver.Owner.Id };
        _rids = [.. rids.Take(SourceTrack.MaxLayers).Select(Encoding.ASCII.GetBytes)];
        Layers = new ReceiveLayer[Math.Max(1, _rids.Length)];
        for (var i = 0; i < Layers.Length; i++) Layers[i] = new ReceiveLayer(receiver, this, i);
        Source.SetLayers([.. Layers]);
    }

    public byte[] Mid { get; }

    public string Name { get; }

    public TrackKind Kind => Source.Kind;

    public PayloadTable Formats { get; set; }

    public SourceTrack Source { get; }

    public ReceiveLayer[] Layers { get; }

    public bool IsSimulcast => _rids.Length > 0;

    /// <summary>True when the m-line still has the same layers.</summary>
    public bool Fits(NegotiatedMedia media, TrackKind kind)
    {
        if (kind != Kind || media.ReceiveLayers.Count != _rids.Length) return false;
        for (var i = 0; i < _rids.Length; i++)
            if (!_rids[i].AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(media.ReceiveLayers[i])))
                return false;
        return true;
    }

    /// <summary>The layer of that name, or the only one; null when a name is needed and not given, or unknown.</summary>
    public ReceiveLayer? FindLayer(ReadOnlySpan<byte> rid)
    {
        if (!IsSimulcast) return Layers[0];
        for (var i = 0; i < _rids.Length; i++)
            if (rid.SequenceEqual(_rids[i]))
                return Layers[i];
        return null;
    }

    /// <summary>True when the payload type is one of this m-line.</summary>
    public bool Takes(PayloadType type) => Formats.TryGet(type, out _);
}
