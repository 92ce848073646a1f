namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Rows of YUV samples to opaque BGRA pixels. Reads and writes exactly the given pixels.</summary>
internal static unsafe class YuvToBgra
{
    /// <summary>Two rows that share a row of chroma, one chroma sample for 2 × 2 pixels. The rows may be the same.</summary>
    /// <param name="luma0">Luma of the upper row.</param>
    /// <param name="luma1">Luma of the lower row.</param>
    /// <param name="u">U, (width + 1) / 2 samples.</param>
    /// <param name="v">V, likewise.</param>
    /// <param name="pixels0">Receives the upper row.</param>
    /// <param name="pixels1">Receives the lower row.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="color">The source's colour map.</param>
    /// <param name="set">The form to run.</param>
    public static void SharedRows(
        byte* luma0, byte* luma1, byte* u, byte* v, uint* pixels0, uint* pixels1, int width, in YuvCoefficients color, InstructionSet set)
    {
        if (set == InstructionSet.Avx512) YuvToBgra512.SharedRows(luma0, luma1, u, v, pixels0, pixels1, width, color);
        else if (set == InstructionSet.Avx2) YuvToBgra256.SharedRows(luma0, luma1, u, v, pixels0, pixels1, width, color);
        else
        {
            for (var x = 0; x < width; x++)
            {
                pixels0[x] = color.Convert(luma0[x], u[x / 2], v[x / 2]);
                pixels1[x] = color.Convert(luma1[x], u[x / 2], v[x / 2]);
            }
        }
    }

    /// <summary>One row with a chroma sample for every pixel.</summary>
    public static void FullRow(
        byte* luma, byte* u, byte* v, uint* pixels, int width, in YuvCoefficients color, InstructionSet set)
    {
        if (set >= InstructionSet.Avx2)
        {
            YuvToBgra256.FullRow(luma, u, v, pixels, width, color);
            return;
        }

        for (var x = 0; x < width; x++) pixels[x] = color.Convert(luma[x], u[x], v[x]);
    }
}
