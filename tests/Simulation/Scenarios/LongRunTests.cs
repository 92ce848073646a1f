using ConfEngine.Core.Time;
using ConfEngine.Simulation.Kit;
using ConfEngine.Transport.Net;

namespace ConfEngine.Simulation.Scenarios;

public class LongRunTests
{
    private static readonly ImpairmentOptions Path = new() { Delay = MediaTime.FromMilliseconds(20), Jitter = MediaTime.FromMilliseconds(10), Loss = 0.01 };

    [Fact]
    public void Fifty_minutes_leave_nothing_behind()
    {
        using var room = new SimRoom(61);
        var sender = room.Join(Path, publishes: "cam", encodings: [new Encoding(180, 100_000)], rate: 10);
        var receiver = room.Join(Path, plays: ["cam"]);
        var wall = room.WatchAtServer("cam");
        // Sequence numbers wrap and buffers reach their size before anything is measured.
        room.Network.Run(600);
        var log = receiver.Watched["cam"];
        log.Restart();
        wall.Restart();
        var (pictures, held) = (sender.Encoder!.Pictures, room.Host.Up.Count + room.Host.Down.Count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        room.Network.Run(2400);
        var perSecond = (GC.GetAllocatedBytesForCurrentThread() - before) / 2400.0;
        // Checks of the paths make a few hundred.
        Assert.True(perSecond < 1000, $"{perSecond:0} bytes are allocated in a second");
        Assert.InRange(room.Host.Up.Count + room.Host.Down.Count, 0, held + 50);
        foreach (var one in new[] { log, wall })
        {
            Checks.IsSound(one);
            Checks.Arrived(one, sender.Encoder.Pictures - pictures + 3, 0.98);
            Assert.True(one.WorstDelay.Seconds < 2, one.ToString());
        }
    }

    [Theory]
    [InlineData(62, 300, -300)]
    [InlineData(63, -500, 0)]
    public void Clocks_that_run_apart_do_not_add_up(int seed, double senderPpm, double receiverPpm)
    {
        using var room = new SimRoom(seed);
        var sender = room.Join(Path, publishes: "cam", encodings: [new Encoding(180, 100_000)], rate: 10, partsPerMillion: senderPpm);
        var receiver = room.Join(Path, plays: ["cam"], partsPerMillion: receiverPpm);
        var wall = room.WatchAtServer("cam");
        room.Network.Run(600);
        var log = receiver.Watched["cam"];
        foreach (var one in new[] { log, wall })
        {
            Checks.IsSound(one);
            Checks.Arrived(one, sender.Encoder!.Pictures, 0.98);
            // Both tracks of a stream are placed on one clock: a drift of half a thousandth must not pull lips and voice apart.
            Assert.NotNull(one.VideoClock);
            Assert.NotNull(one.AudioClock);
        }
    }
}
