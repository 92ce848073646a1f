using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Rows across by AVX2: 16 outputs a step in two halves, each half from up to four windows of 16 bytes.</summary>
internal static unsafe class ShuffleScaler256
{
    /// <summary>Scales one row. See <see cref="RowScaler.Scale"/>.</summary>
    public static void Scale(ShuffleTable table, byte* source, byte* destination) =>
        Scale(table.Bases, table.Entries, table.GroupCount, table.PairCount, table.WindowCount, source, destination);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(int* bases, byte* entries, int groups, int pairs, int windows, byte* source, byte* destination)
    {
        var bias = Vector256.Create((byte)0x80);
        var round = Vector256.Create((short)(1 << 8));
        for (var g = 0; g < groups; g++)
        {
            var left = source + bases[2 * g];
            var right = source + bases[2 * g + 1];
            var sum = Vector256<short>.Zero;
            for (var p = 0; p < pairs; p++)
            {
                var taps = Vector256<byte>.Zero;
                for (var w = 0; w < windows; w++, entries += 32)
                {
                    var window = Vector256.Create(Vector128.Load(left + 16 * w), Vector128.Load(right + 16 * w)) ^ bias;
                    taps |= Avx2.Shuffle(window, Vector256.LoadAligned(entries));
                }

                sum += Avx2.MultiplyAddAdjacent(Vector256.LoadAligned(entries), taps.AsSByte());
                entries += 32;
            }

            var rounded = Avx2.MultiplyHighRoundScale(sum, round);
            var packed = Sse2.PackSignedSaturate(rounded.GetLower(), rounded.GetUpper());
            (packed.AsByte() ^ Vector128.Create((byte)0x80)).Store(destination + 16 * g);
        }
    }
}
