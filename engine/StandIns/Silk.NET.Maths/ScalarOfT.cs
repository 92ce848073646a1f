namespace Silk.NET.Maths;

public static class Scalar<T>
    where T : unmanaged
{
    public static readonly T Zero = default;

    public static readonly T One = Scalar.As<int, T>(1);

    public static readonly T Two = Scalar.As<int, T>(2);
}
