using ConfEngine.Core.Time;
using ConfEngine.Simulation.Kit;
using ConfEngine.Transport.Net;

namespace ConfEngine.Simulation.Scenarios;

public class BandwidthTests
{
    private static readonly Encoding[] Simulcast = [new(180, 120_000), new(360, 450_000), new(720, 1_600_000)];

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public void Layers_follow_the_bandwidth_and_sound_goes_on(int seed)
    {
        var open = new ImpairmentOptions { Delay = MediaTime.FromMilliseconds(20) };
        using var room = new SimRoom(seed);
        room.Join(publishes: "cam", encodings: Simulcast);
        var receiver = room.Join(open, plays: ["cam"]);
        var log = receiver.Watched["cam"];
        // Bits a second, and the layers that fit.
        (long Rate, int Highest)[] steps = [(3_000_000, 2), (600_000, 1), (2_500_000, 2)];
        var story = new List<string>();
        var isGood = true;
        foreach (var (rate, highest) in steps)
        {
            // A queue of a quarter of a second, as routers have.
            receiver.Host.Down.Change(open with { BitsPerSecond = rate, QueueBytes = (int)Math.Max(12_000, rate / 8 / 4) }, room.Network.Now);
            room.Network.Run(15);
            log.Restart();
            room.Network.Run(25);
            var estimate = room.Log.Paths[receiver.Id].EstimatedBitsPerSecond;
            story.Add($"{rate} bit/s estimated as {estimate}; {log}");
            isGood &= estimate >= rate * 0.15 && estimate <= rate * 1.5;
            isGood &= log.PerLayer[..(highest + 1)].Sum() >= 0.7 * log.Frames && log.Frames >= 25 * 30 * 0.85;
            isGood &= log.Sounds >= 25 * 50 * 0.95 && log.LongestSoundGap.Seconds < 0.5;
        }

        Assert.True(isGood, string.Join(Environment.NewLine, story));
        Checks.IsSound(log);
    }

    [Fact]
    public void A_small_tile_gets_a_small_layer_and_a_hidden_one_gets_none()
    {
        using var room = new SimRoom(43);
        var sender = room.Join(publishes: "cam", encodings: Simulcast);
        var receiver = room.Join(plays: ["cam"]);
        var log = receiver.Watched["cam"];
        var stream = new Transport.Peers.StreamKey("cam");
        foreach (var (height, layer) in new[] { (1080, 2), (180, 0), (300, 1) })
        {
            room.AtServer(server => server.SetWantedHeight(receiver.Id, stream, height));
            room.Network.Run(15);
            log.Restart();
            room.Network.Run(5);
            Assert.True(log.PerLayer[layer] == log.Frames && log.Frames > 140, $"{height} lines: {log}");
            Assert.Equal(height, room.Log.WantedHeights[stream]);
        }

        room.AtServer(server => server.SetWantedHeight(receiver.Id, stream, 0));
        room.Network.Run(1);
        log.Restart();
        room.Network.Run(5);
        Assert.True(log is { Frames: 0, Sounds: > 240 }, log.ToString());
        Assert.Equal(0, room.Log.WantedHeights[stream]);
        Checks.IsSound(log);
        Assert.InRange(sender.Encoder!.KeyFrames, 3, 20);
    }
}
