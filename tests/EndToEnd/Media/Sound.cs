using ConfEngine.TestKit.Media;

namespace ConfEngine.EndToEnd.Media;

/// <summary>Measures of 48 kHz stereo samples.</summary>
internal static class Sound
{
    public const int Rate = 48000;

    /// <summary>The level of a tone in one channel over one second, in dBFS. A second holds whole periods of every whole frequency.</summary>
    public static double Level(float[] stereo, int channel, int hertz, double fromSecond) =>
        Tone.Level(stereo.AsSpan((int)(fromSecond * Rate) * 2 + channel, Rate * 2 - 1), hertz, channels: 2);

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
