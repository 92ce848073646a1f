using ConfEngine.Audio.Inputs;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Audio.Tests.Inputs;

public class DriftTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(-200)]
    [InlineData(0)]
    public void Ten_minutes_of_drift_stay_bounded_without_a_gap(double partsPerMillion)
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("camera", new AudioInputOptions { Realtime = true });
        input.Start(Signals.Samples(60 * 48));
        var random = new Random(5);
        var sent = 0L;
        double highest = 0, originAtFirst = 0, originAtLast = 0;
        const int Blocks = 60_000;
        const double Hertz = 375;
        var block = new float[960];
        float before = 0, beforeThat = 0;
        var roughest = 0f;
        for (var i = 0; i < Blocks; i++)
        {
            // The source's clock, with up to 15 ms of network jitter.
            var sourceMilliseconds = i * 10 * (1 + partsPerMillion * 1e-6);
            while (sent * 20 + 20 + random.Next(15) <= sourceMilliseconds)
                input.PushPcm(Signals.Tone(Hertz, 0.5, 960, sent * 960), 1, Signals.Samples(sent++ * 960));
            mixer.Mix(block, Mixer.BlockLength * i);
            for (var s = 0; s < 480; s++)
            {
                var sample = block[2 * s];
                if (i > 2000) roughest = Math.Max(roughest, Math.Abs(sample - 2 * before + beforeThat));
                beforeThat = before;
                before = sample;
            }

            if (i < 2000) continue;
            highest = Math.Max(highest, input.Buffered.Milliseconds);
            // Averaged over 100 s each: the delay itself moves a little.
            if (i is >= 2000 and < 12_000) originAtFirst += input.Origin.Milliseconds / 10_000;
            if (i >= Blocks - 10_000) originAtLast += input.Origin.Milliseconds / 10_000;
        }

        Assert.InRange(highest, 20, 80);
        // From the middle of the first to the middle of the last lie 480 s.
        Assert.Equal(-partsPerMillion * 0.48, originAtLast - originAtFirst, 4.0);
        Assert.InRange(input.Concealed, 0, 3);
        // A sine's second difference is at most amplitude * w^2; a click would be far above.
        Assert.InRange(roughest, 0, 0.5f * (float)Math.Pow(2 * Math.PI * Hertz / 48_000, 2) * 1.2f);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(8000)]
    [InlineData(15_000)]
    public void Reading_between_samples_keeps_level_and_purity(double hertz)
    {
        const double Speed = 1.0007;
        var input = Signals.Tone(hertz, 0.5, 49_000);
        var output = new float[48_000];
        FractionalResampler.Read(input, 0.3, Speed, output);
        var expected = hertz * Speed;
        Assert.Equal(20 * Math.Log10(0.5), Tone.Level(output, expected), 0.1);
        var rms = Signals.Rms(output);
        // Take the tone away; what is left is distortion.
        double re = 0, im = 0;
        for (var i = 0; i < output.Length; i++)
        {
            re += output[i] * Math.Cos(2 * Math.PI * expected * i / 48_000) * 2 / output.Length;
            im += output[i] * Math.Sin(2 * Math.PI * expected * i / 48_000) * 2 / output.Length;
        }

        for (var i = 0; i < output.Length; i++)
        {
            var angle = 2 * Math.PI * expected * i / 48_000;
            output[i] -= (float)(re * Math.Cos(angle) + im * Math.Sin(angle));
        }

        Assert.True(20 * Math.Log10(Signals.Rms(output) / rms) < (hertz < 10_000
            ? -70 : -40), $"{20 * Math.Log10(Signals.Rms(output) / rms):F1} dB");
    }
}
