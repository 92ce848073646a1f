using ConfEngine.Core.Time;
using ConfEngine.Simulation.Kit;
using ConfEngine.Transport;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Simulation.Scenarios;

public class RoomTests
{
    [Fact]
    public void Ten_see_and_hear_each_other()
    {
        const int count = 10;
        var path = new ImpairmentOptions { Delay = MediaTime.FromMilliseconds(15), Jitter = MediaTime.FromMilliseconds(10), Loss = 0.005 };
        using var room = new SimRoom(51);
        var names = Enumerable.Range(0, count).Select(i => $"cam-{i}").ToArray();
        foreach (var name in names)
            room.Join(path, publishes: name, encodings: [new Encoding(180, 150_000)], plays: [.. names.Where(other => other != name)], rate: 15);
        var wall = room.WatchAtServer("cam-3");
        room.Network.Run(5);
        foreach (var log in room.Participants.SelectMany(one => one.Watched.Values).Append(wall)) log.Restart();
        room.Network.Run(15);
        foreach (var log in room.Participants.SelectMany(one => one.Watched.Values).Append(wall))
        {
            Checks.IsSound(log);
            Checks.Arrived(log, 15 * 15 + 2, 0.95);
            Checks.Heard(log, 15 * 50 + 5, 0.97);
        }

        // A player that missed a key frame's first packet asks; ninety players must not make it a storm.
        Assert.All(room.Participants, one => Assert.InRange(one.Encoder!.KeyFrames, 1, 25));
        Assert.Equal(0, room.Server.Counters.PostsRefused);
    }

    [Fact]
    public void A_publisher_that_comes_back_goes_on_where_it_was()
    {
        using var room = new SimRoom(52);
        var first = room.Join(publishes: "cam");
        var receiver = room.Join(plays: ["cam"]);
        var wall = room.WatchAtServer("cam");
        room.Network.Run(10);
        room.Vanish(first);
        room.AtServer(server => server.RemovePeer(first.Id));
        room.Network.Run(0.5);
        var second = room.Join(publishes: "cam");
        room.Network.Run(10);
        foreach (var log in new[] { receiver.Watched["cam"], wall })
        {
            Checks.IsSound(log);
            Assert.True(log.LongestGap.Seconds < 1.5, log.ToString());
            // The receiver's time line does not jump: what is on the wall goes on.
            Assert.InRange(log.LongestStep.Seconds, 0, 1.5);
            Assert.True(log.Frames > 19 * 30, log.ToString());
        }

        Assert.InRange(second.Encoder!.KeyFrames, 1, 4);
        Assert.True(room.Log.Media[new StreamKey("cam")]);
    }

    [Fact]
    public void One_that_vanishes_takes_nobody_along()
    {
        using var room = new SimRoom(53);
        var sender = room.Join(publishes: "cam");
        var gone = room.Join(plays: ["cam"]);
        var stays = room.Join(plays: ["cam"]);
        room.Network.Run(10);
        var log = stays.Watched["cam"];
        log.Restart();
        var keys = sender.Encoder!.KeyFrames;
        room.Vanish(gone);
        room.Network.Run(20);
        Assert.Equal(ConnectionState.Disconnected, room.Log.States[gone.Id]);
        room.Network.Run(20);
        Assert.Equal(ConnectionState.Failed, room.Log.States[gone.Id]);
        room.AtServer(server => server.RemovePeer(gone.Id));
        room.Network.Run(5);
        Checks.IsSound(log);
        Checks.Arrived(log, 45 * 30 + 2, 0.997);
        Assert.Equal(keys, sender.Encoder.KeyFrames);
    }

    [Fact]
    public void A_publisher_that_falls_silent_is_reported_and_so_is_its_return()
    {
        using var room = new SimRoom(54);
        var sender = room.Join(publishes: "cam");
        room.WatchAtServer("cam");
        room.Network.Run(5);
        Assert.True(room.Log.Media[new StreamKey("cam")]);
        sender.Host.Up.Change(new ImpairmentOptions { Loss = 1 }, room.Network.Now);
        room.Network.Run(4);
        Assert.False(room.Log.Media[new StreamKey("cam")]);
        sender.Host.Up.Change(new ImpairmentOptions(), room.Network.Now);
        room.Network.Run(4);
        Assert.True(room.Log.Media[new StreamKey("cam")]);
    }
}
