using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Rows across for strong reductions (beyond about 4 to 1), where one output has so many taps that a register is filled by
/// them.</summary>
internal static unsafe class TapScaler
{
    /// <summary>Scales one row. See <see cref="RowScaler.Scale"/>; needs AVX2.</summary>
    public static void Scale(ScaleFilter filter, byte* source, byte* destination)
    {
        fixed (int* first = filter.First)
        fixed (byte* weights = filter.Weights)
            Scale(first, weights, filter.Count, filter.Taps, source, destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(int* first, byte* weights, int count, int taps, byte* source, byte* destination)
    {
        var bias = Vector128.Create((byte)0x80);
        var ones = Vector128.Create((short)1);
        for (var i = 0; i < count; i++, weights += taps)
        {
            var pixels = source + first[i];
            var sums = Vector128<int>.Zero;
            var k = 0;
            for (; k + 16 <= taps; k += 16)
            {
                var products = Ssse3.MultiplyAddAdjacent(Vector128.Load(weights + k), (Vector128.Load(pixels + k) ^ bias).AsSByte());
                sums += Sse2.MultiplyAddAdjacent(products, ones);
            }

            var sum = Vector128.Sum(sums);
            for (; k < taps; k++) sum += weights[k] * (pixels[k] - 128);
            destination[i] = (byte)(((sum + ScaleFilter.One / 2) >> 7) + 128);
        }
    }
}
