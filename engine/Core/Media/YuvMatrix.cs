namespace ConfEngine.Core.Media;

/// <summary>The linear map between YUV code values and RGB in 0..1, from the luma weights of the matrix and the code range
/// (BT.601-7, BT.709-6, BT.2020-2). Both compositors take their constants from here.</summary>
public readonly record struct YuvMatrix
{
    private YuvMatrix(double kr, double kb, ColorRange range)
    {
        var kg = 1 - kr - kb;
        YOffset = range == ColorRange.Limited ? 16 : 0;
        YScale = range == ColorRange.Limited ? 255.0 / 219 : 1;
        var chroma = range == ColorRange.Limited ? 255.0 / 224 : 1;
        RedFromV = 2 * (1 - kr) * chroma;
        BlueFromU = 2 * (1 - kb) * chroma;
        GreenFromU = -2 * (1 - kb) * kb / kg * chroma;
        GreenFromV = -2 * (1 - kr) * kr / kg * chroma;
        Kr = kr;
        Kb = kb;
    }

    /// <summary>Weight of red in luma.</summary>
    public double Kr { get; }

    /// <summary>Weight of blue in luma.</summary>
    public double Kb { get; }

    /// <summary>The luma code of black.</summary>
    public double YOffset { get; }

    /// <summary>Factor from (luma code - <see cref="YOffset"/>) to an RGB code of 0..255.</summary>
    public double YScale { get; }

    /// <summary>Red per (V code - 128).</summary>
    public double RedFromV { get; }

    /// <summary>Green per (U code - 128); negative.</summary>
    public double GreenFromU { get; }

    /// <summary>Green per (V code - 128); negative.</summary>
    public double GreenFromV { get; }

    /// <summary>Blue per (U code - 128).</summary>
    public double BlueFromU { get; }

    /// <summary>The map for a picture described so.</summary>
    public static YuvMatrix For(ColorDescription color) => color.Matrix switch
    {
        ColorMatrix.Bt601 => new(0.299, 0.114, color.Range),
        ColorMatrix.Bt2020 => new(0.2627, 0.0593, color.Range),
        _ => new(0.2126, 0.0722, color.Range),
    };

    /// <summary>RGB codes 0..255 of one YUV triple, unclamped.</summary>
    public (double Red, double Green, double Blue) ToRgb(double y, double u, double v)
    {
        var luma = (y - YOffset) * YScale;
        return (luma + RedFromV * (v - 128), luma + GreenFromU * (u - 128) + GreenFromV * (v - 128), luma + BlueFromU * (u - 128));
    }

    /// <summary>YUV codes of one RGB triple in 0..255, unclamped.</summary>
    public (double Y, double U, double V) FromRgb(double red, double green, double blue)
    {
        var luma = Kr * red + (1 - Kr - Kb) * green + Kb * blue;
        return (luma / YScale + YOffset, (blue - luma) / BlueFromU + 128, (red - luma) / RedFromV + 128);
    }
}
