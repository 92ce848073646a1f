namespace Silk.NET.Maths;

/// <summary>Arithmetic on the number types that the vectors take.</summary>
public static class Scalar
{
    public static T Add<T>(T left, T right)
        where T : unmanaged => Arithmetic<T>.Instance.Add(left, right);

    public static T Subtract<T>(T left, T right)
        where T : unmanaged => Arithmetic<T>.Instance.Subtract(left, right);

    public static T Multiply<T>(T left, T right)
        where T : unmanaged => Arithmetic<T>.Instance.Multiply(left, right);

    public static T Divide<T>(T left, T right)
        where T : unmanaged => Arithmetic<T>.Instance.Divide(left, right);

    public static T Sqrt<T>(T x)
        where T : unmanaged => Arithmetic<T>.Instance.Sqrt(x);

    /// <summary>Converts a number; a fraction is cut off when the target is an integer.</summary>
    public static TTo As<TFrom, TTo>(TFrom val)
        where TFrom : unmanaged
        where TTo : unmanaged => Arithmetic<TFrom>.Instance.As<TTo>(val);
}
