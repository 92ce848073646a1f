using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>BGRA pixels to the samples of the I420 canvas (BT.709, limited range), weights in 1/256. Chroma is that of the mean of 2 × 2
/// pixels, which gives back exactly the samples that such a block was made from.</summary>
internal static unsafe class BgraToI420
{
    private const int LumaBias = 128 + (16 << 8);
    private const int ChromaBias = 512 + (128 << 10);
    private const uint LumaWeights = 16 | 157 << 8 | 47 << 16;
    private const uint UWeights = 112 | (256 - 86) << 8 | (256 - 26) << 16;
    private const uint VWeights = 256 - 10 | (256 - 102) << 8 | 112 << 16;

    /// <summary>Two rows of pixels to two of luma and one of each chroma. The rows may be the same.</summary>
    /// <param name="pixels0">Upper row.</param>
    /// <param name="pixels1">Lower row.</param>
    /// <param name="luma0">Receives the upper row's luma.</param>
    /// <param name="luma1">Receives the lower row's luma.</param>
    /// <param name="u">Receives (width + 1) / 2 samples of U.</param>
    /// <param name="v">Receives as many of V.</param>
    /// <param name="width">Pixels; of an odd width the last column counts twice.</param>
    /// <param name="set">The form to run.</param>
    public static void Rows(
        uint* pixels0, uint* pixels1, byte* luma0, byte* luma1, byte* u, byte* v, int width, InstructionSet set)
    {
        var x = 0;
        if (set >= InstructionSet.Avx2)
        {
            x = Luma256(pixels0, luma0, width);
            Luma256(pixels1, luma1, width);
            Chroma256(pixels0, pixels1, u, v, width);
        }

        for (; x < width; x++)
        {
            luma0[x] = (byte)((Weigh(pixels0[x], LumaWeights) + LumaBias) >> 8);
            luma1[x] = (byte)((Weigh(pixels1[x], LumaWeights) + LumaBias) >> 8);
            if ((x & 1) != 0) continue;
            var next = Math.Min(x + 1, width - 1);
            u[x / 2] = Difference(pixels0[x], pixels0[next], pixels1[x], pixels1[next], UWeights);
            v[x / 2] = Difference(pixels0[x], pixels0[next], pixels1[x], pixels1[next], VWeights);
        }
    }

    /// <summary>The canvas samples of a colour.</summary>
    public static (byte Y, byte U, byte V) Convert(Rgba color)
    {
        var pixel = PixelBlend.Pack(color);
        return ((byte)((Weigh(pixel, LumaWeights) + LumaBias) >> 8),
            Difference(pixel, pixel, pixel, pixel, UWeights), Difference(pixel, pixel, pixel, pixel, VWeights));
    }

    /// <summary>Luma above black of a premultiplied pixel, in 1/256.</summary>
    public static int LumaOf(uint pixel) => Weigh(pixel, LumaWeights);

    /// <summary>U above its middle of a premultiplied pixel, in 1/256.</summary>
    public static int UOf(uint pixel) => Weigh(pixel, UWeights);

    /// <summary>V above its middle of a premultiplied pixel, in 1/256.</summary>
    public static int VOf(uint pixel) => Weigh(pixel, VWeights);

    private static int Weigh(uint pixel, uint weights)
    {
        // Only luma's green weight needs the unsigned reading: a chroma weight never reaches 128.
        var green = weights == LumaWeights ? 157 : (sbyte)(weights >> 8);
        return (byte)pixel * (sbyte)weights + (byte)(pixel >> 8) * green + (byte)(pixel >> 16) * (sbyte)(weights >> 16);
    }

    private static byte Difference(uint a, uint b, uint c, uint d, uint weights) =>
        (byte)((Weigh(a, weights) + Weigh(b, weights) + Weigh(c, weights) + Weigh(d, weights) + ChromaBias) >> 10);

    // Pixels are taken as signed (value - 128) so that the weights may be unsigned: green's is above 127.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Luma256(uint* pixels, byte* luma, int width)
    {
        var x = 0;
        var order = Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7);
        for (; x + 32 <= width; x += 32)
        {
            var low = Avx2.PackSignedSaturate(Luma8(pixels + x), Luma8(pixels + x + 8));
            var high = Avx2.PackSignedSaturate(Luma8(pixels + x + 16), Luma8(pixels + x + 24));
            Avx2.PermuteVar8x32(Avx2.PackUnsignedSaturate(low, high).AsInt32(), order).AsByte().Store(luma + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Luma8(uint* pixels)
    {
        var signed = (Vector256.Load((byte*)pixels) ^ Vector256.Create((byte)0x80)).AsSByte();
        var pairs = Avx2.MultiplyAddAdjacent(Vector256.Create(LumaWeights).AsByte(), signed);
        var sum = Avx2.MultiplyAddAdjacent(pairs, Vector256.Create((short)1));
        return Vector256.ShiftRightArithmetic(sum + Vector256.Create(LumaBias + 128 * (16 + 157 + 47)), 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Chroma256(uint* pixels0, uint* pixels1, byte* u, byte* v, int width)
    {
        for (var x = 0; x + 32 <= width; x += 32)
        {
            Chroma16(pixels0 + x, pixels1 + x, UWeights).Store(u + x / 2);
            Chroma16(pixels0 + x, pixels1 + x, VWeights).Store(v + x / 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Chroma16(uint* pixels0, uint* pixels1, uint weights)
    {
        var low = Blocks(Columns(pixels0, pixels1, weights), Columns(pixels0 + 8, pixels1 + 8, weights));
        var high = Blocks(Columns(pixels0 + 16, pixels1 + 16, weights), Columns(pixels0 + 24, pixels1 + 24, weights));
        var words = Avx2.Permute4x64(Avx2.PackSignedSaturate(low, high).AsInt64(), 0b11_01_10_00).AsInt16();
        return Sse2.PackUnsignedSaturate(words.GetLower(), words.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Columns(uint* pixels0, uint* pixels1, uint weights)
    {
        var signed = Vector256.Create(weights).AsSByte();
        var ones = Vector256.Create((short)1);
        return Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Vector256.Load((byte*)pixels0), signed), ones)
            + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Vector256.Load((byte*)pixels1), signed), ones);
    }

    // Sums of neighbours: lanes of 128 bits hold blocks of a then of b, put in order once for four registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Blocks(Vector256<int> a, Vector256<int> b)
    {
        var sums = Avx2.Permute4x64(Avx2.HorizontalAdd(a, b).AsInt64(), 0b11_01_10_00).AsInt32();
        return Vector256.ShiftRightArithmetic(sums + Vector256.Create(ChromaBias), 10);
    }
}
