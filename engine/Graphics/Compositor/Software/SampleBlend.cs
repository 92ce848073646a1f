using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Blends onto rows of 8-bit samples of one plane; arithmetic as in <see cref="PixelBlend"/>.</summary>
internal static unsafe class SampleBlend
{
    /// <summary>Lays one value over a row where coverage says so.</summary>
    public static void Value(byte* row, byte* coverage, int samples, byte value, byte alpha, InstructionSet set)
    {
        var x = set >= InstructionSet.Avx2 ? Value256(row, coverage, samples, value, alpha) : 0;
        for (; x < samples; x++)
        {
            var a = PixelBlend.By255(coverage[x] * alpha);
            row[x] = (byte)PixelBlend.By255(row[x] * (255 - a) + value * a);
        }
    }

    /// <summary>Lays samples over a row by coverage.</summary>
    public static void Samples(byte* row, byte* samples, byte* coverage, int count)
    {
        for (var x = 0; x < count;)
        {
            if (count - x >= 8 && Unsafe.ReadUnaligned<ulong>(coverage + x) == ulong.MaxValue)
            {
                Unsafe.CopyBlockUnaligned(row + x, samples + x, 8);
                x += 8;
                continue;
            }

            row[x] = (byte)PixelBlend.By255(row[x] * (255 - coverage[x]) + samples[x] * coverage[x]);
            x++;
        }
    }

    /// <summary>Lays premultiplied samples over a row: what is below keeps (255 - alpha) / 255 of its distance from zero.</summary>
    /// <param name="row">What is below; receives the result.</param>
    /// <param name="samples">Premultiplied distance from zero, plus <paramref name="zero"/>.</param>
    /// <param name="alpha">Alpha of each sample.</param>
    /// <param name="count">Samples.</param>
    /// <param name="zero">The code of no light or no colour: 16 for luma, 128 for chroma.</param>
    /// <param name="set">The form to run.</param>
    public static void Over(byte* row, byte* samples, byte* alpha, int count, byte zero, InstructionSet set)
    {
        var x = set >= InstructionSet.Avx2 ? Over256(row, samples, alpha, count, zero) : 0;
        for (; x < count; x++)
            row[x] = (byte)Math.Clamp(PixelBlend.By255(row[x] * (255 - alpha[x]) + zero * alpha[x]) + samples[x] - zero, 0, 255);
    }

    /// <summary>Coverage of blocks of 2 × 2 pixels: the mean of four.</summary>
    public static void Average(byte* upper, byte* lower, byte* blocks, int count)
    {
        for (var i = 0; i < count; i++)
            blocks[i] = (byte)((upper[2 * i] + upper[2 * i + 1] + lower[2 * i] + lower[2 * i + 1] + 2) >> 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Value256(byte* row, byte* coverage, int samples, byte value, byte alpha)
    {
        var x = 0;
        var values = Vector256.Create((ushort)value);
        var factor = Vector256.Create((ushort)alpha);
        for (; x + 16 <= samples; x += 16)
        {
            var cover = Vector128.Load(coverage + x);
            if (cover == Vector128<byte>.Zero) continue;
            var a = By255(Avx2.ConvertToVector256Int16(cover).AsUInt16() * factor);
            var below = Avx2.ConvertToVector256Int16(Vector128.Load(row + x)).AsUInt16();
            var mixed = By255(below * (Vector256.Create((ushort)255) - a) + values * a).AsInt16();
            Sse2.PackUnsignedSaturate(mixed.GetLower(), mixed.GetUpper()).Store(row + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Over256(byte* row, byte* samples, byte* alpha, int count, byte zero)
    {
        var x = 0;
        var zeros = Vector256.Create((ushort)zero);
        for (; x + 16 <= count; x += 16)
        {
            var a = Avx2.ConvertToVector256Int16(Vector128.Load(alpha + x)).AsUInt16();
            if (a == Vector256<ushort>.Zero) continue;
            var below = Avx2.ConvertToVector256Int16(Vector128.Load(row + x)).AsUInt16();
            var above = Avx2.ConvertToVector256Int16(Vector128.Load(samples + x)).AsUInt16();
            var sum = (By255(below * (Vector256.Create((ushort)255) - a) + zeros * a) + above - zeros).AsInt16();
            Sse2.PackUnsignedSaturate(sum.GetLower(), sum.GetUpper()).Store(row + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> By255(Vector256<ushort> product)
    {
        var rounded = product + Vector256.Create((ushort)128);
        return Vector256.ShiftRightLogical(rounded + Vector256.ShiftRightLogical(rounded, 8), 8);
    }
}
