namespace Silk.NET.Input;

/// <summary>Steps that a wheel turned; up and left are positive.</summary>
public readonly struct ScrollWheel(float x, float y) : IEquatable<ScrollWheel>
{
    public float X { get; } = x;

    public float Y { get; } = y;

    public static bool operator ==(ScrollWheel left, ScrollWheel right) => left.Equals(right);

    public static bool operator !=(ScrollWheel left, ScrollWheel right) => !left.Equals(right);

    public bool Equals(ScrollWheel other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override bool Equals(object? obj) => obj is ScrollWheel other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(X, Y);

    public override string ToString() => $"<{X}, {Y}>";
}
