using ConfEngine.TestKit.Media;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Transport.Tests.Peers;

public sealed class SimulcastTests
{
    private static readonly StreamKey Stream = new("a");
    private static readonly SourceSize[] Layers = [new(320, 180, 150_000), new(640, 360, 500_000), new(1280, 720, 1_500_000)];

    [Fact]
    public void Every_player_gets_the_layer_that_it_shows()
    {
        using var room = new TestRoom();
        room.AddPublisher(Stream, Layers);
        var small = room.AddPlayer(Stream);
        var large = room.AddPlayer(Stream);
        room.Server.Node.SetWantedHeight(small.Call.OnServer, Stream, 180);
        room.World.Run(12);
        Assert.Equal(180, HeightOf(small.Sink));
        Assert.Equal(720, HeightOf(large.Sink));
        room.Server.Node.SetWantedHeight(small.Call.OnServer, Stream, 300);
        room.Server.Node.SetWantedHeight(large.Call.OnServer, Stream, 100);
        room.World.Run(6);
        Assert.Equal(360, HeightOf(small.Sink));
        Assert.Equal(180, HeightOf(large.Sink));
        ForwardingTests.AssertOrdered(small.Sink);
        ForwardingTests.AssertOrdered(large.Sink);
        Assert.InRange(small.Sink.Frames.Count, 500, 550);
        Assert.InRange(large.Sink.Frames.Count, 500, 550);
    }

    [Fact]
    public void A_watcher_of_this_program_gets_one_layer_and_a_continuous_time_line()
    {
        using var room = new TestRoom();
        room.AddPublisher(Stream, Layers);
        var sink = new CollectingSink { WantedHeight = 180 };
        room.Server.Node.Watch(Stream, sink);
        room.World.Run(4);
        Assert.Equal(180, HeightOf(sink));
        foreach (var height in new[] { 720, 180, 360, 1080 })
        {
            sink.WantedHeight = height;
            room.World.Run(3);
            Assert.Equal(Math.Min(height, 720), HeightOf(sink));
        }

        Assert.InRange(sink.Frames.Count, 450, 490);
        for (var i = 1; i < sink.Frames.Count; i++)
            Assert.InRange((sink.Frames[i].Pts - sink.Frames[i - 1].Pts).Milliseconds, 0.9, 150);
    }

    [Theory]
    [InlineData(1_000_000, 360)]
    [InlineData(400_000, 180)]
    [InlineData(4_000_000, 720)]
    public void A_narrow_path_gets_a_smaller_layer(long bitsPerSecond, int height)
    {
        using var room = new TestRoom();
        room.AddPublisher(Stream, Layers);
        var player = room.AddPlayer(Stream);
        room.World.SetLink(room.Server, player.Host, new LinkModel { BitsPerSecond = bitsPerSecond });
        room.World.Run(30);
        var before = player.Sink.Frames.Count;
        room.World.Run(10);
        Assert.Equal(height, HeightOf(player.Sink));
        Assert.InRange(player.Sink.Frames.Count - before, 250, 320);
        Assert.InRange(player.Sink.Sound.Count, 1900, 2010);
    }

    [Fact]
    public void A_path_that_gets_wider_gets_a_larger_layer()
    {
        using var room = new TestRoom();
        room.AddPublisher(Stream, Layers);
        var player = room.AddPlayer(Stream);
        room.World.SetLink(room.Server, player.Host, new LinkModel { BitsPerSecond = 400_000 });
        room.World.Run(20);
        Assert.Equal(180, HeightOf(player.Sink));
        room.World.SetLink(room.Server, player.Host, new LinkModel { BitsPerSecond = 6_000_000 });
        room.World.Run(40);
        Assert.Equal(720, HeightOf(player.Sink));
        Assert.InRange(room.Server.Node.Counters.Probes, 1, 1_000_000);
    }

    internal static int HeightOf(CollectingSink sink)
    {
        var key = sink.Frames.FindLast(frame => frame.IsKeyFrame);
        return key is null ? 0 : key.Bytes[8] | key.Bytes[9] << 8;
    }
}
