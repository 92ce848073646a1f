namespace ConfEngine.Graphics.Scenes;

/// <summary>A rectangle of whole canvas pixels; <see cref="Right"/> and <see cref="Bottom"/> are outside.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge; down is positive.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>First column to the right of the rectangle.</summary>
    public int Right => X + Width;

    /// <summary>First row below the rectangle.</summary>
    public int Bottom => Y + Height;

    /// <summary>True when it covers no pixel.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>The pixels that both cover; empty when they do not touch.</summary>
    public Rect Intersect(Rect other)
    {
        var x = Math.Max(X, other.X);
        var y = Math.Max(Y, other.Y);
        return new Rect(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    /// <summary>The smallest rectangle around both; an empty one adds nothing.</summary>
    public Rect Union(Rect other)
    {
        if (IsEmpty) return other;
        if (other.IsEmpty) return this;
        var x = Math.Min(X, other.X);
        var y = Math.Min(Y, other.Y);
        return new Rect(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    /// <summary>True when a pixel belongs to both.</summary>
    public bool Touches(Rect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom && !IsEmpty && !other.IsEmpty;

    /// <summary>True when <paramref name="other"/> lies inside.</summary>
    public bool Contains(Rect other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    /// <summary>Smaller (positive) or larger (negative) by the same margin on every side.</summary>
    public Rect Inset(int margin) => new(X + margin, Y + margin, Width - 2 * margin, Height - 2 * margin);
}

/// <summary>A rectangle in the pixels of a source picture, fractions allowed.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public readonly record struct SourceRect(double X, double Y, double Width, double Height);
