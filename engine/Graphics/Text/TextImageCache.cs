namespace ConfEngine.Graphics.Text;

/// <summary>Texts drawn lately, the most lately used first. Bounded by count and bytes; what the last two frames have used is never thrown out,
/// since a scene may still point at it.</summary>
internal sealed class TextImageCache(int capacity, long maxBytes) : IDisposable
{
    private readonly Dictionary<(string Text, TextStyle Style), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _order = [];
    private long _frame;

    /// <summary>How many texts are kept.</summary>
    public int Count => _entries.Count;

    /// <summary>How much memory their pixels take.</summary>
    public long Bytes { get; private set; }

    /// <summary>Looks a text up; finds also that it has nothing to show (null).</summary>
    public bool TryGet(string text, in TextStyle style, out TextImage? image)
    {
        image = null;
        if (!_entries.TryGetValue((text, style), out var node)) return false;
        node.ValueRef.LastUsed = _frame;
        _order.Remove(node);
        _order.AddFirst(node);
        image = node.ValueRef.Image;
        return true;
    }

    /// <summary>Keeps a text.</summary>
    public void Add(string text, in TextStyle style, TextImage? image)
    {
        var node = _order.AddFirst(new Entry((text, style), image) { LastUsed = _frame });
        _entries.Add((text, style), node);
        Bytes += node.ValueRef.Bytes;
    }

    /// <summary>Ends the frame: throws out what is over the bounds and not in use any more.</summary>
    public void EndFrame()
    {
        while (_order.Last is { } last && (Count > capacity || Bytes > maxBytes) && last.ValueRef.LastUsed < _frame - 1)
        {
            _order.RemoveLast();
            _entries.Remove(last.ValueRef.Key);
            Bytes -= last.ValueRef.Bytes;
            last.ValueRef.Image?.Mask.Dispose();
        }

        _frame++;
    }

    public void Dispose()
    {
        foreach (var entry in _order) entry.Image?.Mask.Dispose();
        _order.Clear();
        _entries.Clear();
        Bytes = 0;
    }

    private struct Entry((string Text, TextStyle Style) key, TextImage? image)
    {
        public readonly (string Text, TextStyle Style) Key => key;

        public readonly TextImage? Image => image;

        public readonly long Bytes => 256 + key.Text.Length * sizeof(char) + (image is null ? 0L : (long)image.Mask.Stride * image.Mask.Height);

        public long LastUsed { get; set; }
    }
}
