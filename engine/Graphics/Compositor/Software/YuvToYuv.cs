using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ConfEngine.Core.Media;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Brings rows of one YUV matrix and range to those of the I420 canvas, without passing through RGB. Grey is grey in every
/// matrix, so luma
/// gets a gain and a little of both colour differences, and the differences only mix with each other. Fixed point as in
/// <see cref="YuvCoefficients"/>.</summary>
internal sealed unsafe class YuvToYuv
{
    private readonly ushort _gain;
    private readonly short _lumaBias;
    private readonly short _lumaFromU;
    private readonly short _lumaFromV;
    private readonly short _uFromU;
    private readonly short _uFromV;
    private readonly short _vFromU;
    private readonly short _vFromV;

    /// <summary>The map from a picture described so.</summary>
    public YuvToYuv(ColorDescription from)
    {
        const double factor = 64 * 128;
        var black = Map(from, YuvMatrix.For(from).YOffset, 128, 128);
        var gain = Map(from, YuvMatrix.For(from).YOffset + 1, 128, 128).Y - black.Y;
        var u = Map(from, YuvMatrix.For(from).YOffset, 129, 128);
        var v = Map(from, YuvMatrix.For(from).YOffset, 128, 129);
        _gain = (ushort)Math.Round(gain * 64 * 65536 / 257);
        _lumaBias = (short)Math.Round((black.Y - gain * YuvMatrix.For(from).YOffset) * 64 + 32);
        _lumaFromU = (short)Math.Round((u.Y - black.Y) * factor);
        _lumaFromV = (short)Math.Round((v.Y - black.Y) * factor);
        _uFromU = (short)Math.Round((u.U - black.U) * factor);
        _uFromV = (short)Math.Round((v.U - black.U) * factor);
        _vFromU = (short)Math.Round((u.V - black.V) * factor);
        _vFromV = (short)Math.Round((v.V - black.V) * factor);
    }

    /// <summary>True when a picture described so needs no map.</summary>
    public static bool IsCanvas(ColorDescription color) =>
        color.Matrix == ColorDescription.Canvas.Matrix && color.Range == ColorDescription.Canvas.Range;

    /// <summary>Maps a luma row that belongs to a chroma row; the chroma is left as it is.</summary>
    /// <param name="luma">Luma, <paramref name="width"/> samples, an even number.</param>
    /// <param name="u">U of the source, one for two luma samples.</param>
    /// <param name="v">V, likewise.</param>
    /// <param name="result">Receives the luma.</param>
    /// <param name="width">Luma samples.</param>
    /// <param name="set">The form to run.</param>
    public void Luma(byte* luma, byte* u, byte* v, byte* result, int width, InstructionSet set)
    {
        if (set >= InstructionSet.Avx2 && width >= 32)
        {
            Luma256(luma, u, v, result, width);
            return;
        }

        for (var x = 0; x < width; x++)
        {
            var color = FixedPoint.Chroma(u[x / 2], _lumaFromU) + FixedPoint.Chroma(v[x / 2], _lumaFromV) + _lumaBias;
            result[x] = FixedPoint.Channel(FixedPoint.Luma(luma[x], _gain), color);
        }
    }

    /// <summary>Maps a row of chroma.</summary>
    public void Chroma(byte* u, byte* v, byte* resultU, byte* resultV, int samples, InstructionSet set)
    {
        if (set >= InstructionSet.Avx2 && samples >= 16)
        {
            Chroma256(u, v, resultU, resultV, samples);
            return;
        }

        for (var x = 0; x < samples; x++)
        {
            const int centre = 128 * 64 + 32;
            resultU[x] = FixedPoint.Channel(centre, FixedPoint.Chroma(u[x], _uFromU) + FixedPoint.Chroma(v[x], _uFromV));
            resultV[x] = FixedPoint.Channel(centre, FixedPoint.Chroma(u[x], _vFromU) + FixedPoint.Chroma(v[x], _vFromV));
        }
    }

    private static (double Y, double U, double V) Map(ColorDescription from, double y, double u, double v)
    {
        var (red, green, blue) = YuvMatrix.For(from).ToRgb(y, u, v);
        return YuvMatrix.For(ColorDescription.Canvas).FromRgb(red, green, blue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Centred(byte* samples) =>
        Vector256.ShiftLeft(Avx2.ConvertToVector256Int16(Vector128.Load(samples)), 8) ^ Vector256.Create(short.MinValue);

    // The last step is laid over the one before so that it ends exactly at the row's end; results never lie on their sources.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Luma256(byte* luma, byte* u, byte* v, byte* result, int width)
    {
        var gain = Vector256.Create(_gain);
        var bias = Vector256.Create(_lumaBias);
        var fromU = Vector256.Create(_lumaFromU);
        var fromV = Vector256.Create(_lumaFromV);
        for (var x = 0; ; x = Math.Min(x + 32, width - 32))
        {
            var color = Avx2.MultiplyHighRoundScale(Centred(u + x / 2), fromU)
                + Avx2.MultiplyHighRoundScale(Centred(v + x / 2), fromV) + bias;
            var y = Vector256.Load(luma + x);
            var low = Avx2.MultiplyHigh(Avx2.UnpackLow(y, y).AsUInt16(), gain).AsInt16();
            var high = Avx2.MultiplyHigh(Avx2.UnpackHigh(y, y).AsUInt16(), gain).AsInt16();
            low = Vector256.ShiftRightArithmetic(Avx2.AddSaturate(low, Avx2.UnpackLow(color, color)), 6);
            high = Vector256.ShiftRightArithmetic(Avx2.AddSaturate(high, Avx2.UnpackHigh(color, color)), 6);
            Avx2.PackUnsignedSaturate(low, high).Store(result + x);
            if (x == width - 32) return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Chroma256(byte* u, byte* v, byte* resultU, byte* resultV, int samples)
    {
        for (var x = 0; ; x = Math.Min(x + 16, samples - 16))
        {
            var us = Centred(u + x);
            var vs = Centred(v + x);
            Difference(us, _uFromU, vs, _uFromV).Store(resultU + x);
            Difference(us, _vFromU, vs, _vFromV).Store(resultV + x);
            if (x == samples - 16) return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Difference(Vector256<short> u, short fromU, Vector256<short> v, short fromV)
    {
        var sum = Avx2.MultiplyHighRoundScale(u, Vector256.Create(fromU)) + Avx2.MultiplyHighRoundScale(v, Vector256.Create(fromV));
        var result = Vector256.ShiftRightArithmetic(Avx2.AddSaturate(sum, Vector256.Create((short)(128 * 64 + 32))), 6);
        return Sse2.PackUnsignedSaturate(result.GetLower(), result.GetUpper());
    }
}
