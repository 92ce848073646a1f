namespace ConfEngine.Transport.Peers.Streams;

/// <summary>All streams that anybody names, and who may play what.</summary>
internal sealed class StreamTable(MediaNode node)
{
    private readonly Dictionary<StreamKey, PublishedStream> _byKey = [];
    private readonly List<PublishedStream> _all = [];
    private readonly Dictionary<(PeerId Player, StreamKey Stream), PlayerWish> _wishes = [];

    public List<PublishedStream> All => _all;

    public PublishedStream? Find(StreamKey key) => _byKey.GetValueOrDefault(key);

    public PublishedStream GetOrAdd(StreamKey key)
    {
        if (_byKey.TryGetValue(key, out var stream)) return stream;
        stream = new PublishedStream(key, node);
        _byKey.Add(key, stream);
        _all.Add(stream);
        return stream;
    }

    /// <summary>Forgets a stream that nobody names any more.</summary>
    public void Trim(PublishedStream stream)
    {
        if (!stream.IsUnused || !_byKey.Remove(stream.Key)) return;
        _all.Remove(stream);
    }

    public PlayerWish WishOf(PeerId player, StreamKey stream)
    {
        if (_wishes.TryGetValue((player, stream), out var wish)) return wish;
        wish = new PlayerWish();
        _wishes.Add((player, stream), wish);
        return wish;
    }

    /// <summary>Forgets a wish that says nothing.</summary>
    public void Trim(PeerId player, StreamKey stream)
    {
        if (_wishes.TryGetValue((player, stream), out var wish) && wish.IsDefault) _wishes.Remove((player, stream));
    }

    /// <summary>Forgets everything that a player wished.</summary>
    public void Forget(PeerId player)
    {
        foreach (var key in _wishes.Keys)
            if (key.Player == player)
                _wishes.Remove(key);
    }
}
