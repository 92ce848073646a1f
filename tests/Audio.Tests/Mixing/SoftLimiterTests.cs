using ConfEngine.Audio.Mixing;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Audio.Tests.Mixing;

public class SoftLimiterTests
{
    [Fact]
    public void Below_the_ceiling_not_a_bit_is_changed()
    {
        var limiter = new SoftLimiter();
        for (var i = 0; i < 50; i++)
        {
            var block = Stereo(Signals.Tone(997, 0.89, 480, i * 480));
            var copy = block.ToArray();
            limiter.Process(block);
            Assert.Equal(copy, block);
        }
    }

    [Theory]
    [InlineData(100, 2.0)]
    [InlineData(1000, 1.5)]
    [InlineData(1000, 8.0)]
    [InlineData(5000, 30.0)]
    public void A_loud_tone_is_turned_down_cleanly(double hertz, double amplitude)
    {
        var limiter = new SoftLimiter();
        var output = new List<float>();
        for (var i = 0; i < 100; i++)
        {
            var block = Stereo(Signals.Tone(hertz, amplitude, 480, i * 480));
            Assert.InRange(limiter.Process(block), 0, 1);
            Assert.InRange(Signals.Peak(block), 0, 0.99999);
            for (var s = 0; s < 480; s++) output.Add(block[2 * s]);
        }

        var settled = output.Skip(24_000).ToArray();
        Assert.InRange(Tone.Level(settled, hertz), -2.5, -0.9);
        for (var harmonic = 2; harmonic <= 5; harmonic++)
        {
            var level = Tone.Level(settled, hertz * harmonic);
            Assert.True(level < -45, $"harmonic {harmonic}: {level:F1} dB");
        }
    }

    [Fact]
    public void Comes_back_to_full_gain_after_a_shout()
    {
        var limiter = new SoftLimiter();
        limiter.Process(Stereo(Signals.Tone(500, 4, 480)));
        Assert.InRange(limiter.Gain, 0.2f, 0.3f);
        for (var i = 0; i < 300; i++) limiter.Process(Stereo(Signals.Tone(500, 0.1, 480, i * 480)));
        Assert.Equal(1, limiter.Gain);
    }

    [Fact]
    public void Noise_of_any_size_stays_below_full_scale()
    {
        var limiter = new SoftLimiter();
        for (var i = 0; i < 200; i++)
        {
            var block = Signals.Noise(960, Math.Pow(10, i % 7 - 2), i);
            limiter.Process(block);
            Assert.InRange(Signals.Peak(block), 0, 1);
        }
    }

    private static float[] Stereo(float[] mono) => [.. mono.SelectMany(sample => new[] { sample, sample })];
}
