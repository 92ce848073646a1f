using System.Numerics;

namespace Silk.NET.Maths;

internal sealed class NumberArithmetic<T> : Arithmetic<T>
    where T : unmanaged, INumber<T>
{
    public override T Add(T left, T right) => left + right;

    public override T Subtract(T left, T right) => left - right;

    public override T Multiply(T left, T right) => left * right;

    public override T Divide(T left, T right) => left / right;

    public override T Sqrt(T value) => T.CreateTruncating(Math.Sqrt(double.CreateTruncating(value)));

    public override TTo As<TTo>(T value) => Arithmetic<TTo>.Instance.From(value);

    public override T From<TFrom>(TFrom value) => T.CreateTruncating(value);
}
