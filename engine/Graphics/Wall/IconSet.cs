using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Wall;

/// <summary>Draws each icon once per size and keeps it. Sizes come in the steps of <see cref="TileMetrics"/>, so the set stays small.</summary>
internal sealed class IconSet : IDisposable
{
    private readonly Dictionary<(IconKind Kind, int Size), Bitmap> _bitmaps = [];

    /// <summary>The icon as coverage, <paramref name="size"/> pixels across and down.</summary>
    public Bitmap Get(IconKind kind, int size)
    {
        if (_bitmaps.TryGetValue((kind, size), out var known)) return known;
        return _bitmaps[(kind, size)] = Draw(kind, size);
    }

    /// <summary>Frees the pixels.</summary>
    public void Dispose()
    {
        foreach (var bitmap in _bitmaps.Values) bitmap.Dispose();
        _bitmaps.Clear();
    }

    private static Bitmap Draw(IconKind kind, int size)
    {
        var bitmap = new Bitmap(BitmapFormat.Alpha8, size, size);
        for (var y = 0; y < size; y++)
        {
            var row = bitmap.Row(y);
            for (var x = 0; x < size; x++)
            {
                var distance = IconShapes.Distance(kind, (x + 0.5) / size, (y + 0.5) / size) * size;
                // The edge passes through a pixel whose centre is less than half a pixel away from it.
                row[x] = (byte)Math.Round(255 * Math.Clamp(0.5 - distance, 0, 1));
            }
        }

        bitmap.MarkChanged();
        return bitmap;
    }
}
