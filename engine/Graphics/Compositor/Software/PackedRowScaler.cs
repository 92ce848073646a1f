using System.Runtime.Intrinsics;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Scales rows of four-byte pixels across: one pixel's four channels are one register.</summary>
internal static unsafe class PackedRowScaler
{
    /// <summary>Scales one row. See <see cref="RowScaler.Scale"/>; one form serves every machine.</summary>
    public static void Scale(ScaleFilter filter, byte* source, byte* destination)
    {
        var taps = filter.Taps;
        var first = filter.First;
        var weights = filter.Weights;
        for (var i = 0; i < first.Length; i++)
        {
            var pixels = (uint*)source + first[i];
            var sum = Vector128.Create(ScaleFilter.One / 2);
            for (var k = 0; k < taps; k++)
            {
                var wide = Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(pixels[k]).AsByte())).AsInt32();
                sum += wide * weights[i * taps + k];
            }

            var narrow = Vector128.Narrow(Vector128.ShiftRightArithmetic(sum, 7), Vector128<int>.Zero).AsUInt16();
            ((uint*)destination)[i] = Vector128.Narrow(narrow, narrow).AsUInt32().ToScalar();
        }
    }
}
