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
            Check(simulation, jitter, loss, 25);
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
        var (sent, lost) = (simulation.Sent, simulation.Lost);
        double longest = 0, shortest = 1000, buffered = 0;
        var sound = simulation.Run(seconds, () =>
        {
            longest = Math.Max(longest, input.CurrentDelay.Milliseconds);
            shortest = Math.Min(shortest, input.CurrentDelay.Milliseconds);
            buffered = Math.Max(buffered, input.Buffered.Milliseconds);
        });
        var packets = (double)(simulation.Sent - sent);
        var concealed = (input.Concealed - before.Concealed) / (seconds * 100) * 100;
        loss = (simulation.Lost - lost) / packets * 100;
        var late = (input.Figures.Late - before.Late) / packets * 100;
        var (step, level) = (MaximumStep(sound) / s_step, WorstLevel(sound));
        var figures = $"concealed {concealed:F2} % of {loss:F2} % lost, late {late:F2} %, delay {shortest:F0}..{longest:F0} ms, "
            + $"buffered {buffered:F0} ms, stretched {input.Figures.Stretched - before.Stretched}, steps {step:F2}, level {level:F2} dB";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(Math.Abs(concealed - loss) < 1, figures);
        Assert.True(late < 1, figures);
        // A block and some caution on top of the jitter; while something is lost, now and then a little more.
        Assert.True(shortest > 10 && longest < jitter + (loss == 0 ? 25 : 45) && buffered < 200, figures);
        // After several losses in a row the codec itself is off the mark for some milliseconds.
        Assert.True(step < (loss == 0 ? 1.2 : 12), figures);
        Assert.True(level > (loss == 0 ? -0.5 : -5), figures);
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

    // Of the tone in any second: half a hertz off would take 4 dB away.
    private static double WorstLevel(float[] sound)
    {
        var worst = 0.0;
        for (var second = 0; second < sound.Length / 48_000; second += 5)
            worst = Math.Min(worst, Tone.Level(sound.AsSpan(second * 48_000, 48_000), Hertz) - 20 * Math.Log10(Amplitude));
        return worst;
    }
}
