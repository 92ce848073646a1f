using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Tests;

/// <summary>Sounds with known properties, and the properties of sounds.</summary>
internal static class Signals
{
    public static float[] Tone(double hertz, double amplitude, int samples, long start = 0)
    {
        var tone = new float[samples];
        for (var i = 0; i < samples; i++) tone[i] = (float)(amplitude * Math.Sin(2 * Math.PI * hertz * (start + i) / Mixer.SampleRate));
        return tone;
    }

    public static float[] Noise(int samples, double amplitude, int seed)
    {
        var random = new Random(seed);
        var noise = new float[samples];
        for (var i = 0; i < samples; i++) noise[i] = (float)((random.NextDouble() * 2 - 1) * amplitude);
        return noise;
    }

    public static double Rms(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples) sum += sample * sample;
        return Math.Sqrt(sum / samples.Length);
    }

    public static double Peak(ReadOnlySpan<float> samples)
    {
        var peak = 0f;
        foreach (var sample in samples) peak = Math.Max(peak, Math.Abs(sample));
        return peak;
    }

    /// <summary>Mixes some time and gives one channel of it.</summary>
    public static float[] MixAll(Mixer mixer, double seconds, Action<long>? beforeBlock = null, int channel = 0, long firstBlock = 0)
    {
        var blocks = (int)Math.Round(seconds * 100);
        var result = new float[blocks * Mixer.BlockSamples];
        var block = new float[Mixer.BlockSamples * 2];
        for (var i = 0; i < blocks; i++)
        {
            beforeBlock?.Invoke(firstBlock + i);
            mixer.Mix(block, Mixer.BlockLength * (firstBlock + i));
            for (var s = 0; s < Mixer.BlockSamples; s++) result[i * Mixer.BlockSamples + s] = block[2 * s + channel];
        }

        return result;
    }

    public static MediaTime Samples(long count) => SampleTime.FromSamples(count);
}
