using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Tests.Inputs;

public class AudioInputTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 100)]
    [InlineData(12_345, 777)]
    public void Plays_on_the_sample(long originSamples, long ptsSamples)
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("click");
        input.Start(Signals.Samples(originSamples));
        var pcm = new float[960];
        pcm[0] = 0.5f;
        input.PushPcm(pcm, 1, Signals.Samples(ptsSamples));
        input.PushEnd();
        var mix = Signals.MixAll(mixer, 0.5);
        Assert.Equal(originSamples + ptsSamples, Array.FindIndex(mix, sample => sample != 0));
        Assert.Equal(0.5f, mix[originSamples + ptsSamples]);
    }

    [Fact]
    public void Nothing_is_heard_before_the_start()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("early");
        input.PushPcm(Signals.Tone(440, 0.5, 960), 1, MediaTime.Zero);
        Assert.Equal(0, Signals.Peak(Signals.MixAll(mixer, 0.1)));
        Assert.Equal(20, input.Buffered.Milliseconds, 0.01);
        input.Start(MediaTime.FromMilliseconds(100));
        Assert.True(Signals.Peak(Signals.MixAll(mixer, 0.02, firstBlock: 10)) > 0.4);
    }

    [Fact]
    public void Packets_follow_each_other_without_a_seam()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("tone");
        input.Start(MediaTime.Zero);
        var tone = Signals.Tone(440, 0.25, 48_000);
        var pushed = 0;
        var mix = Signals.MixAll(mixer, 1, _ =>
        {
            // Odd sizes, and time stamps rounded to a millisecond as some containers do.
            while (input.WantsMore && pushed < tone.Length)
            {
                var count = Math.Min(1023, tone.Length - pushed);
                var pts = MediaTime.FromMilliseconds(Math.Round(Signals.Samples(pushed).Milliseconds));
                Assert.True(input.PushPcm(tone.AsSpan(pushed, count), 1, pts));
                pushed += count;
            }
        });
        Assert.Equal(tone, mix);
        Assert.Equal((0, 0, 0), (input.Concealed, input.Dropped, input.Underruns));
    }

    [Fact]
    public void A_file_is_refused_when_full_and_asked_again()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("file");
        input.Start(MediaTime.Zero);
        var tone = Signals.Tone(440, 0.25, 960);
        var pushed = 0L;
        while (input.WantsMore)
        {
            Assert.True(input.PushPcm(tone, 1, Signals.Samples(pushed)));
            pushed += 960;
        }

        Assert.Equal(120, input.Buffered.Milliseconds, 0.01);
        while (input.PushPcm(tone, 1, Signals.Samples(pushed))) pushed += 960;
        Assert.InRange(input.Buffered.Seconds, 1, 1.5);
        Signals.MixAll(mixer, 0.01);
        // A reader that does not ask is refused as well once both ends are full.
        while (input.PushPcm(tone, 1, Signals.Samples(pushed))) pushed += 960;
        Signals.MixAll(mixer, input.Buffered.Seconds - 0.1, firstBlock: 1);
        Assert.True(input.WantsMore);
        Assert.Equal((0, 2, 0), (input.Concealed, input.Dropped, input.Underruns));
    }

    [Fact]
    public void A_live_source_that_floods_loses_its_oldest_and_stays_bounded()
    {
        using var stream = new OpusStream();
        using var mixer = new Mixer();
        var input = mixer.AddInput("flood", new AudioInputOptions { Realtime = true });
        var packets = stream.Take(50);
        var sent = 0L;
        input.Start(MediaTime.FromMilliseconds(60));
        var mix = Signals.MixAll(mixer, 5, _ =>
        {
            // Ten times real time.
            for (var i = 0; i < 5; i++, sent++) input.PushOpus(packets[sent % packets.Length], Signals.Samples(sent * 960));
            // 200 ms wait to be taken over, as much lies behind that, and a jump takes a block in which 100 ms more come.
            Assert.InRange(input.Buffered.Milliseconds, 0, 500);
        });
        Assert.True(input.Dropped > sent / 2);
        Assert.True(Signals.Rms(mix.AsSpan(24_000)) > 0.05);
    }

    [Fact]
    public void A_live_source_that_nobody_plays_stays_bounded()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("waiting", new AudioInputOptions { Realtime = true });
        var tone = Signals.Tone(440, 0.25, 960);
        for (var i = 0; i < 1000; i++) Assert.True(input.PushPcm(tone, 1, Signals.Samples(i * 960)));
        Assert.InRange(input.Dropped, 985, 995);
        Signals.MixAll(mixer, 0.1);
        for (var i = 1000; i < 2000; i++) Assert.True(input.PushPcm(tone, 1, Signals.Samples(i * 960)));
    }

    [Fact]
    public void Reset_forgets_the_past_and_its_time_stamps()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("again");
        input.Start(MediaTime.Zero);
        input.PushPcm(Signals.Tone(440, 0.5, 960), 1, MediaTime.FromSeconds(100));
        Assert.False(input.WantsMore && input.Buffered > MediaTime.FromSeconds(1));
        Signals.MixAll(mixer, 0.05);
        input.Reset();
        Assert.False(input.Started);
        Assert.True(input.WantsMore);
        Assert.Null(input.FirstPts);
        input.PushPcm(Signals.Tone(440, 0.5, 960), 1, MediaTime.Zero);
        input.PushEnd();
        input.Start(MediaTime.FromMilliseconds(50));
        Assert.True(Signals.Peak(Signals.MixAll(mixer, 0.02, firstBlock: 5)) > 0.4);
    }

    [Fact]
    public void Says_what_was_played()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("meter");
        Assert.Equal(MediaTime.MinValue, input.PlayedUntil);
        input.PushPcm(Signals.Tone(440, 0.5, 4800), 1, MediaTime.FromSeconds(7));
        Assert.Equal(7, input.FirstPts!.Value.Seconds, 1e-6);
        input.Start(MediaTime.FromSeconds(-7));
        Signals.MixAll(mixer, 0.05);
        Assert.Equal(7.05, input.PlayedUntil.Seconds, 1e-6);
        Assert.Equal(0.05, input.Buffered.Seconds, 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Samples_of_an_impossible_shape_are_refused(int channels)
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("odd");
        Assert.False(input.PushPcm(new float[960], channels, MediaTime.Zero));
        Assert.False(input.PushPcm(new float[961], 2, MediaTime.Zero));
        Assert.Equal(2, input.Dropped);
    }
}
