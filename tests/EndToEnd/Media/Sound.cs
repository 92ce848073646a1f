namespace ConfEngine.EndToEnd.Media;

/// <summary>Measures of 48 kHz stereo samples.</summary>
internal static class Sound
{
    public const int Rate = 48000;

    /// <summary>The level of a tone in one channel over one second, in dBFS: 0 for a sine that reaches full scale. The correlation with a
    /// whole number of periods keeps other whole frequencies out.</summary>
    public static double Level(float[] stereo, int channel, int hertz, double fromSecond)
    {
        var start = (int)(fromSecond * Rate);
        double real = 0, imaginary = 0;
        for (var i = 0; i < Rate; i++)
        {
            var sample = stereo[(start + i) * 2 + channel];
            var angle = Math.Tau * hertz * i / Rate;
            real += sample * Math.Cos(angle);
            imaginary += sample * Math.Sin(angle);
        }

        return 20 * Math.Log10(Math.Max(1e-9, 2 * Math.Sqrt(real * real + imaginary * imaginary) / Rate));
    }

    /// <summary>When sounds begin, in seconds: the first sample over <paramref name="threshold"/> after at least 300 ms below it.</summary>
    public static List<double> Onsets(float[] stereo, float threshold)
    {
        const int Silence = Rate * 3 / 10;
        var onsets = new List<double>();
        var lastLoud = -Silence;
        for (var i = 0; i < stereo.Length / 2; i++)
        {
            if (Math.Abs(stereo[i * 2]) < threshold) continue;
            if (i - lastLoud >= Silence) onsets.Add((double)i / Rate);
            lastLoud = i;
        }

        return onsets;
    }
}
