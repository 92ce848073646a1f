using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>The rows that make one output row, and the rows that the next one will need.</summary>
/// <param name="rows">Row addresses, an even number.</param>
/// <param name="weights">One weight per row, 0..127, together 128; so a 16-bit sum holds any number of rows.</param>
/// <param name="count">Rows, even, at least 2.</param>
/// <param name="ahead">First row not read yet.</param>
/// <param name="aheadCount">Rows from there to fetch into the cache meanwhile; may be 0.</param>
/// <param name="stride">From one such row to the next.</param>
internal readonly unsafe ref struct ColumnTaps(byte** rows, byte* weights, int count, byte* ahead, int aheadCount, nint stride)
{
    public readonly byte** Rows = rows;
    public readonly byte* Weights = weights;
    public readonly int Count = count;
    public readonly byte* Ahead = ahead;
    public readonly int AheadCount = aheadCount;
    public readonly nint Stride = stride;
}

/// <summary>Weighs whole rows together, byte by byte: the vertical half of scaling. Reads nothing outside the given bytes of each row.
/// Large pictures come from memory, not from a cache, and every new row is a new page: the loops ask for the next rows while they work
/// on these.</summary>
internal static unsafe class ColumnScaler
{
    private const short Round = 1 << 8;

    /// <summary>Writes <c>(sum of weight * row + 64) >> 7</c>.</summary>
    /// <param name="taps">What to weigh.</param>
    /// <param name="destination">Receives <paramref name="bytes"/> bytes.</param>
    /// <param name="bytes">Bytes of each row.</param>
    /// <param name="set">The form to run.</param>
    public static void Scale(in ColumnTaps taps, byte* destination, int bytes, InstructionSet set)
    {
        if (set == InstructionSet.Avx512 && bytes >= 64)
        {
            if (taps.Count == 2) OnePair512(taps, destination, bytes);
            else if (taps.Count == 4) TwoPairs512(taps, destination, bytes);
            else Pairs512(taps, destination, bytes);
        }
        else if (set >= InstructionSet.Avx2 && bytes >= 32) Pairs256(taps, destination, bytes);
        else ScaleScalar(taps, destination, bytes);
    }

    private static void ScaleScalar(in ColumnTaps taps, byte* destination, int bytes)
    {
        for (var x = 0; x < bytes; x++)
        {
            var sum = ScaleFilter.One / 2;
            for (var k = 0; k < taps.Count; k++) sum += taps.Weights[k] * taps.Rows[k][x];
            destination[x] = (byte)(sum >> 7);
        }
    }

    // In all of these the last step is laid over the one before so that it ends exactly at the row's end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OnePair512(in ColumnTaps taps, byte* destination, int bytes)
    {
        byte* row0 = taps.Rows[0], row1 = taps.Rows[1], ahead = taps.Ahead;
        var weight = Vector512.Create(((ushort*)taps.Weights)[0]).AsSByte();
        var (aheadCount, stride) = (taps.AheadCount, taps.Stride);
        for (var x = 0; ; x = Math.Min(x + 64, bytes - 64))
        {
            for (var k = 0; k < aheadCount; k++) Sse.Prefetch0(ahead + k * stride + x);
            var a = Vector512.Load(row0 + x);
            var b = Vector512.Load(row1 + x);
            var low = Avx512BW.MultiplyAddAdjacent(Avx512BW.UnpackLow(a, b), weight);
            var high = Avx512BW.MultiplyAddAdjacent(Avx512BW.UnpackHigh(a, b), weight);
            Finish(low, high).Store(destination + x);
            if (x == bytes - 64) return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoPairs512(in ColumnTaps taps, byte* destination, int bytes)
    {
        byte* row0 = taps.Rows[0], row1 = taps.Rows[1], row2 = taps.Rows[2], row3 = taps.Rows[3], ahead = taps.Ahead;
        var weight0 = Vector512.Create(((ushort*)taps.Weights)[0]).AsSByte();
        var weight1 = Vector512.Create(((ushort*)taps.Weights)[1]).AsSByte();
        var (aheadCount, stride) = (taps.AheadCount, taps.Stride);
        for (var x = 0; ; x = Math.Min(x + 64, bytes - 64))
        {
            for (var k = 0; k < aheadCount; k++) Sse.Prefetch0(ahead + k * stride + x);
            var a = Vector512.Load(row0 + x);
            var b = Vector512.Load(row1 + x);
            var c = Vector512.Load(row2 + x);
            var d = Vector512.Load(row3 + x);
            var low = Avx512BW.MultiplyAddAdjacent(Avx512BW.UnpackLow(a, b), weight0)
                + Avx512BW.MultiplyAddAdjacent(Avx512BW.UnpackLow(c, d), weight1);
            var high = Avx512BW.MultiplyAddAdjacent(Avx512BW.UnpackHigh(a, b), weight0)
                + Avx512BW.MultiplyAddAdjacent(Avx512BW.UnpackHigh(c, d), weight1);
            Finish(low, high).Store(destination + x);
            if (x == bytes - 64) return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pairs512(in ColumnTaps taps, byte* destination, int bytes)
    {
        var rows = taps.Rows;
        var weights = (ushort*)taps.Weights;
        var ahead = taps.Ahead;
        var (count, aheadCount, stride) = (taps.Count / 2, taps.AheadCount, taps.Stride);
        for (var x = 0; ; x = Math.Min(x + 64, bytes - 64))
        {
            for (var k = 0; k < aheadCount; k++) Sse.Prefetch0(ahead + k * stride + x);
            var low = Vector512<short>.Zero;
            var high = Vector512<short>.Zero;
            for (var p = 0; p < count; p++)
            {
                var a = Vector512.Load(rows[2 * p] + x);
                var b = Vector512.Load(rows[2 * p + 1] + x);
                var weight = Vector512.Create(weights[p]).AsSByte();
                low += Avx512BW.MultiplyAddAdjacent(Avx512BW.UnpackLow(a, b), weight);
                high += Avx512BW.MultiplyAddAdjacent(Avx512BW.UnpackHigh(a, b), weight);
            }

            Finish(low, high).Store(destination + x);
            if (x == bytes - 64) return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Finish(Vector512<short> low, Vector512<short> high)
    {
        var round = Vector512.Create(Round);
        return Avx512BW.PackUnsignedSaturate(Avx512BW.MultiplyHighRoundScale(low, round), Avx512BW.MultiplyHighRoundScale(high, round));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pairs256(in ColumnTaps taps, byte* destination, int bytes)
    {
        var rows = taps.Rows;
        var weights = (ushort*)taps.Weights;
        var ahead = taps.Ahead;
        var (count, aheadCount, stride) = (taps.Count / 2, taps.AheadCount, taps.Stride);
        var round = Vector256.Create(Round);
        for (var x = 0; ; x = Math.Min(x + 32, bytes - 32))
        {
            for (var k = 0; k < aheadCount; k++) Sse.Prefetch0(ahead + k * stride + x);
            var low = Vector256<short>.Zero;
            var high = Vector256<short>.Zero;
            for (var p = 0; p < count; p++)
            {
                var a = Vector256.Load(rows[2 * p] + x);
                var b = Vector256.Load(rows[2 * p + 1] + x);
                var weight = Vector256.Create(weights[p]).AsSByte();
                low += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(a, b), weight);
                high += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(a, b), weight);
            }

            var packed = Avx2.PackUnsignedSaturate(Avx2.MultiplyHighRoundScale(low, round), Avx2.MultiplyHighRoundScale(high, round));
            packed.Store(destination + x);
            if (x == bytes - 32) return;
        }
    }
}
