using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Composing;

/// <summary>Known tones come out of the mix at known levels.</summary>
public sealed class MixParityTests(MediaFolder media)
{
    private const int Left = 0;
    private const int Right = 1;

    [Fact]
    public void Every_tone_keeps_its_level()
    {
        using var folder = new TempFolder();
        Mix("mono.wav", "stereo.wav", "stereo.opus,gain=6", "mono.m4a,gain=-6", "mono44100.wav", "loud.wav,muted", "--duration", "3", "--audio-out", folder["mix.wav"]);
        var mix = Decoded.Samples(folder["mix.wav"]);
        Assert.Equal(3 * Sound.Rate * 2, mix.Length);
        Expect(mix, 440, 0.1, 0.1);
        Expect(mix, 2200, 0.1, 0);
        Expect(mix, 2500, 0, 0.05);
        Expect(mix, 1000, 0.05 * 1.9953, 0.05 * 1.9953);
        Expect(mix, 1700, 0.12 / 1.9953, 0.12 / 1.9953);
        Expect(mix, 620, 0.07, 0.07);
        Expect(mix, 3000, 0, 0);
    }

    [Fact]
    public void Sound_in_a_recording_keeps_its_level()
    {
        using var folder = new TempFolder();
        Mix("mono.wav", "stereo.opus", "--size", "64x64", "--duration", "3", "--out", folder["wall.mp4"]);
        var mix = Decoded.Samples(folder["wall.mp4"]);
        Expect(mix, 440, 0.1, 0.1);
        Expect(mix, 1000, 0.05, 0.05);
        Assert.Equal(3.0, (double)mix.Length / 2 / Sound.Rate, 0.05);
    }

    [Fact]
    public void A_mix_ends_with_its_longest_source()
    {
        using var folder = new TempFolder();
        Mix("stereo.opus", "--audio-out", folder["mix.wav"]);
        // What the decoder still holds, rounded up to a frame, comes after.
        Assert.InRange((double)Decoded.Samples(folder["mix.wav"]).Length / 2 / Sound.Rate, 3.0, 3.1);
    }

    [Fact]
    public void What_is_too_loud_is_limited_not_clipped()
    {
        using var folder = new TempFolder();
        Mix("loud.wav,gain=12", "mono.wav,gain=12", "--duration", "3", "--audio-out", folder["mix.wav"]);
        var mix = Decoded.Samples(folder["mix.wav"]);
        Assert.InRange(mix.Skip(Sound.Rate * 2).Max(), 0.7f, 0.9f);
        // A clipped sine has harmonics at three and five times its frequency.
        Assert.True(Sound.Level(mix, Left, 9000, 1) < -50, $"third harmonic at {Sound.Level(mix, Left, 9000, 1):0.0} dBFS");
    }

    private void Mix(params string[] arguments)
    {
        var first = Array.FindIndex(arguments, argument => argument.StartsWith("--", StringComparison.Ordinal));
        var toNull = arguments.Contains("--out") ? Array.Empty<string>() : ["--no-video", "--out", "null:"];
        Confengine.RunIn(media.FullName, ["compose", .. arguments[..first].SelectMany(source => new[] { "--source", source }), .. arguments[first..], .. toNull]).Expect(0);
    }

    /// <summary>Fails unless a tone has these amplitudes within half a decibel; 0 is silence, below -70 dBFS.</summary>
    private static void Expect(float[] mix, int hertz, double left, double right)
    {
        foreach (var (channel, amplitude) in new[] { (Left, left), (Right, right) })
        {
            var level = Sound.Level(mix, channel, hertz, 1);
            if (amplitude == 0) Assert.True(level < -70, $"{hertz} Hz is heard at {level:0.0} dBFS in channel {channel}");
            else Assert.True(Math.Abs(level - 20 * Math.Log10(amplitude)) <= 0.5, $"{hertz} Hz at {level:0.00} instead of {20 * Math.Log10(amplitude):0.00} dBFS in channel {channel}");
        }
    }
}
