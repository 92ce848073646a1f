namespace ConfEngine.TestKit.Media;

/// <summary>Measures tones in 48 kHz sound.</summary>
public static class Tone
{
    private const int Rate = 48_000;
    private const double Silence = 1e-9;

    /// <summary>The level of a sine's amplitude in dBFS, 0 for one that reaches full scale; found by correlation, which keeps other tones out
    /// when the samples hold whole periods of each.</summary>
    /// <param name="samples">One channel, or interleaved from the channel in question on.</param>
    /// <param name="hertz">The tone.</param>
    /// <param name="channels">How far apart the channel's samples are.</param>
    public static double Level(ReadOnlySpan<float> samples, double hertz, int channels = 1)
    {
        var count = (samples.Length + channels - 1) / channels;
        double real = 0, imaginary = 0;
        for (var i = 0; i < count; i++)
        {
            var angle = Math.Tau * hertz * i / Rate;
            real += samples[i * channels] * Math.Cos(angle);
            imaginary += samples[i * channels] * Math.Sin(angle);
        }

        return 20 * Math.Log10(Math.Max(Silence, 2 * Math.Sqrt(real * real + imaginary * imaginary) / count));
    }
}
