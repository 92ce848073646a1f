using ConfEngine.Core.Time;
using ConfEngine.Simulation.Kit;
using ConfEngine.Transport.Net;

namespace ConfEngine.Simulation.Scenarios;

public class LossTests
{
    private const double Seconds = 60;
    private static readonly MediaTime Delay = MediaTime.FromMilliseconds(20);

    // Part of the frames that come out whole, and key frames asked for at most. Every datagram has to pass two such links.
    [Theory]
    [InlineData(1, 0.00, 0, 1.0, 3)]
    [InlineData(2, 0.01, 0, 0.99, 10)]
    [InlineData(3, 0.05, 0, 0.97, 20)]
    [InlineData(4, 0.05, 6, 0.95, 30)]
    [InlineData(5, 0.15, 0, 0.85, 80)]
    [InlineData(6, 0.30, 0, 0.25, 200)]
    public void Frames_come_out_whole(int seed, double loss, double burst, double part, int keyFrames)
    {
        var path = new ImpairmentOptions { Loss = loss, MeanBurst = burst, Delay = Delay };
        using var room = new SimRoom(seed);
        var sender = room.Join(path, publishes: "cam");
        var receiver = room.Join(path, plays: ["cam"]);
        room.Network.Run(2);
        var log = receiver.Watched["cam"];
        log.Restart();
        var (pictures, sounds, keys) = (sender.Encoder!.Pictures, sender.Encoder.Sounds, sender.Encoder.KeyFrames);
        room.Network.Run(Seconds);
        Checks.IsSound(log);
        Assert.True(log.LongestGap.Seconds < (loss > 0.2 ? 5 : 1.5), $"{log}; {sender.Encoder.KeyFrames - keys} key frames made, {room.Server.Counters.ResendRefused} refused");
        Checks.Arrived(log, sender.Encoder.Pictures - pictures, part);
        Checks.Heard(log, sender.Encoder.Sounds - sounds + 5, (1 - loss) * (1 - loss) * 0.97);
        Assert.InRange(sender.Encoder.KeyFrames - keys, 0, keyFrames);
    }

    [Theory]
    [InlineData(11, 30, 0.0)]
    [InlineData(12, 80, 0.0)]
    [InlineData(13, 30, 0.05)]
    [InlineData(14, 80, 0.05)]
    public void Reordered_and_doubled_datagrams_change_nothing(int seed, double jitter, double duplicates)
    {
        var path = new ImpairmentOptions { Delay = Delay, Jitter = MediaTime.FromMilliseconds(jitter), Reorders = true, Duplicates = duplicates };
        using var room = new SimRoom(seed);
        var sender = room.Join(path, publishes: "cam");
        var receiver = room.Join(path, plays: ["cam"]);
        var wall = room.WatchAtServer("cam");
        room.Network.Run(Seconds);
        foreach (var log in new[] { receiver.Watched["cam"], wall })
        {
            Checks.IsSound(log);
            // What was taken before the call was up is lost, and what is under way has not come yet.
            Checks.Arrived(log, sender.Encoder!.Pictures, 0.97);
            Checks.Heard(log, sender.Encoder.Sounds, 0.985);
        }

        Assert.InRange(sender.Encoder!.KeyFrames, 1, 8);
    }

    [Theory]
    [InlineData(21, 0.2)]
    [InlineData(22, 0.5)]
    [InlineData(23, 1.5)]
    public void An_outage_is_over_within_a_second(int seed, double outage)
    {
        var path = new ImpairmentOptions { Delay = Delay };
        using var room = new SimRoom(seed);
        var sender = room.Join(path, publishes: "cam");
        var receiver = room.Join(path, plays: ["cam"]);
        var log = receiver.Watched["cam"];
        room.Network.Run(10);
        log.Restart();
        var keys = sender.Encoder!.KeyFrames;
        receiver.Host.Down.Change(path with { Loss = 1 }, room.Network.Now);
        room.Network.Run(outage);
        receiver.Host.Down.Change(path, room.Network.Now);
        room.Network.Run(10);
        Checks.IsSound(log);
        Assert.True(log.LongestGap.Seconds < outage + 1, log.ToString());
        // One for the receiver, and perhaps one that was asked for while the first was under way.
        Assert.InRange(sender.Encoder.KeyFrames - keys, 0, 3);
    }

    [Fact]
    public void A_seed_repeats_itself_and_another_does_not()
    {
        Assert.Equal(Trace(31), Trace(31));
        Assert.NotEqual(Trace(31), Trace(32));

        static (ulong, long, string) Trace(int seed)
        {
            var path = new ImpairmentOptions { Loss = 0.05, Delay = Delay, Jitter = MediaTime.FromMilliseconds(30), Reorders = true, Duplicates = 0.02 };
            using var room = new SimRoom(seed);
            room.Join(path, publishes: "a", plays: ["b"]);
            var receiver = room.Join(path, publishes: "b", plays: ["a"]);
            room.Network.Run(20);
            return (receiver.Watched["a"].Trace, room.Server.Counters.Forwarded, receiver.Watched["a"].ToString());
        }
    }
}
