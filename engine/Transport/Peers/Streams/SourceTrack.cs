using ConfEngine.Core.Time;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>The sound or the pictures of a published stream, where they come from.</summary>
internal sealed class SourceTrack(TrackKind kind, int clockRate)
{
    /// <summary>The most layers.</summary>
    public const int MaxLayers = 8;

    private SourceLayer[] _layers = [];
    private SourceLayer[] _sorted = [];

    public TrackKind Kind => kind;

    public int ClockRate => clockRate;

    /// <summary>Who publishes it; default for a local stream.</summary>
    public PeerId Publisher { get; init; }

    /// <summary>The stream it is published as; null while it is not.</summary>
    public PublishedStream? Stream { get; private set; }

    /// <summary>When the last packet of any layer came.</summary>
    public Instant LastPacketAt { get; set; }

    /// <summary>As its sender lists them.</summary>
    public ReadOnlySpan<SourceLayer> Layers => _layers;

    /// <summary>The smallest first. Senders list them in any order, so size and rate decide.</summary>
    public ReadOnlySpan<SourceLayer> BySize => _sorted;

    public void SetLayers(SourceLayer[] layers)
    {
        _layers = layers;
        _sorted = [.. layers];
    }

    public void Attach(PublishedStream? stream) => Stream = stream;

    /// <summary>Hands a packet to everybody who takes the stream.</summary>
    public void Deliver(SourceLayer layer, in SourcePacket packet) => Stream?.Deliver(this, layer, packet);

    /// <summary>A layer has begun anew: other numbers, other time stamps, or another codec.</summary>
    public void OnRestart(SourceLayer layer) => Stream?.OnRestart(this, layer);

    public void OnTick(Instant now)
    {
        foreach (var layer in _layers) layer.OnTick(now);
        // Insertion sort: a handful of layers that hardly ever change places.
        for (var i = 1; i < _sorted.Length; i++)
            for (var k = i; k > 0 && IsSmaller(_sorted[k], _sorted[k - 1]); k--)
                (_sorted[k], _sorted[k - 1]) = (_sorted[k - 1], _sorted[k]);
    }

    private static bool IsSmaller(SourceLayer left, SourceLayer right)
    {
        if (left.Size.Height > 0 && right.Size.Height > 0 && left.Size.Height != right.Size.Height) return left.Size.Height < right.Size.Height;
        if (left.Size.Height > 0 && left.Size.Height == right.Size.Height) return left.Listed < right.Listed;
        // A third apart, so that two layers that rest do not change places with every key frame.
        if (left.BitsPerSecond > 0 && right.BitsPerSecond > 0) return left.BitsPerSecond * 4 < right.BitsPerSecond * 3;
        return false;
    }
}
