using System.Globalization;
using System.Numerics;

namespace Silk.NET.Maths;

[Serializable]
public struct Vector2D<T> : IEquatable<Vector2D<T>>, IFormattable
    where T : unmanaged, IFormattable, IEquatable<T>, IComparable<T>
{
    public T X;
    public T Y;

    public Vector2D(T value)
        : this(value, value)
    {
    }

    public Vector2D(T x, T y) => (X, Y) = (x, y);

    public static Vector2D<T> Zero => default;

    public static Vector2D<T> One => new(Scalar<T>.One);

    public static Vector2D<T> UnitX => new(Scalar<T>.One, default);

    public static Vector2D<T> UnitY => new(default, Scalar<T>.One);

    public readonly T LengthSquared => Scalar.Add(Scalar.Multiply(X, X), Scalar.Multiply(Y, Y));

    public readonly T Length => Scalar.Sqrt(LengthSquared);

    public readonly T this[int index] => index switch
    {
        0 => X,
        1 => Y,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A two-dimensional vector has the elements 0 and 1."),
    };

    public static Vector2D<T> operator +(Vector2D<T> left, Vector2D<T> right) =>
        new(Scalar.Add(left.X, right.X), Scalar.Add(left.Y, right.Y));

    public static Vector2D<T> operator -(Vector2D<T> left, Vector2D<T> right) =>
        new(Scalar.Subtract(left.X, right.X), Scalar.Subtract(left.Y, right.Y));

    public static Vector2D<T> operator -(Vector2D<T> value) => Zero - value;

    public static Vector2D<T> operator *(Vector2D<T> left, Vector2D<T> right) =>
        new(Scalar.Multiply(left.X, right.X), Scalar.Multiply(left.Y, right.Y));

    public static Vector2D<T> operator *(Vector2D<T> left, T right) => left * new Vector2D<T>(right);

    public static Vector2D<T> operator *(T left, Vector2D<T> right) => right * left;

    public static Vector2D<T> operator /(Vector2D<T> left, Vector2D<T> right) =>
        new(Scalar.Divide(left.X, right.X), Scalar.Divide(left.Y, right.Y));

    public static Vector2D<T> operator /(Vector2D<T> value1, T value2) => value1 / new Vector2D<T>(value2);

    public static bool operator ==(Vector2D<T> left, Vector2D<T> right) => left.Equals(right);

    public static bool operator !=(Vector2D<T> left, Vector2D<T> right) => !left.Equals(right);

    public static explicit operator Vector2(Vector2D<T> from) => new(Scalar.As<T, float>(from.X), Scalar.As<T, float>(from.Y));

    public readonly Vector2D<TOther> As<TOther>()
        where TOther : unmanaged, IFormattable, IEquatable<TOther>, IComparable<TOther> =>
        new(Scalar.As<T, TOther>(X), Scalar.As<T, TOther>(Y));

    public readonly bool Equals(Vector2D<T> other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override readonly bool Equals(object? obj) => obj is Vector2D<T> other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    public override readonly string ToString() => ToString("G", CultureInfo.CurrentCulture);

    public readonly string ToString(string? format, IFormatProvider? formatProvider) =>
        $"<{X.ToString(format, formatProvider)}, {Y.ToString(format, formatProvider)}>";
}
