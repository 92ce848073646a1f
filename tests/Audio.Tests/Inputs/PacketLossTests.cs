using ConfEngine.Core.Time;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Audio.Tests.Inputs;

public class PacketLossTests
{
    private const int Packets = 100;

    [Fact]
    public void Reordered_and_doubled_packets_sound_as_if_nothing_had_happened()
    {
        var plain = Play(Enumerable.Range(0, Packets).ToArray(), out _);
        var order = Enumerable.Range(0, Packets).Select(i => i + (i % 4 == 1
            ? 1 : i % 4 == 2 ? -1 : 0)).SelectMany(i => new[] { i, i }).ToArray();
        var shuffled = Play(order, out var input);
        Assert.Equal(plain, shuffled);
        // The last packet lies beyond what is played.
        Assert.Equal(Packets - 1, input.Dropped);
        Assert.Equal((0, 0), (input.Concealed, input.Underruns));
    }

    [Fact]
    public void A_lost_packet_is_bridged()
    {
        var mix = Play([.. Enumerable.Range(0, Packets).Where(i => i != 50)], out var input);
        Assert.InRange(Signals.Rms(mix.AsSpan(50 * 960 + 100, 860)), 0.08, 0.3);
        Assert.Equal(2, input.Concealed);
        Assert.Equal((0, 0), (input.Dropped, input.Underruns));
        // What follows is in its place: the same as without loss once the decoder has found back.
        var whole = Play(Enumerable.Range(0, Packets).ToArray(), out _);
        for (var i = 60 * 960; i < 80 * 960; i++) Assert.Equal(whole[i], mix[i], 0.05);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sound_that_began_in_a_lost_packet_comes_back_from_the_copy_in_the_next(bool fec)
    {
        using var stream = new OpusStream(300, fec: true, bitrate: 40_000);
        using var mixer = new Mixer();
        var input = mixer.AddInput("stream");
        input.Start(MediaTime.Zero);
        for (var i = 0; i < 14; i++)
        {
            var packet = stream.Next(i < 11 ? 0 : 0.25);
            // Without the following packet in time there is no copy either.
            if (i != 11 && (fec || i < 11)) input.PushOpus(packet, Signals.Samples(i * 960));
        }

        var lost = Signals.MixAll(mixer, 0.24).AsSpan(11 * 960 + 480, 480);
        var first = Tone.Level(lost, 300);
        Assert.Equal(fec, first > -22);
    }

    [Fact]
    public void A_long_gap_fades_to_silence_and_does_not_shift_what_follows()
    {
        var mix = Play([.. Enumerable.Range(0, Packets).Where(i => i is < 40 or >= 60)], out var input);
        Assert.True(Signals.Rms(mix.AsSpan(40 * 960 + 200, 960)) > 0.05);
        Assert.Equal(0, Signals.Peak(mix.AsSpan(46 * 960, 13 * 960)));
        Assert.True(Signals.Rms(mix.AsSpan(61 * 960, 960)) > 0.1);
        Assert.InRange(input.Concealed, 8, 12);
    }

    [Fact]
    public void A_late_packet_is_dropped_and_counted()
    {
        using var stream = new OpusStream();
        using var mixer = new Mixer();
        var input = mixer.AddInput("late");
        input.Start(MediaTime.Zero);
        var packets = stream.Take(20);
        for (var i = 0; i < 5; i++) input.PushOpus(packets[i], Signals.Samples(i * 960));
        Signals.MixAll(mixer, 0.2);
        Assert.Equal(1, input.Underruns);
        input.PushOpus(packets[6], Signals.Samples(6 * 960));
        Signals.MixAll(mixer, 0.01, firstBlock: 20);
        Assert.Equal(1, input.Dropped);
    }

    [Fact]
    public void The_end_of_a_stream_is_no_fault()
    {
        var mix = Play(Enumerable.Range(0, 10).ToArray(), out var input, end: true);
        Assert.Equal((0, 0, 0), (input.Concealed, input.Dropped, input.Underruns));
        Assert.Equal(0, Signals.Peak(mix.AsSpan(10 * 960)));
    }

    [Fact]
    public void A_live_source_that_falls_behind_for_good_is_followed()
    {
        using var stream = new OpusStream();
        using var mixer = new Mixer();
        var input = mixer.AddInput("rerouted", new AudioInputOptions { Realtime = true });
        input.Start(MediaTime.FromMilliseconds(60));
        var packets = stream.Take(50);
        // From the second second on everything comes 500 ms later than before.
        var mix = Signals.MixAll(mixer, 4, block =>
        {
            var packet = block < 100 ? block : block - 50;
            if (block % 2 == 0 && (block < 100 || packet >= 100))
                input.PushOpus(packets[packet / 2 % 50], Signals.Samples(packet / 2 * 960));
        });
        Assert.True(Signals.Rms(mix.AsSpan(96_000)) > 0.1);
        Assert.InRange(input.Origin.Milliseconds, 500, 640);
        Assert.InRange(input.Dropped, 4, 10);
    }

    [Fact]
    public void Garbage_never_harms()
    {
        var random = new Random(7);
        using var stream = new OpusStream(channels: 2);
        using var mixer = new Mixer();
        var live = mixer.AddInput("live", new AudioInputOptions { Realtime = true });
        var file = mixer.AddInput("file");
        live.Start(MediaTime.Zero);
        file.Start(MediaTime.Zero);
        var mix = Signals.MixAll(mixer, 40, block =>
        {
            var packet = random.Next(3) == 0 ? stream.Next() : new byte[random.Next(0, 400)];
            if (packet.Length > 0 && random.Next(2) == 0) random.NextBytes(packet.AsSpan(random.Next(packet.Length)));
            var pts = MediaTime.FromMilliseconds(block * 10 + random.Next(-300, 300) * (random.Next(50) == 0 ? 1e9 : 1));
            live.PushOpus(packet, pts);
            file.PushOpus(packet, pts);
            if (random.Next(100) == 0) file.Reset();
            if (random.Next(20) == 0) file.Start(MediaTime.FromMilliseconds(random.Next(100_000)));
        });
        foreach (var sample in mix) Assert.InRange(sample, -1, 1);
        Assert.True(live.Dropped > 0);
    }

    private static float[] Play(int[] order, out AudioInput input, bool fec = false, bool end = false)
    {
        using var stream = new OpusStream(300, fec: fec, bitrate: fec ? 40_000 : 64_000);
        var packets = stream.Take(Packets);
        using var mixer = new Mixer();
        var played = mixer.AddInput("stream");
        played.Start(MediaTime.Zero);
        var next = 0;
        var mix = Signals.MixAll(mixer, Packets * 0.02 - 0.1, block =>
        {
            // 80 ms ahead.
            while (next < order.Length && order[next] * 2 < block + 8)
                played.PushOpus(packets[order[next]], Signals.Samples(order[next++] * 960L));
            if (end && next == order.Length) played.PushEnd();
        });
        input = played;
        return mix;
    }
}
