using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Weighs whole rows together, byte by byte: the vertical half of scaling. Reads nothing outside the given bytes of each row.
/// <para>Pixels are taken as signed (value - 128) and weights as unsigned bytes, because a weight may be 128; with a sum of 128 the 16-bit
/// accumulators then hold any number of rows.</para></summary>
internal static unsafe class ColumnScaler
{
    private const ushort Round = 1 << 8;

    /// <summary>Writes <c>(sum of weight * row + 64) >> 7</c>.</summary>
    /// <param name="rows">Row addresses, an even number.</param>
    /// <param name="weights">One weight per row, together 128.</param>
    /// <param name="count">Rows, even.</param>
    /// <param name="destination">Receives <paramref name="bytes"/> bytes.</param>
    /// <param name="bytes">Bytes of each row.</param>
    /// <param name="set">The form to run.</param>
    public static void Scale(byte** rows, byte* weights, int count, byte* destination, int bytes, InstructionSet set)
    {
        if (set == InstructionSet.Avx512 && bytes >= 64) Scale512(rows, (ushort*)weights, count / 2, destination, bytes);
        else if (set >= InstructionSet.Avx2 && bytes >= 32) Scale256(rows, (ushort*)weights, count / 2, destination, bytes);
        else ScaleScalar(rows, weights, count, destination, bytes);
    }

    private static void ScaleScalar(byte** rows, byte* weights, int count, byte* destination, int bytes)
    {
        for (var x = 0; x < bytes; x++)
        {
            var sum = ScaleFilter.One / 2;
            for (var k = 0; k < count; k++) sum += weights[k] * rows[k][x];
            destination[x] = (byte)(sum >> 7);
        }
    }

    // The last step is laid over the one before so that it ends exactly at the row's end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale512(byte** rows, ushort* pairs, int count, byte* destination, int bytes)
    {
        var bias = Vector512.Create((byte)0x80);
        var round = Vector512.Create((short)Round);
        for (var x = 0; ; x = Math.Min(x + 64, bytes - 64))
        {
            var low = Vector512<short>.Zero;
            var high = Vector512<short>.Zero;
            for (var p = 0; p < count; p++)
            {
                var a = Vector512.Load(rows[2 * p] + x) ^ bias;
                var b = Vector512.Load(rows[2 * p + 1] + x) ^ bias;
                var weight = Vector512.Create(pairs[p]).AsByte();
                low += Avx512BW.MultiplyAddAdjacent(weight, Avx512BW.UnpackLow(a, b).AsSByte());
                high += Avx512BW.MultiplyAddAdjacent(weight, Avx512BW.UnpackHigh(a, b).AsSByte());
            }

            var packed = Avx512BW.PackSignedSaturate(Avx512BW.MultiplyHighRoundScale(low, round), Avx512BW.MultiplyHighRoundScale(high, round));
            (packed.AsByte() ^ bias).Store(destination + x);
            if (x == bytes - 64) return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale256(byte** rows, ushort* pairs, int count, byte* destination, int bytes)
    {
        var bias = Vector256.Create((byte)0x80);
        var round = Vector256.Create((short)Round);
        for (var x = 0; ; x = Math.Min(x + 32, bytes - 32))
        {
            var low = Vector256<short>.Zero;
            var high = Vector256<short>.Zero;
            for (var p = 0; p < count; p++)
            {
                var a = Vector256.Load(rows[2 * p] + x) ^ bias;
                var b = Vector256.Load(rows[2 * p + 1] + x) ^ bias;
                var weight = Vector256.Create(pairs[p]).AsByte();
                low += Avx2.MultiplyAddAdjacent(weight, Avx2.UnpackLow(a, b).AsSByte());
                high += Avx2.MultiplyAddAdjacent(weight, Avx2.UnpackHigh(a, b).AsSByte());
            }

            var packed = Avx2.PackSignedSaturate(Avx2.MultiplyHighRoundScale(low, round), Avx2.MultiplyHighRoundScale(high, round));
            (packed.AsByte() ^ bias).Store(destination + x);
            if (x == bytes - 32) return;
        }
    }
}
