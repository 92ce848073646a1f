using ConfEngine.Audio.Inputs.Jitter;
using ConfEngine.Audio.Live;
using ConfEngine.Core.Time;
using Xunit;

namespace ConfEngine.Audio.Tests.Inputs.Jitter;

public sealed class PlayoutEventsTests
{
    private const double Hertz = 440;
    private const double StepLimit = 0.25 * 2 * Math.PI * Hertz / 48_000;

    [Fact]
    public void On_a_clean_network_sound_is_heard_within_the_budget_at_once()
    {
        using var simulation = Simulate(new NetworkConditions());
        simulation.Run(0.5);
        // And a block of 10 ms.
        Assert.InRange(simulation.Input.CurrentDelay.Milliseconds, 15, 50);
        simulation.Run(20);
        Assert.InRange(simulation.Input.CurrentDelay.Milliseconds, 15, 31);
        Assert.InRange(simulation.Input.Buffered.Milliseconds, 0, 60);
        Assert.Equal(0, simulation.Input.Concealed);
    }

    [Fact]
    public void More_jitter_is_met_within_a_second_and_forgotten_within_a_minute()
    {
        using var simulation = Simulate(new NetworkConditions { JitterMilliseconds = 5 });
        simulation.Run(20);
        Assert.InRange(simulation.Input.CurrentDelay.Milliseconds, 15, 35);
        simulation.Conditions = new NetworkConditions { JitterMilliseconds = 80 };
        simulation.Run(1);
        Assert.InRange(simulation.Input.TargetDelay.Milliseconds, 75, 100);
        simulation.Run(1);
        Assert.InRange(simulation.Input.CurrentDelay.Milliseconds, 70, 105);
        var before = simulation.Input.Concealed;
        simulation.Run(20);
        Assert.InRange(simulation.Input.Concealed - before, 0, 20);
        simulation.Conditions = new NetworkConditions { JitterMilliseconds = 5 };
        var stretched = simulation.Input.Figures.Stretched;
        var sound = simulation.Run(60);
        Assert.InRange(simulation.Input.CurrentDelay.Milliseconds, 15, 35);
        Assert.True(simulation.Input.Figures.Stretched > stretched);
        AssertSmooth(sound, 1.3);
    }

    [Fact]
    public void The_delay_never_passes_its_cap()
    {
        using var simulation = Simulate(new NetworkConditions { JitterMilliseconds = 400 });
        simulation.Run(60, () =>
        {
            Assert.InRange(simulation.Input.TargetDelay.Milliseconds, 0, 160);
            Assert.InRange(simulation.Input.Buffered.Milliseconds, 0, 450);
        });
        simulation.Conditions = new NetworkConditions();
        simulation.Run(40);
        var before = simulation.Input.Concealed;
        Assert.True(Signals.Rms(simulation.Run(5)) > 0.15);
        Assert.Equal(before, simulation.Input.Concealed);
        Assert.InRange(simulation.Input.Buffered.Milliseconds, 0, 200);
    }

    [Theory]
    [InlineData(700, 0)]
    [InlineData(-4000, 0)]
    [InlineData(1_000_000, 0)]
    [InlineData(0, 500)]
    [InlineData(0, 3000)]
    public void A_source_that_begins_anew_or_moves_is_followed(double ptsShift, double detour)
    {
        using var simulation = Simulate(new NetworkConditions { JitterMilliseconds = 10 });
        simulation.Run(10);
        var origin = simulation.Input.Origin;
        simulation.PtsShift = MediaTime.FromMilliseconds(ptsShift);
        simulation.Detour = MediaTime.FromMilliseconds(detour);
        var sound = simulation.Run(1 + detour / 1000);
        // Losses without end are the codec's own affair, and it is off the mark for some milliseconds.
        AssertSmooth(sound, 9);
        var after = simulation.Run(5);
        Assert.True(Signals.Rms(after) > 0.17);
        // The place on the time line moved as far as the source did.
        Assert.Equal(detour - ptsShift, (simulation.Input.Origin - origin).Milliseconds, 60.0);
    }

