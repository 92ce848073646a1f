namespace Silk.NET.Maths;

[Serializable]
public struct Rectangle<T> : IEquatable<Rectangle<T>>
    where T : unmanaged, IFormattable, IEquatable<T>, IComparable<T>
{
    public Vector2D<T> Origin;
    public Vector2D<T> Size;

    public Rectangle(Vector2D<T> origin, Vector2D<T> size) => (Origin, Size) = (origin, size);

    public Rectangle(Vector2D<T> origin, T sizeX, T sizeY)
        : this(origin, new Vector2D<T>(sizeX, sizeY))
    {
    }

    public Rectangle(T originX, T originY, Vector2D<T> size)
        : this(new Vector2D<T>(originX, originY), size)
    {
    }

    public Rectangle(T originX, T originY, T sizeX, T sizeY)
        : this(new Vector2D<T>(originX, originY), new Vector2D<T>(sizeX, sizeY))
    {
    }

    public readonly Vector2D<T> Center => Origin + HalfSize;

    public readonly Vector2D<T> Max => Origin + Size;

    public readonly Vector2D<T> HalfSize => Size / Scalar<T>.Two;

    public static bool operator ==(Rectangle<T> value1, Rectangle<T> value2) => value1.Equals(value2);

    public static bool operator !=(Rectangle<T> value1, Rectangle<T> value2) => !value1.Equals(value2);

    /// <summary>Whether the point lies inside; all four edges count as inside.</summary>
    public readonly bool Contains(Vector2D<T> point)
    {
        var max = Max;
        return point.X.CompareTo(Origin.X) >= 0 && point.Y.CompareTo(Origin.Y) >= 0
            && point.X.CompareTo(max.X) <= 0 && point.Y.CompareTo(max.Y) <= 0;
    }

    public readonly bool Contains(Rectangle<T> other) => Contains(other.Origin) && Contains(other.Max);

    public readonly bool Equals(Rectangle<T> other) => Origin == other.Origin && Size == other.Size;

    public override readonly bool Equals(object? obj) => obj is Rectangle<T> other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Origin, Size);
}
