using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary><see cref="YuvToBgra"/>, 64 pixels a step. Unpacking works within 128-bit lanes, so luma (and chroma with it) is first
/// transposed by fours; after two levels of unpacking each register then holds 16 neighbouring pixels.</summary>
internal static unsafe class YuvToBgra512
{
    private const int Step = 64;

    /// <summary>See <see cref="YuvToBgra.SharedRows"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void SharedRows(
        byte* luma0, byte* luma1, byte* u, byte* v, uint* pixels0, uint* pixels1, int width, in YuvCoefficients color)
    {
        var tail = stackalloc byte[3 * Step + 2 * 4 * Step];
        var redFromV = Vector512.Create(color.RedFromV);
        var greenFromU = Vector512.Create(color.GreenFromU);
        var greenFromV = Vector512.Create(color.GreenFromV);
        var blueFromU = Vector512.Create(color.BlueFromU);
        var bias = Vector512.Create(color.Bias);
        var gain = Vector512.Create(color.YGain);
        var transpose = Vector256.Create((ushort)0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
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

            var us = Centred(u, transpose);
            var vs = Centred(v, transpose);
            var red = Avx512BW.MultiplyHighRoundScale(vs, redFromV) + bias;
            var green = Avx512BW.MultiplyHighRoundScale(us, greenFromU) + Avx512BW.MultiplyHighRoundScale(vs, greenFromV) + bias;
            var blue = Avx512BW.MultiplyHighRoundScale(us, blueFromU) + bias;
            var redLow = Avx512BW.UnpackLow(red, red);
            var redHigh = Avx512BW.UnpackHigh(red, red);
            var greenLow = Avx512BW.UnpackLow(green, green);
            var greenHigh = Avx512BW.UnpackHigh(green, green);
            var blueLow = Avx512BW.UnpackLow(blue, blue);
            var blueHigh = Avx512BW.UnpackHigh(blue, blue);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Centred(byte* chroma, Vector256<ushort> transpose)
    {
        var samples = Avx512BW.VL.PermuteVar16x16(Vector256.Load((ushort*)chroma), transpose).AsByte();
        return Vector512.ShiftLeft(Avx512BW.ConvertToVector512Int16(samples), 8) ^ Vector512.Create(short.MinValue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row(
        byte* luma, uint* pixels, Vector512<ushort> gain, Vector512<short> redLow, Vector512<short> redHigh,
        Vector512<short> greenLow, Vector512<short> greenHigh, Vector512<short> blueLow, Vector512<short> blueHigh)
    {
        var transpose = Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        var y = Avx512F.PermuteVar16x32(Vector512.Load((int*)luma), transpose).AsByte();
        var low = Avx512BW.MultiplyHigh(Avx512BW.UnpackLow(y, y).AsUInt16(), gain).AsInt16();
        var high = Avx512BW.MultiplyHigh(Avx512BW.UnpackHigh(y, y).AsUInt16(), gain).AsInt16();
        var red = Channel(low, high, redLow, redHigh);
        var green = Channel(low, high, greenLow, greenHigh);
        var blue = Channel(low, high, blueLow, blueHigh);
        var alpha = Vector512<byte>.AllBitsSet;
        var blueGreenLow = Avx512BW.UnpackLow(blue, green).AsUInt16();
        var blueGreenHigh = Avx512BW.UnpackHigh(blue, green).AsUInt16();
        var redAlphaLow = Avx512BW.UnpackLow(red, alpha).AsUInt16();
        var redAlphaHigh = Avx512BW.UnpackHigh(red, alpha).AsUInt16();
        Avx512BW.UnpackLow(blueGreenLow, redAlphaLow).AsUInt32().Store(pixels);
        Avx512BW.UnpackHigh(blueGreenLow, redAlphaLow).AsUInt32().Store(pixels + 16);
        Avx512BW.UnpackLow(blueGreenHigh, redAlphaHigh).AsUInt32().Store(pixels + 32);
        Avx512BW.UnpackHigh(blueGreenHigh, redAlphaHigh).AsUInt32().Store(pixels + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Channel(
        Vector512<short> low, Vector512<short> high, Vector512<short> colorLow, Vector512<short> colorHigh) =>
        Avx512BW.PackUnsignedSaturate(
            Vector512.ShiftRightArithmetic(Avx512BW.AddSaturate(low, colorLow), 6),
            Vector512.ShiftRightArithmetic(Avx512BW.AddSaturate(high, colorHigh), 6));
}
