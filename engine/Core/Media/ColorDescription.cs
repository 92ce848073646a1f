namespace ConfEngine.Core.Media;

/// <summary>The weights that make luma and colour differences out of red, green and blue.</summary>
public enum ColorMatrix
{
    /// <summary>ITU-R BT.601: standard definition, JPEG.</summary>
    Bt601,

    /// <summary>ITU-R BT.709: high definition.</summary>
    Bt709,

    /// <summary>ITU-R BT.2020, non-constant luminance.</summary>
    Bt2020,
}

/// <summary>Which code values are black and white.</summary>
public enum ColorRange
{
    /// <summary>Luma 16..235, chroma 16..240.</summary>
    Limited,

    /// <summary>0..255.</summary>
    Full,
}

/// <summary>Where a subsampled chroma sample sits among the luma samples that it colours.</summary>
public enum ChromaSiting
{
    /// <summary>In line with the left luma column, half-way between the rows (MPEG-2, H.264).</summary>
    Left,

    /// <summary>In the middle of the block (JPEG, MPEG-1).</summary>
    Center,

    /// <summary>On the top left luma sample (BT.2020 by default).</summary>
    TopLeft,
}

/// <summary>How the numbers of a picture are to be read as colours (ITU-T H.273 code points, cut down to what changes the pixels on a display).</summary>
/// <param name="Matrix">The YUV matrix.</param>
/// <param name="Range">The code range.</param>
/// <param name="Siting">The place of subsampled chroma.</param>
public readonly record struct ColorDescription(ColorMatrix Matrix, ColorRange Range, ChromaSiting Siting)
{
    /// <summary>What the engine's own I420 canvas uses: BT.709, limited range, left-sited.</summary>
    public static ColorDescription Canvas => new(ColorMatrix.Bt709, ColorRange.Limited, ChromaSiting.Left);

    /// <summary>What is meant when a stream says nothing: BT.601 below 720 lines, BT.709 from there on; limited range.</summary>
    public static ColorDescription Unspecified(int height) =>
        new(height < 720 ? ColorMatrix.Bt601 : ColorMatrix.Bt709, ColorRange.Limited, ChromaSiting.Left);
}
