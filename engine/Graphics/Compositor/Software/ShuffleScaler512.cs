using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Rows across by AVX-512 VBMI: 32 outputs a step, each pair of taps one permute and one multiply-add.</summary>
internal static unsafe class ShuffleScaler512
{
    /// <summary>Scales one row. See <see cref="RowScaler.Scale"/>.</summary>
    public static void Scale(ShuffleTable table, byte* source, byte* destination)
    {
        var bases = table.Bases;
        var entries = table.Entries;
        var (groups, pairs) = (table.GroupCount, table.PairCount);
        if (table.WindowCount == 2) TwoWindows(bases, entries, groups, pairs, source, destination);
        else if (pairs == 1) OnePair(bases, entries, groups, source, destination);
        else if (pairs == 2) TwoPairs(bases, entries, groups, source, destination);
        else OneWindow(bases, entries, groups, pairs, source, destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OnePair(int* bases, byte* entries, int groups, byte* source, byte* destination)
    {
        var bias = Vector512.Create((byte)0x80);
        for (var g = 0; g < groups; g++, entries += 128)
        {
            var window = Vector512.Load(source + bases[g]) ^ bias;
            var taps = Avx512Vbmi.PermuteVar64x8(window, Vector512.LoadAligned(entries));
            Finish(Avx512BW.MultiplyAddAdjacent(Vector512.LoadAligned(entries + 64), taps.AsSByte()), destination + 32 * g);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoPairs(int* bases, byte* entries, int groups, byte* source, byte* destination)
    {
        var bias = Vector512.Create((byte)0x80);
        for (var g = 0; g < groups; g++, entries += 256)
        {
            var window = Vector512.Load(source + bases[g]) ^ bias;
            var taps0 = Avx512Vbmi.PermuteVar64x8(window, Vector512.LoadAligned(entries));
            var taps1 = Avx512Vbmi.PermuteVar64x8(window, Vector512.LoadAligned(entries + 128));
            var sum = Avx512BW.MultiplyAddAdjacent(Vector512.LoadAligned(entries + 64), taps0.AsSByte())
                + Avx512BW.MultiplyAddAdjacent(Vector512.LoadAligned(entries + 192), taps1.AsSByte());
            Finish(sum, destination + 32 * g);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneWindow(int* bases, byte* entries, int groups, int pairs, byte* source, byte* destination)
    {
        var bias = Vector512.Create((byte)0x80);
        for (var g = 0; g < groups; g++)
        {
            var window = Vector512.Load(source + bases[g]) ^ bias;
            var sum = Vector512<short>.Zero;
            for (var p = 0; p < pairs; p++, entries += 128)
            {
                var taps = Avx512Vbmi.PermuteVar64x8(window, Vector512.LoadAligned(entries));
                sum += Avx512BW.MultiplyAddAdjacent(Vector512.LoadAligned(entries + 64), taps.AsSByte());
            }

            Finish(sum, destination + 32 * g);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoWindows(int* bases, byte* entries, int groups, int pairs, byte* source, byte* destination)
    {
        var bias = Vector512.Create((byte)0x80);
        for (var g = 0; g < groups; g++)
        {
            var low = Vector512.Load(source + bases[g]) ^ bias;
            var high = Vector512.Load(source + bases[g] + 64) ^ bias;
            var sum = Vector512<short>.Zero;
            for (var p = 0; p < pairs; p++, entries += 128)
            {
                var taps = Avx512Vbmi.PermuteVar64x8x2(low, Vector512.LoadAligned(entries), high);
                sum += Avx512BW.MultiplyAddAdjacent(Vector512.LoadAligned(entries + 64), taps.AsSByte());
            }

            Finish(sum, destination + 32 * g);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Vector512<short> sum, byte* destination)
    {
        var rounded = Avx512BW.MultiplyHighRoundScale(sum, Vector512.Create((short)(1 << 8)));
        (Avx512BW.ConvertToVector256SByte(rounded).AsByte() ^ Vector256.Create((byte)0x80)).Store(destination);
    }
}
