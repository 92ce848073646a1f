namespace ConfEngine.Audio;

/// <summary>Decibels and linear amplitude. 0 dBFS is the amplitude 1; a full-scale sine has an RMS level of -3.01 dBFS.</summary>
public static class DecibelMath
{
    /// <summary>The level given for silence: below what 24-bit samples can hold.</summary>
    public const float Silence = -150;

    /// <summary>The amplitude factor of <paramref name="decibels"/>; 0 for negative infinity.</summary>
    public static double ToAmplitude(double decibels) => Math.Pow(10, decibels / 20);

    /// <summary>Decibels of an amplitude, <see cref="Silence"/> at the least.</summary>
    public static float FromAmplitude(double amplitude) => FromPower(amplitude * amplitude);

    /// <summary>Decibels of a mean square, <see cref="Silence"/> at the least.</summary>
    public static float FromPower(double meanSquare) => meanSquare < 1e-15 ? Silence : (float)(10 * Math.Log10(meanSquare));
}
