using Concentus;
using ConfEngine.Audio.Live;
using ConfEngine.Core.Time;
using Xunit;

namespace ConfEngine.Audio.Tests.Live;

public sealed class LiveOpusEncoderTests
{
    private const int BlockSamples = Mixer.BlockSamples;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_packet_decodes_to_what_went_in_at_its_place(int channels)
    {
        using var encoder = new LiveOpusEncoder(channels, 96_000);
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, channels);
        var start = MediaTime.FromSeconds(5);
        var decoded = new List<float>();
        var first = MediaTime.MaxValue;
        var expectedPts = start - encoder.Lookahead;
        Feed(encoder, 100, start, (packet, pts, _, _) =>
        {
            Assert.Equal(expectedPts.Nanoseconds, pts.Nanoseconds, 20.0);
            if (pts < first) first = pts;
            var pcm = new float[960 * channels];
            Assert.Equal(960, decoder.Decode(packet, pcm, 960));
            for (var i = 0; i < 960; i++) decoded.Add(pcm[i * channels]);
            expectedPts += MediaTime.FromMilliseconds(20);
        });
        Assert.Equal(50 * 960, decoded.Count);
        // What lies at position p in the input lies at p in the output.
        var lag = BestLag(decoded, (int)SampleTime.ToSamples(start - first));
        Assert.InRange(lag, -2, 2);
    }

    [Theory]
    [InlineData(1.0, 3)]
    [InlineData(0.1, 23)]
    [InlineData(0.001, 63)]
    [InlineData(0.0, 127)]
    public void The_level_is_that_of_RFC_6464(double amplitude, int expected)
    {
        using var encoder = new LiveOpusEncoder(1, 32_000);
        var levels = new List<int>();
        Feed(encoder, 20, default, (_, _, level, _) => levels.Add(level), amplitude);
        Assert.Equal(10, levels.Count);
        Assert.All(levels, level => Assert.Equal(expected, level));
    }

    [Fact]
    public void Speech_is_marked_from_its_onset_until_after_its_end()
    {
        using var encoder = new LiveOpusEncoder(1, 32_000);
        var marks = new List<bool>();
        OpusPacketHandler keep = (_, _, _, isSpeech) => marks.Add(isSpeech);
        Feed(encoder, 100, default, keep, 0);
        Feed(encoder, 100, MediaTime.FromSeconds(1), keep, 0.2);
        Feed(encoder, 100, MediaTime.FromSeconds(2), keep, 0);
        Assert.DoesNotContain(true, marks[..50]);
        Assert.All(marks[53..110], Assert.True);
        Assert.False(marks[^1]);
    }

    [Fact]
    public void Silence_costs_next_to_nothing_with_Dtx_and_a_short_packet_announces_it()
    {
        using var encoder = new LiveOpusEncoder(1, 32_000, new LiveOpusOptions { Dtx = true });
        var sizes = new List<(long Pts, int Bytes)>();
        OpusPacketHandler keep = (packet, pts, _, _) => sizes.Add((pts.Nanoseconds, packet.Length));
        Feed(encoder, 50, default, keep, 0.2);
        Assert.Equal(25, sizes.Count);
        sizes.Clear();
        Feed(encoder, 500, MediaTime.FromMilliseconds(500), keep, 0);
        Assert.InRange(sizes.Count, 10, 60);
        // Wherever packets were left out, the one before said so.
        var gaps = sizes.Zip(sizes.Skip(1)).Where(pair => pair.Second.Pts - pair.First.Pts > 21_000_000).ToList();
        Assert.NotEmpty(gaps);
        Assert.All(gaps, pair => Assert.InRange(pair.First.Bytes, 1, 2));
    }

    [Fact]
    public void A_lost_packet_can_be_rebuilt_from_the_one_behind_it_when_loss_is_expected()
    {
        Assert.InRange(RebuiltLevel(0), 0, 0.001);
        Assert.InRange(RebuiltLevel(20), 0.03, 0.3);
    }

    [Fact]
    public void A_break_in_the_positions_does_not_join_what_does_not_belong_together()
    {
        using var encoder = new LiveOpusEncoder(1, 32_000);
        var starts = new List<MediaTime>();
        OpusPacketHandler keep = (_, pts, _, _) => starts.Add(pts + encoder.Lookahead);
        Feed(encoder, 3, default, keep);
        Feed(encoder, 4, MediaTime.FromSeconds(10), keep);
        Assert.Equal([0, 10_000, 10_020], starts.Select(at => (long)Math.Round(at.Milliseconds)));
    }

    [Fact]
    public void What_is_no_number_or_too_loud_does_no_harm()
    {
        using var encoder = new LiveOpusEncoder(2, 32_000);
        var block = new float[BlockSamples * 2];
        for (var i = 0; i < block.Length; i++)
            block[i] = (i % 4) switch { 0 => float.NaN, 1 => float.PositiveInfinity, 2 => -1e30f, _ => 0 };
        var levels = new List<int>();
        for (var i = 0; i < 10; i++) encoder.Write(block, Mixer.BlockLength * i, (_, _, level, _) => levels.Add(level));
        Assert.Equal([3, 3, 3, 3, 3], levels);
    }

    [Fact]
    public void Nothing_is_allocated_per_packet()
    {
        using var encoder = new LiveOpusEncoder(2, 64_000, new LiveOpusOptions { ExpectedLossPercent = 10, Dtx = true });
        var block = Stereo(Signals.Tone(440, 0.3, BlockSamples));
        var packets = 0;
        OpusPacketHandler count = (_, _, _, _) => packets++;
        for (var i = 0; i < 100; i++) encoder.Write(block, Mixer.BlockLength * i, count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 100; i < 300; i++) encoder.Write(block, Mixer.BlockLength * i, count);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        // An unchanging tone counts as noise, so that pauses are among them.
        Assert.InRange(packets, 20, 149);
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveOpusEncoder(3, 32_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveOpusEncoder(1, 500));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveOpusEncoder(1, 32_000, new LiveOpusOptions { Complexity = 11 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveOpusEncoder(1, 32_000, new LiveOpusOptions { ExpectedLossPercent = 101 }));
        using var encoder = new LiveOpusEncoder(1, 32_000);
        Assert.Throws<ArgumentException>(() => encoder.Write(new float[960 - 2], default, (_, _, _, _) => { }));
    }

    private static void Feed(LiveOpusEncoder encoder, int blocks, MediaTime at, OpusPacketHandler handler, double amplitude = 0.25)
    {
        for (var i = 0; i < blocks; i++)
            encoder.Write(Stereo(Chirp(amplitude, i * BlockSamples)), at + Mixer.BlockLength * i, handler);
    }

    // Sweeps, so that there is one lag only at which it fits itself.
    private static float[] Chirp(double amplitude, long start)
    {
        var samples = new float[BlockSamples];
        for (var i = 0; i < samples.Length; i++)
        {
            var t = (start + i) / 48_000.0;
            samples[i] = (float)(amplitude * Math.Sin(2 * Math.PI * (300 * t + 400 * t * t)));
        }

        return samples;
    }

    private static float[] Stereo(float[] mono) => [.. mono.SelectMany(sample => new[] { sample, sample })];

    private static int BestLag(List<float> decoded, int expected)
    {
        var original = Enumerable.Range(0, 100).SelectMany(i => Chirp(0.25, i * BlockSamples)).ToArray();
        return Enumerable.Range(-40, 81).MaxBy(lag =>
        {
            var sum = 0.0;
            for (var i = 10_000; i < 40_000; i++) sum += original[i] * decoded[i + expected + lag];
            return sum;
        });
    }

    // How loud is what the copy in a packet gives for its predecessor: silence when there is no copy and nothing to go on with.
    private static double RebuiltLevel(int expectedLoss)
    {
        using var encoder = new LiveOpusEncoder(1, 24_000, new LiveOpusOptions { ExpectedLossPercent = expectedLoss });
        byte[] last = [];
        Feed(encoder, 100, default, (packet, _, _, _) => last = packet.ToArray());
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, 1);
        var pcm = new float[960];
        decoder.Decode(last, pcm, 960, true);
        return Signals.Rms(pcm);
    }
}
