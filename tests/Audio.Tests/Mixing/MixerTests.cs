using ConfEngine.Core.Time;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Audio.Tests.Mixing;

public class MixerTests
{
    [Theory]
    [InlineData(-20, 0)]
    [InlineData(-20, -6)]
    [InlineData(-26, 12)]
    [InlineData(-3, 0)]
    public void A_tone_comes_out_at_its_level_plus_gain(double level, double gain)
    {
        using var mixer = new Mixer();
        var input = Add(mixer, "tone", 1000, DecibelMath.ToAmplitude(level), new AudioInputOptions { GainDecibels = gain });
        var left = Signals.MixAll(mixer, 0.4);
        var right = Signals.MixAll(mixer, 0.4, channel: 1, firstBlock: 40);
        Assert.Equal(level + gain, Tone.Level(left, 1000), 0.01);
        Assert.Equal(level + gain, Tone.Level(right, 1000), 0.01);
        Assert.Equal(level + gain - 3.01, input.Level, 0.2);
        Assert.Equal(level + gain, mixer.PeakLevel, 0.1);
    }

    [Fact]
    public void Tones_of_many_sources_add_up_each_at_its_own_level()
    {
        using var mixer = new Mixer();
        double[] levels = [-20, -26, -32, -40];
        for (var i = 0; i < levels.Length; i++) Add(mixer, $"{i}", 500 * (i + 1), DecibelMath.ToAmplitude(levels[i]));
        var mix = Signals.MixAll(mixer, 0.5);
        for (var i = 0; i < levels.Length; i++) Assert.Equal(levels[i], Tone.Level(mix, 500 * (i + 1)), 0.05);
    }

