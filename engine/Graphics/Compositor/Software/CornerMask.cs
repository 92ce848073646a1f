namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Coverage of the pixels at the top left corner of a rounded shape or outline; the other corners mirror it. Anti-aliased by the
/// distance of a pixel's centre to the arc: <c>clamp(radius + 0.5 - distance to the arc's centre)</c>, the same rule as in the GPU's
/// shader.</summary>
internal sealed class CornerMask
{
    private readonly byte[] _coverage;

    /// <summary>The corner of a shape.</summary>
    /// <param name="radius">Radius of the arc; 0 for a square corner.</param>
    /// <param name="stroke">Width of the outline, 0 when filled.</param>
    public CornerMask(int radius, int stroke)
    {
        Radius = radius;
        Stroke = stroke;
        Size = Math.Max(radius, stroke);
        _coverage = new byte[Size * Size];
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var inner = stroke == 0 || x < stroke || y < stroke ? 0 : Inside(x - stroke, y - stroke, Math.Max(0, radius - stroke));
                _coverage[y * Size + x] = (byte)((Inside(x, y, radius) - inner) * 255 + 0.5);
            }
        }
    }

    /// <summary>Radius of the arc.</summary>
    public int Radius { get; }

    /// <summary>Width of the outline.</summary>
    public int Stroke { get; }

    /// <summary>Pixels across and down.</summary>
    public int Size { get; }

    /// <summary>Coverage 0..255 of row <paramref name="y"/>, from the shape's left edge.</summary>
    public ReadOnlySpan<byte> Row(int y) => _coverage.AsSpan(y * Size, Size);

    private static double Inside(int x, int y, int radius)
    {
        if (x >= radius || y >= radius) return 1;
        var dx = radius - (x + 0.5);
        var dy = radius - (y + 0.5);
        return Math.Clamp(radius + 0.5 - Math.Sqrt(dx * dx + dy * dy), 0, 1);
    }
}
