using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;

namespace ConfEngine.Runtime.Rooms;

/// <summary>What one session's transport is to carry, and the peer that does so at present.</summary>
internal sealed class MediaLink
{
    // Far above what a room lets a session play; beyond it those that are not let through now are forgotten.
    private const int MaxHeights = 256;

    private readonly HashSet<StreamKey> _open = [];
    private readonly Dictionary<StreamKey, int> _heights = [];

    /// <summary>Its peer on the node; null while it has no transport.</summary>
    public PeerId? Peer { get; set; }

    public void SetGate(StreamKey stream, bool isOn)
    {
        if (isOn) _open.Add(stream);
        else _open.Remove(stream);
    }

    public void SetHeight(StreamKey stream, int height)
    {
        _heights[stream] = height;
        if (_heights.Count <= MaxHeights) return;
        foreach (var key in _heights.Keys)
            if (!_open.Contains(key) && key != stream)
                _heights.Remove(key);
    }

    /// <summary>Tells the node everything about the streams that a peer plays by an answer that is about to be given.</summary>
    public Action<IMediaNode> Wishes(PeerId peer, IReadOnlyList<TrackBinding> bindings)
    {
        var wishes = bindings.Where(binding => !binding.IsPublished).Select(binding => binding.Stream).Distinct()
            .Select(stream => (Stream: stream, IsOn: _open.Contains(stream), Height: _heights.TryGetValue(stream, out var height) ? height : (int?)null))
            .ToList();
        return node =>
        {
            foreach (var wish in wishes)
            {
                if (wish.Height is { } height) node.SetWantedHeight(peer, wish.Stream, height);
                node.Forward(peer, wish.Stream, wish.IsOn);
            }
        };
    }
}
