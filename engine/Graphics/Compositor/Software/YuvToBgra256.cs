using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary><see cref="YuvToBgra"/>, 32 pixels a step; see <see cref="YuvToBgra512"/> for the order of the lanes.</summary>
internal static unsafe class YuvToBgra256
{
    private const int Step = 32;

    /// <summary>See <see cref="YuvToBgra.SharedRows"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void SharedRows(
        byte* luma0, byte* luma1, byte* u, byte* v, uint* pixels0, uint* pixels1, int width, in YuvCoefficients color)
    {
        var tail = stackalloc byte[3 * Step + 2 * 4 * Step];
        var gain = Vector256.Create(color.YGain);
        for (; width > 0; width -= Step)
        {
            var rest = width < Step ? width : 0;
            uint* to0 = pixels0, to1 = pixels1;
            if (rest > 0)
            {
                TailRows.Read(tail, Step, ref luma0, ref luma1, ref u, ref v, rest);
                pixels0 = (uint*)(tail + 3 * Step);
                pixels1 = pixels0 + Step;
            }

            var (red, green, blue) = Colors(Centred(u), Centred(v), color);
            var redLow = Avx2.UnpackLow(red, red);
            var redHigh = Avx2.UnpackHigh(red, red);
            var greenLow = Avx2.UnpackLow(green, green);
            var greenHigh = Avx2.UnpackHigh(green, green);
            var blueLow = Avx2.UnpackLow(blue, blue);
            var blueHigh = Avx2.UnpackHigh(blue, blue);
            Row(luma0, pixels0, gain, redLow, redHigh, greenLow, greenHigh, blueLow, blueHigh);
            Row(luma1, pixels1, gain, redLow, redHigh, greenLow, greenHigh, blueLow, blueHigh);
            if (rest > 0) TailRows.Write(pixels0, pixels1, to0, to1, rest);
            luma0 += Step;
            luma1 += Step;
            u += Step / 2;
            v += Step / 2;
            pixels0 += Step;
            pixels1 += Step;
        }
    }

    /// <summary>See <see cref="YuvToBgra.FullRow"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void FullRow(byte* luma, byte* u, byte* v, uint* pixels, int width, in YuvCoefficients color)
    {
        var tail = stackalloc byte[3 * Step + 4 * Step];
        var gain = Vector256.Create(color.YGain);
        for (; width > 0; width -= Step)
        {
            var rest = width < Step ? width : 0;
            var to = pixels;
            if (rest > 0)
            {
                Unsafe.CopyBlockUnaligned(tail, luma, (uint)rest);
                Unsafe.CopyBlockUnaligned(tail + Step, u, (uint)rest);
                Unsafe.CopyBlockUnaligned(tail + 2 * Step, v, (uint)rest);
                luma = tail;
                u = tail + Step;
                v = tail + 2 * Step;
                pixels = (uint*)(tail + 3 * Step);
            }

            var us = Transposed(u);
            var vs = Transposed(v);
            var sign = Vector256.Create((byte)0x80);
            var zero = Vector256<byte>.Zero;
            var (redLow, greenLow, blueLow) =
                Colors(Avx2.UnpackLow(zero, us ^ sign).AsInt16(), Avx2.UnpackLow(zero, vs ^ sign).AsInt16(), color);
            var (redHigh, greenHigh, blueHigh) =
                Colors(Avx2.UnpackHigh(zero, us ^ sign).AsInt16(), Avx2.UnpackHigh(zero, vs ^ sign).AsInt16(), color);
            Row(luma, pixels, gain, redLow, redHigh, greenLow, greenHigh, blueLow, blueHigh);
            if (rest > 0) Unsafe.CopyBlockUnaligned(to, pixels, (uint)rest * 4);
            luma += Step;
            u += Step;
            v += Step;
            pixels += Step;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<short> Red, Vector256<short> Green, Vector256<short> Blue) Colors(
        Vector256<short> u, Vector256<short> v, in YuvCoefficients color)
    {
        var bias = Vector256.Create(color.Bias);
        return (Avx2.MultiplyHighRoundScale(v, Vector256.Create(color.RedFromV)) + bias,
            Avx2.MultiplyHighRoundScale(u, Vector256.Create(color.GreenFromU))
                + Avx2.MultiplyHighRoundScale(v, Vector256.Create(color.GreenFromV)) + bias,
            Avx2.MultiplyHighRoundScale(u, Vector256.Create(color.BlueFromU)) + bias);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Centred(byte* chroma)
    {
        var order = Vector128.Create((byte)0, 1, 4, 5, 8, 9, 12, 13, 2, 3, 6, 7, 10, 11, 14, 15);
        var samples = Ssse3.Shuffle(Vector128.Load(chroma), order);
        return Vector256.ShiftLeft(Avx2.ConvertToVector256Int16(samples), 8) ^ Vector256.Create(short.MinValue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Transposed(byte* samples) =>
        Avx2.PermuteVar8x32(Vector256.Load((int*)samples), Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7)).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row(
        byte* luma, uint* pixels, Vector256<ushort> gain, Vector256<short> redLow, Vector256<short> redHigh,
        Vector256<short> greenLow, Vector256<short> greenHigh, Vector256<short> blueLow, Vector256<short> blueHigh)
    {
        var y = Transposed(luma);
        var low = Avx2.MultiplyHigh(Avx2.UnpackLow(y, y).AsUInt16(), gain).AsInt16();
        var high = Avx2.MultiplyHigh(Avx2.UnpackHigh(y, y).AsUInt16(), gain).AsInt16();
        var red = Channel(low, high, redLow, redHigh);
        var green = Channel(low, high, greenLow, greenHigh);
        var blue = Channel(low, high, blueLow, blueHigh);
        var alpha = Vector256<byte>.AllBitsSet;
        var blueGreenLow = Avx2.UnpackLow(blue, green).AsUInt16();
        var blueGreenHigh = Avx2.UnpackHigh(blue, green).AsUInt16();
        var redAlphaLow = Avx2.UnpackLow(red, alpha).AsUInt16();
        var redAlphaHigh = Avx2.UnpackHigh(red, alpha).AsUInt16();
        Avx2.UnpackLow(blueGreenLow, redAlphaLow).AsUInt32().Store(pixels);
        Avx2.UnpackHigh(blueGreenLow, redAlphaLow).AsUInt32().Store(pixels + 8);
        Avx2.UnpackLow(blueGreenHigh, redAlphaHigh).AsUInt32().Store(pixels + 16);
        Avx2.UnpackHigh(blueGreenHigh, redAlphaHigh).AsUInt32().Store(pixels + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Channel(
        Vector256<short> low, Vector256<short> high, Vector256<short> colorLow, Vector256<short> colorHigh) =>
        Avx2.PackUnsignedSaturate(
            Vector256.ShiftRightArithmetic(Avx2.AddSaturate(low, colorLow), 6),
            Vector256.ShiftRightArithmetic(Avx2.AddSaturate(high, colorHigh), 6));
}
