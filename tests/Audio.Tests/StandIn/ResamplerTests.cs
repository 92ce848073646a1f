using Concentus;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Audio.Tests.StandIn;

public class ResamplerTests
{
    [Fact]
    public void Twice_the_rate_keeps_tone_and_level()
    {
        using var resampler = ResamplerFactory.CreateResampler(1, 24_000, 48_000, 6);
        resampler.SkipZeroes();
        var input = new float[24_000];
        for (var i = 0; i < input.Length; i++) input[i] = (float)(0.5 * Math.Sin(2 * Math.PI * 1000 * i / 24_000));
        var output = new float[48_000];
        int taken = input.Length, made = output.Length;
        resampler.ProcessInterleaved(input.AsSpan(), ref taken, output.AsSpan(), ref made);
        Assert.Equal(input.Length, taken);
        Assert.InRange(made, 47_900, 48_000);
        Assert.Equal(20 * Math.Log10(0.5), Tone.Level(output.AsSpan(4800, 38_400), 1000), 0.05);
        resampler.GetRates(out var from, out var to);
        Assert.Equal((24_000, 48_000), (from, to));
    }

    [Fact]
    public void Lengths_beyond_the_spans_are_refused()
    {
        using var resampler = ResamplerFactory.CreateResampler(2, 44_100, 48_000, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            int taken = 100, made = 100;
            resampler.ProcessInterleaved(new float[100].AsSpan(), ref taken, new float[400].AsSpan(), ref made);
        });
        Assert.Throws<ArgumentException>(() => ResamplerFactory.CreateResampler(1, 44_100, 48_000, 11));
    }
}
