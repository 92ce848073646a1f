using ConfEngine.Audio.Synthesis;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Audio.Tests.Synthesis;

public class SyntheticVoiceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_beep_begins_on_the_second(bool opus)
    {
        var mix = Render(new SyntheticVoiceOptions { Beep = true, Opus = opus }, 4.5);
        for (var second = 0; second <= 4; second++)
        {
            var from = Math.Max(0, second * 48_000 - 4800);
            var onset = from;
            while (Math.Abs(mix[onset]) < 0.06) onset++;
            Assert.InRange((onset - second * 48_000) / 48.0, second == 0 ? 0 : -1, 1);
            Assert.Equal(DecibelMath.FromAmplitude(0.25), Tone.Level(mix.AsSpan(second * 48_000 + 240, 960), 1000), 1.5);
            Assert.True(Signals.Peak(mix.AsSpan(second * 48_000 + 4800, 9600)) < 0.02);
        }
    }

    [Fact]
    public void Speaks_in_its_turn_and_is_silent_otherwise()
    {
        var mix = Render(new SyntheticVoiceOptions { Talk = new TalkTurn(1, 3, 2), PitchHertz = 150 }, 6);
        Assert.True(Signals.Rms(mix.AsSpan(0, 95_000)) < 1e-3);
        Assert.InRange(DecibelMath.FromAmplitude(Signals.Rms(mix.AsSpan(96_000, 96_000))), -26, -16);
        Assert.InRange(Signals.Peak(mix), 0, 0.9);
        Assert.True(Signals.Rms(mix.AsSpan(200_000)) < 1e-3);
    }

    [Fact]
    public void Two_voices_differ_and_the_same_one_does_not()
    {
        var options = new SyntheticVoiceOptions { Talk = new TalkTurn(0, 1, 1), PitchHertz = 110 };
        Assert.Equal(Render(options, 1), Render(options, 1));
        Assert.NotEqual(Render(options, 1), Render(options with { PitchHertz = 180 }, 1));
        Assert.Equal(12, Enumerable.Range(0, 12).Select(SyntheticVoiceOptions.PitchOf).Distinct().Count());
    }

    [Fact]
    public void Makes_no_more_than_is_wanted()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("voice");
        using var voice = new SyntheticVoice(new SyntheticVoiceOptions(), input);
        for (var i = 0; i < 100; i++) voice.Step(default);
        Assert.InRange(voice.Position.Milliseconds, 120, 150);
        Assert.Equal(long.MaxValue, voice.Urgency(default));
    }

    private static float[] Render(SyntheticVoiceOptions options, double seconds)
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("voice");
        input.Start(MediaTime.Zero);
        using var voice = new SyntheticVoice(options, input);
        var mix = Signals.MixAll(mixer, seconds, _ =>
        {
            while (input.WantsMore) voice.Step(default);
        });
        Assert.Equal((0, 0, 0), (input.Concealed, input.Dropped, input.Underruns));
        return mix;
    }
}
