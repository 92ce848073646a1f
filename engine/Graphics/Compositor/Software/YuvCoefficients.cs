using ConfEngine.Core.Media;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary><see cref="YuvMatrix"/> in fixed point with 6 fraction bits, made for 16-bit lanes:
/// <c>channel = clamp((luma + colour)
/// >> 6)</c>, luma = <c>(Y * 257 * YGain) >> 16</c>, colour = bias + rounded <c>(((C - 128) &lt;&lt; 8) * factor) >> 15</c>
/// summed over U and V. Within 0.6 of a code value of the exact result.</summary>
internal readonly record struct YuvCoefficients
{
    private const double Factor = 64 * 128;

    /// <summary>The constants of a picture described so.</summary>
    public YuvCoefficients(ColorDescription color)
    {
        var matrix = YuvMatrix.For(color);
        YGain = (ushort)Math.Round(matrix.YScale * 64 * 65536 / 257);
        Bias = (short)Math.Round(32 - matrix.YOffset * matrix.YScale * 64);
        RedFromV = (short)Math.Round(matrix.RedFromV * Factor);
        GreenFromU = (short)Math.Round(matrix.GreenFromU * Factor);
        GreenFromV = (short)Math.Round(matrix.GreenFromV * Factor);
        BlueFromU = (short)Math.Round(matrix.BlueFromU * Factor);
    }

    /// <summary>Luma gain.</summary>
    public ushort YGain { get; }

    /// <summary>Black level and rounding.</summary>
    public short Bias { get; }

    /// <summary>Factor of V in red.</summary>
    public short RedFromV { get; }

    /// <summary>Factor of U in green.</summary>
    public short GreenFromU { get; }

    /// <summary>Factor of V in green.</summary>
    public short GreenFromV { get; }

    /// <summary>Factor of U in blue.</summary>
    public short BlueFromU { get; }

    /// <summary>One pixel, opaque.</summary>
    public uint Convert(byte y, byte u, byte v)
    {
        var luma = FixedPoint.Luma(y, YGain);
        var red = FixedPoint.Channel(luma, FixedPoint.Chroma(v, RedFromV) + Bias);
        var green = FixedPoint.Channel(luma, FixedPoint.Chroma(u, GreenFromU) + FixedPoint.Chroma(v, GreenFromV) + Bias);
        var blue = FixedPoint.Channel(luma, FixedPoint.Chroma(u, BlueFromU) + Bias);
        return 0xFF000000u | (uint)red << 16 | (uint)green << 8 | blue;
    }
}