    [Fact]
    public void Lost_packets_come_back_from_their_copies()
    {
        var packets = Encode(new LiveOpusOptions { ExpectedLossPercent = 20 }, 500, _ => 0.2);
        // The encoder leaves the copy out where it thinks that there is little speech.
        var share = packets.Count(packet => OpusRedundancy.HasCopy(packet)) / 500.0;
        Assert.InRange(share, 0.3, 1);
        using var simulation = new NetworkSimulation(packets, new NetworkConditions { LossPercent = 10, JitterMilliseconds = 10, Seed = 5 });
        simulation.Run(15);
        var (before, lost) = (simulation.Input.Figures, simulation.Lost);
        simulation.Run(60);
        var recovered = simulation.Input.Figures.Recovered - before.Recovered;
        lost = simulation.Lost - lost;
        Assert.True(lost > 200);
        // Not those whose successor is lost too.
        Assert.InRange(recovered, lost * share * 0.75, lost);
        Assert.InRange(simulation.Input.Figures.Concealed - before.Concealed, 0, (lost - recovered) * 2 + 10);
        Assert.InRange(simulation.Input.CurrentDelay.Milliseconds, 30, 80);
    }

    [Fact]
    public void A_pause_is_not_a_loss()
    {
        var silent = Enumerable.Range(0, 500).Select(i => i % 250 >= 100).ToArray();
        var packets = Encode(new LiveOpusOptions { Dtx = true }, 500, i => silent[i] ? 0 : 0.2);
        Assert.InRange(packets.Count(packet => packet.Length == 0), 150, 290);
        using var simulation = new NetworkSimulation(packets, new NetworkConditions { JitterMilliseconds = 10 });
        simulation.IsSent = index => packets[index % 500].Length > 0;
        simulation.Run(10);
        var sound = simulation.Run(40);
        Assert.Equal((0L, 0L), (simulation.Input.Concealed, simulation.Input.Underruns));
        Assert.Equal(0, simulation.Input.Figures.Late);
        Assert.InRange(Signals.Rms(sound), 0.05, 0.2);
        Assert.InRange(simulation.Input.CurrentDelay.Milliseconds, 15, 40);
    }

    [Fact]
    public void The_audio_thread_allocates_nothing_whatever_happens()
    {
        using var stream = new OpusStream(Hertz, 2);
        var clock = new ManualClock();
        using var mixer = new Mixer(clock);
        var input = mixer.AddInput("far", new AudioInputOptions { Realtime = true });
        input.Start(default);
        var packets = stream.Take(100);
        var random = new Random(8);
        var block = new float[960];
        var allocated = 0L;
        for (var i = 0; i < 3000; i++)
        {
            var wobble = i < 1000 ? 0 : 80;
            var index = i / 2 - random.Next(wobble) / 20;
            if (i % 2 == 0 && index >= 0 && random.Next(10) > 0 && i % 700 < 600)
                input.PushOpus(packets[index % 100], Signals.Samples(index * 960) + MediaTime.FromSeconds(i / 1500 * 100), clock.Now);
            var before = GC.GetAllocatedBytesForCurrentThread();
            mixer.Mix(block, Mixer.BlockLength * i);
            if (i > 10) allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            clock.Advance(Mixer.BlockLength);
        }

        Assert.Equal(0, allocated);
        Assert.True(input.Concealed > 0 && input.Figures.Late > 0);
    }

    private static NetworkSimulation Simulate(NetworkConditions conditions)
    {
        using var stream = new OpusStream(Hertz);
        stream.Take(50);
        return new NetworkSimulation(stream.Take(500), conditions);
    }

    // Empty ones are not to be sent.
    private static byte[][] Encode(LiveOpusOptions options, int count, Func<int, double> amplitude)
    {
        using var encoder = new LiveOpusEncoder(1, 32_000, options);
        var packets = new byte[count][];
        for (var i = 0; i < count; i++)
        {
            packets[i] = [];
            for (var half = 0; half < 2; half++)
            {
                var block = new float[960];
                for (var s = 0; s < 960; s++)
                {
                    // A vowel-like sound with a pitch that moves.
                    var t = ((2 * i + half) * 480 + s / 2) / 48_000.0;
                    var phase = Math.Tau * (150 * t + 3 * Math.Sin(Math.Tau * 2 * t));
                    block[s] = (float)(amplitude(i) * (Math.Sin(phase) + 0.5 * Math.Sin(3 * phase) + 0.25 * Math.Sin(5 * phase)) / 1.75);
                }

                var index = i;
                encoder.Write(block, Mixer.BlockLength * (2 * i + half), (packet, _, _, _) => packets[index] = packet.ToArray());
            }
        }

        return packets;
    }

    private static void AssertSmooth(float[] sound, double times)
    {
        for (var i = 1; i < sound.Length; i++) Assert.InRange(Math.Abs(sound[i] - sound[i - 1]), 0, StepLimit * times);
    }
}
