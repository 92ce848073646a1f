using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Blends onto rows of opaque BGRA pixels, in sRGB code values, every product divided by 255 and rounded exactly.</summary>
internal static unsafe class PixelBlend
{
    /// <summary>A colour as an opaque BGRA pixel.</summary>
    public static uint Pack(Rgba color) => 0xFF000000u | (uint)color.R << 16 | (uint)color.G << 8 | color.B;

    /// <summary>product / 255, rounded, for 0..65025.</summary>
    public static int By255(int product) => (product + 128 + ((product + 128) >> 8)) >> 8;

    /// <summary>Lays one colour over a row where coverage says so; opacity is coverage times the colour's alpha.</summary>
    public static void Color(uint* row, byte* coverage, int pixels, Rgba color, InstructionSet set)
    {
        var x = set >= InstructionSet.Avx2 ? Color256(row, coverage, pixels, color) : 0;
        var source = Pack(color);
        for (; x < pixels; x++)
        {
            var alpha = By255(coverage[x] * color.A);
            if (alpha != 0) row[x] = Mix(row[x], source, alpha);
        }
    }

    /// <summary>Lays opaque pixels over a row by coverage.</summary>
    public static void Pixels(uint* row, uint* pixels, byte* coverage, int count)
    {
        for (var x = 0; x < count;)
        {
            if (count - x >= 8 && Unsafe.ReadUnaligned<ulong>(coverage + x) == ulong.MaxValue)
            {
                Unsafe.CopyBlockUnaligned(row + x, pixels + x, 32);
                x += 8;
                continue;
            }

            row[x] = Mix(row[x], pixels[x], coverage[x]);
            x++;
        }
    }

    /// <summary>Lays premultiplied pixels over a row.</summary>
    public static void Premultiplied(uint* row, uint* pixels, int count, byte opacity, InstructionSet set)
    {
        var x = set >= InstructionSet.Avx2 ? Premultiplied256(row, pixels, count, opacity) : 0;
        for (; x < count; x++)
        {
            var source = Scale(pixels[x], opacity);
            var below = Scale(row[x], 255 - (int)(source >> 24));
            row[x] = AddSaturate(below, source) | 0xFF000000u;
        }
    }

    /// <summary>Every byte of a pixel times factor / 255.</summary>
    public static uint Scale(uint pixel, int factor)
    {
        uint result = 0;
        for (var shift = 0; shift < 32; shift += 8) result |= (uint)By255((byte)(pixel >> shift) * factor) << shift;
        return result;
    }

    private static uint Mix(uint below, uint above, int alpha)
    {
        uint result = 0;
        for (var shift = 0; shift < 32; shift += 8)
            result |= (uint)By255((byte)(below >> shift) * (255 - alpha) + (byte)(above >> shift) * alpha) << shift;
        return result;
    }

    private static uint AddSaturate(uint a, uint b)
    {
        uint result = 0;
        for (var shift = 0; shift < 32; shift += 8)
            result |= (uint)Math.Min(255, (byte)(a >> shift) + (byte)(b >> shift)) << shift;
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Color256(uint* row, byte* coverage, int pixels, Rgba color)
    {
        var x = 0;
        var source = Vector256.Create(Pack(color)).AsByte();
        var sourceLow = Avx2.UnpackLow(source, Vector256<byte>.Zero).AsUInt16();
        var opacity = Vector256.Create((ushort)color.A);
        for (; x + 8 <= pixels; x += 8)
        {
            var eight = Unsafe.ReadUnaligned<ulong>(coverage + x);
            if (eight == 0) continue;
            var spread = Avx2.ConvertToVector256Int32(Vector128.CreateScalar(eight).AsByte()) * 0x01010101;
            var below = Vector256.Load((byte*)(row + x));
            var low = Mix256(Low(below), sourceLow, By255(Low(spread.AsByte()) * opacity));
            var high = Mix256(High(below), sourceLow, By255(High(spread.AsByte()) * opacity));
            Avx2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()).Store((byte*)(row + x));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Premultiplied256(uint* row, uint* pixels, int count, byte opacity)
    {
        var x = 0;
        var factor = Vector256.Create((ushort)opacity);
        var alphas = Vector256.Create(Vector128.Create((byte)3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15));
        for (; x + 8 <= count; x += 8)
        {
            var source = Vector256.Load((byte*)(pixels + x));
            if (source == Vector256<byte>.Zero) continue;
            source = Avx2.PackUnsignedSaturate(By255(Low(source) * factor).AsInt16(), By255(High(source) * factor).AsInt16());
            var keep = ~Avx2.Shuffle(source, alphas);
            var below = Vector256.Load((byte*)(row + x));
            var low = By255(Low(below) * Low(keep));
            var high = By255(High(below) * High(keep));
            var sum = Avx2.AddSaturate(Avx2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()), source);
            (sum.AsUInt32() | Vector256.Create(0xFF000000u)).Store(row + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Low(Vector256<byte> bytes) => Avx2.UnpackLow(bytes, Vector256<byte>.Zero).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> High(Vector256<byte> bytes) => Avx2.UnpackHigh(bytes, Vector256<byte>.Zero).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> By255(Vector256<ushort> product)
    {
        var rounded = product + Vector256.Create((ushort)128);
        return Vector256.ShiftRightLogical(rounded + Vector256.ShiftRightLogical(rounded, 8), 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Mix256(Vector256<ushort> below, Vector256<ushort> above, Vector256<ushort> alpha) =>
        By255(below * (Vector256.Create((ushort)255) - alpha) + above * alpha);
}
