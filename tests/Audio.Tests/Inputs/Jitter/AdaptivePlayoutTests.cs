using ConfEngine.Core.Time;
using ConfEngine.TestKit.Media;
using Xunit;

namespace ConfEngine.Audio.Tests.Inputs.Jitter;

public sealed class AdaptivePlayoutTests
{
    private const double Hertz = 440;
    private const double Amplitude = 0.25;

    // A sine's largest step from sample to sample.
    private static readonly double s_step = Amplitude * 2 * Math.PI * Hertz / Mixer.SampleRate;

    // 10 s hold whole periods, so that the end joins the beginning.
    private static readonly byte[][] s_tone = MakeTone();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(0, 15)]
    [InlineData(0, 30)]
    [InlineData(10, 0)]
    [InlineData(10, 5)]
    [InlineData(10, 15)]
    [InlineData(10, 30)]
    [InlineData(30, 0)]
    [InlineData(30, 5)]
    [InlineData(30, 15)]
    [InlineData(30, 30)]
    [InlineData(60, 0)]
    [InlineData(60, 5)]
    [InlineData(60, 15)]
    [InlineData(60, 30)]
    public void Only_what_is_lost_is_made_up_and_the_tone_stays_a_tone(double jitter, double loss)
    {
        foreach (var drift in new[] { -200.0, 200.0 })
        {
            using var simulation = new NetworkSimulation(s_tone, new NetworkConditions
            {
                JitterMilliseconds = jitter, LossPercent = loss, DoubledPercent = 2, DriftPpm = drift, Seed = (int)(jitter * 100 + loss + drift),
            });
            Check(simulation, jitter, loss, 40);
        }
    }

    [Fact]
    public void Twenty_minutes_are_like_one()
    {
        using var simulation = new NetworkSimulation(s_tone, new NetworkConditions
        {
            JitterMilliseconds = 30, LossPercent = 5, DoubledPercent = 1, DriftPpm = 200, Seed = 77,
        });
        Check(simulation, 30, 5, 1200);
    }

    private static void Check(NetworkSimulation simulation, double jitter, double loss, double seconds)
    {
        var input = simulation.Input;
        simulation.Run(15);
        var before = input.Figures;
        var sent = simulation.Sent;
        double longest = 0, shortest = 1000, buffered = 0;
        var sound = simulation.Run(seconds, () =>
        {
            longest = Math.Max(longest, input.CurrentDelay.Milliseconds);
            shortest = Math.Min(shortest, input.CurrentDelay.Milliseconds);
            buffered = Math.Max(buffered, input.Buffered.Milliseconds);
        });
        var packets = (double)(simulation.Sent - sent);
        var concealed = (input.Concealed - before.Concealed) / (seconds * 100) * 100;
        var late = (input.Figures.Late - before.Late) / packets * 100;
        var figures = $"concealed {concealed:F2} %, late {late:F2} %, delay {shortest:F0}..{longest:F0} ms, target {input.TargetDelay.Milliseconds:F0}, "
            + $"buffered {buffered:F0} ms, stretched {input.Figures.Stretched - before.Stretched}, steps {MaximumStep(sound) / s_step:F2}";
        Console.WriteLine($"FIG {jitter} {loss}: {figures}, off {FrequencyOff(sound):F2}, level {WorstLevel(sound):F2}");
        Assert.True(Math.Abs(concealed - loss) < 1.5, figures);
        Assert.True(late < 1, figures);
        Assert.True(shortest > 10 && longest < jitter + 60 && buffered < 200, figures);
        Assert.True(MaximumStep(sound) < s_step * (loss == 0 ? 1.5 : 4), figures);
    }

    private static byte[][] MakeTone()
    {
        using var stream = new OpusStream(Hertz);
        stream.Take(500);
        return stream.Take(500);
    }

    private static double MaximumStep(float[] sound)
    {
        var most = 0f;
        for (var i = 1; i < sound.Length; i++) most = Math.Max(most, Math.Abs(sound[i] - sound[i - 1]));
        return most;
    }

    // How far the strongest part of the worst second is from the tone, in Hz.
    private static double FrequencyOff(float[] sound)
    {
        var worst = 0.0;
        for (var second = 0; second < sound.Length / 48_000; second += 5)
        {
            var part = sound.AsMemory(second * 48_000, 48_000);
            var found = Enumerable.Range(-20, 41).Select(i => Hertz + i * 0.5).MaxBy(hertz => Tone.Level(part.Span, hertz));
            worst = Math.Max(worst, Math.Abs(found - Hertz));
        }

        return worst;
    }

    private static double WorstLevel(float[] sound)
    {
        var worst = 0.0;
        for (var second = 0; second < sound.Length / 48_000; second += 5)
            worst = Math.Min(worst, Tone.Level(sound.AsSpan(second * 48_000, 48_000), Hertz) - 20 * Math.Log10(Amplitude));
        return worst;
    }
}
