namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Keeps the scalers of the axes now on the canvas; tiles of one size share them. Bounded: the one unused for longest becomes the
/// next new one, so a moving layout settles without garbage.</summary>
internal sealed class FilterCache
{
    private const int Capacity = 512;
    private readonly Dictionary<Key, RowScaler> _scalers = new(Capacity);
    private long _uses;

    /// <summary>The scaler of an axis. Parameters as of <see cref="ScaleFilter.Build"/>. Valid until 500 others have been asked
    /// for.</summary>
    public RowScaler Get(double start, double step, int count, int length)
    {
        var key = new Key(start, step, count, length);
        if (!_scalers.TryGetValue(key, out var scaler))
        {
            scaler = _scalers.Count < Capacity ? new RowScaler() : TakeOldest();
            scaler.Build(start, step, count, length);
            _scalers.Add(key, scaler);
        }

        scaler.LastUsed = ++_uses;
        return scaler;
    }

    private RowScaler TakeOldest()
    {
        var oldest = default(KeyValuePair<Key, RowScaler>);
        foreach (var entry in _scalers)
            if (oldest.Value is null || entry.Value.LastUsed < oldest.Value.LastUsed) oldest = entry;
        _scalers.Remove(oldest.Key);
        return oldest.Value;
    }

    private readonly record struct Key(double Start, double Step, int Count, int Length);
}
