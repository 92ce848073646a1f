using System.Globalization;

namespace Silk.NET.Maths;

[Serializable]
public struct Vector4D<T> : IEquatable<Vector4D<T>>, IFormattable
    where T : unmanaged, IFormattable, IEquatable<T>, IComparable<T>
{
    public T X;
    public T Y;
    public T Z;
    public T W;

    public Vector4D(T value)
        : this(value, value, value, value)
    {
    }

    public Vector4D(T x, T y, T z, T w) => (X, Y, Z, W) = (x, y, z, w);

    public static Vector4D<T> Zero => default;

    public static Vector4D<T> One => new(Scalar<T>.One);

    public readonly T this[int index] => index switch
    {
        0 => X,
        1 => Y,
        2 => Z,
        3 => W,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A four-dimensional vector has the elements 0 to 3."),
    };

    public static bool operator ==(Vector4D<T> left, Vector4D<T> right) => left.Equals(right);

    public static bool operator !=(Vector4D<T> left, Vector4D<T> right) => !left.Equals(right);

    public readonly bool Equals(Vector4D<T> other) =>
        X.Equals(other.X) && Y.Equals(other.Y) && Z.Equals(other.Z) && W.Equals(other.W);

    public override readonly bool Equals(object? obj) => obj is Vector4D<T> other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Z, W);

    public override readonly string ToString() => ToString("G", CultureInfo.CurrentCulture);

    public readonly string ToString(string? format, IFormatProvider? formatProvider) =>
        $"<{X.ToString(format, formatProvider)}, {Y.ToString(format, formatProvider)}, "
        + $"{Z.ToString(format, formatProvider)}, {W.ToString(format, formatProvider)}>";
}
