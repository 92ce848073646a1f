using System.Numerics;

namespace Silk.NET.Maths;

/// <summary>
/// Bridges the vectors' constraint (unmanaged, comparable) and the base class library's <see cref="INumber{TSelf}"/>,
/// without reflection, so that trimming and ahead-of-time compilation keep what is used.
/// </summary>
internal abstract class Arithmetic<T>
    where T : unmanaged
{
    public static readonly Arithmetic<T> Instance = Create();

    public abstract T Add(T left, T right);

    public abstract T Subtract(T left, T right);

    public abstract T Multiply(T left, T right);

    public abstract T Divide(T left, T right);

    public abstract T Sqrt(T value);

    public abstract TTo As<TTo>(T value)
        where TTo : unmanaged;

    public abstract T From<TFrom>(TFrom value)
        where TFrom : INumber<TFrom>;

    private static Arithmetic<T> Create()
    {
        object? found = default(T) switch
        {
            int => new NumberArithmetic<int>(),
            uint => new NumberArithmetic<uint>(),
            long => new NumberArithmetic<long>(),
            ulong => new NumberArithmetic<ulong>(),
            short => new NumberArithmetic<short>(),
            ushort => new NumberArithmetic<ushort>(),
            sbyte => new NumberArithmetic<sbyte>(),
            byte => new NumberArithmetic<byte>(),
            float => new NumberArithmetic<float>(),
            double => new NumberArithmetic<double>(),
            Half => new NumberArithmetic<Half>(),
            decimal => new NumberArithmetic<decimal>(),
            _ => null,
        };
        return (Arithmetic<T>?)found ?? throw new NotSupportedException($"{typeof(T)} is not a number type that vectors take.");
    }
}