    [Fact]
    public void Stereo_stays_stereo()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("stereo");
        input.Start(MediaTime.Zero);
        var pcm = new float[960];
        for (var i = 0; i < 480; i++) (pcm[2 * i], pcm[2 * i + 1]) = (0.1f, -0.2f);
        input.PushPcm(pcm, 2, MediaTime.Zero);
        input.PushPcm([.. Enumerable.Repeat(0.3f, 480)], 1, Signals.Samples(480));
        var block = new float[960];
        mixer.Mix(block, MediaTime.Zero);
        Assert.Equal((0.1f, -0.2f), (block[0], block[1]));
        mixer.Mix(block, Mixer.BlockLength);
        Assert.Equal((0.3f, 0.3f), (block[958], block[959]));
    }

    [Fact]
    public void Opus_of_two_channels_after_one_widens()
    {
        using var mono = new OpusStream(500);
        using var stereo = new OpusStream(500, 2);
        using var mixer = new Mixer();
        var input = mixer.AddInput("switch");
        input.Start(MediaTime.Zero);
        for (var i = 0; i < 20; i++) input.PushOpus(i < 10 ? mono.Next() : stereo.Next(), Signals.Samples(i * 960));
        var left = new List<float>();
        var right = new List<float>();
        var block = new float[960];
        for (var i = 0; i < 40; i++)
        {
            mixer.Mix(block, Mixer.BlockLength * i);
            for (var s = 0; s < 480; s++)
            {
                left.Add(block[2 * s]);
                right.Add(block[2 * s + 1]);
            }
        }

        Assert.Equal(left.Take(4800), right.Take(4800));
        Assert.Equal(6, 20 * Math.Log10(Signals.Rms(left.Skip(14_400).ToArray()) / Signals.Rms(right.Skip(14_400).ToArray())), 1.0);
        Assert.Equal(0, input.Concealed);
    }

    [Fact]
    public void Mute_and_gain_glide_without_a_click()
    {
        using var mixer = new Mixer();
        var input = Add(mixer, "tone", 250, 0.5);
        var mix = Signals.MixAll(mixer, 0.6, block =>
        {
            if (block == 20) input.Muted = true;
            if (block == 40) input.Muted = false;
            if (block == 50) input.GainDecibels = -20;
        });
        Assert.Equal(0, Signals.Peak(mix.AsSpan(21 * 480, 19 * 480)));
        Assert.Equal(-26, Tone.Level(mix.AsSpan(51 * 480, 9 * 480), 1000 / 4.0), 0.3);
        for (var i = 1; i < mix.Length; i++) Assert.InRange(Math.Abs(mix[i] - mix[i - 1]), 0, 0.018);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(1000, 24)]
    [InlineData(-1000, -60)]
    public void Gain_is_kept_within_limits(double asked, double kept)
    {
        using var mixer = new Mixer();
        Assert.Equal(kept, mixer.AddInput("x", new AudioInputOptions { GainDecibels = asked }).GainDecibels);
    }

    [Fact]
    public void Two_hundred_loud_sources_never_exceed_full_scale_and_allocate_nothing()
    {
        using var mixer = new Mixer();
        using var stream = new OpusStream(440);
        var packets = stream.Take(30);
        var inputs = Enumerable.Range(0, Mixer.MaximumInputs)
            .Select(i => mixer.AddInput($"{i}", new AudioInputOptions { Realtime = i % 2 == 1 })).ToArray();
        Assert.Throws<InvalidOperationException>(() => mixer.AddInput("one too many"));
        var block = new float[960];
        long before = 0;
        foreach (var input in inputs) input.Start(MediaTime.Zero);
        for (var i = 0; i < 50; i++)
        {
            if (i % 2 == 0)
                foreach (var input in inputs) input.PushOpus(packets[i / 2], Signals.Samples(i / 2 * 960));
            if (i == 20) before = GC.GetAllocatedBytesForCurrentThread();
            mixer.Mix(block, Mixer.BlockLength * i);
            if (i == 20) Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.InRange(Signals.Peak(block), 0, 1);
        }

        Assert.True(Signals.Peak(block) > 0.8);
    }

    [Fact]
    public void A_block_allocates_nothing_in_every_state_an_input_can_be_in()
    {
        using var mixer = new Mixer();
        using var stream = new OpusStream(440, 2);
        var packets = stream.Take(100);
        var live = mixer.AddInput("live", new AudioInputOptions { Realtime = true });
        var lossy = mixer.AddInput("lossy");
        live.Start(MediaTime.FromMilliseconds(60));
        lossy.Start(MediaTime.FromMilliseconds(60));
        var block = new float[960];
        var allocated = 0L;
        for (var i = 0; i < 200; i++)
        {
            if (i % 2 == 0) live.PushOpus(packets[i / 2], Signals.Samples(i / 2 * 960));
            if (i % 2 == 0 && i % 14 != 0 && i is < 120 or > 160) lossy.PushOpus(packets[i / 2], Signals.Samples(i / 2 * 960));
            var before = GC.GetAllocatedBytesForCurrentThread();
            mixer.Mix(block, Mixer.BlockLength * i);
            if (i > 5) allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
        Assert.True(lossy.Concealed > 10);
    }

    [Fact]
    public void Two_runs_give_the_same_bits()
    {
        Assert.Equal(Run(), Run());

        static float[] Run()
        {
            using var mixer = new Mixer();
            using var stream = new OpusStream(440);
            var opus = mixer.AddInput("opus");
            opus.Start(MediaTime.Zero);
            Add(mixer, "tone", 777, 0.9);
            Add(mixer, "noise", 3333, 0.9);
            var sent = 0L;
            return Signals.MixAll(mixer, 1, _ =>
            {
                while (opus.WantsMore) opus.PushOpus(stream.Next(), Signals.Samples(sent++ * 960));
            });
        }
    }

    [Fact]
    public void A_removed_input_is_silent_and_harmless()
    {
        using var mixer = new Mixer();
        var input = Add(mixer, "gone", 500, 0.5);
        Signals.MixAll(mixer, 0.1);
        mixer.RemoveInput(input);
        mixer.RemoveInput(input);
        Assert.Equal(0, mixer.InputCount);
        Assert.Equal(0, Signals.Peak(Signals.MixAll(mixer, 0.1, firstBlock: 10)));
        using var stream = new OpusStream();
        input.PushOpus(stream.Next(), MediaTime.Zero);
    }

    [Fact]
    public void Inputs_may_come_and_go_while_it_mixes()
    {
        using var mixer = new Mixer();
        using var stream = new OpusStream();
        var packets = stream.Take(5);
        var stop = 0;
        var audio = new Thread(() =>
        {
            var block = new float[960];
            for (var i = 0L; Volatile.Read(ref stop) == 0; i++) mixer.Mix(block, Mixer.BlockLength * (i % 8));
        });
        audio.Start();
        for (var i = 0; i < 3000; i++)
        {
            var input = mixer.AddInput($"{i}");
            input.Start(MediaTime.Zero);
            for (var p = 0; p < packets.Length; p++) input.PushOpus(packets[p], Signals.Samples(p * 960));
            mixer.RemoveInput(input);
        }

        Volatile.Write(ref stop, 1);
        audio.Join();
        Assert.Equal(0, mixer.InputCount);
    }

    private static AudioInput Add(Mixer mixer, string name, double hertz, double amplitude, AudioInputOptions? options = null)
    {
        var input = mixer.AddInput(name, options);
        input.Start(MediaTime.Zero);
        input.PushPcm(Signals.Tone(hertz, amplitude, 48_000), 1, MediaTime.Zero);
        return input;
    }
}
