using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.TestKit.Media;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Transport.Tests.Peers;

public sealed class ForwardingTests
{
    private static readonly StreamKey Stream = new("a");
    private static readonly SourceSize Small = new(640, 360, 500_000);

    [Fact]
    public void What_one_client_publishes_another_gets_whole()
    {
        using var room = new TestRoom();
        var source = room.AddPublisher(Stream, Small);
        var player = room.AddPlayer(Stream);
        room.World.Run(5);
        Assert.Equal(ConnectionState.Connected, room.Server.Events.Peers[new PeerId(1)]);
        AssertWhole(player.Sink, source, 120);
        Assert.InRange(player.Sink.Sound.Count, 220, 251);
        Assert.InRange(source.KeyFrames, 1, 3);
        Assert.Contains((Stream, true), room.Server.Events.Media);
        Assert.DoesNotContain((Stream, false), room.Server.Events.Media);
    }

    [Fact]
    public void A_gate_is_closed_until_it_is_opened_and_may_be_opened_before_anything_is_there()
    {
        using var room = new TestRoom();
        room.Server.Node.Forward(new PeerId(1), Stream, true);
        var player = room.AddPlayer(Stream, isOn: false);
        var late = room.AddPlayer(Stream, isOn: false);
        room.World.Run(1);
        var source = room.AddPublisher(Stream, Small);
        room.World.Run(3);
        AssertWhole(player.Sink, source, 70);
        Assert.Empty(late.Sink.Frames);
        Assert.Empty(late.Sink.Sound);
        room.Server.Node.Forward(late.Call.OnServer, Stream, true);
        room.World.Run(2);
        AssertWhole(late.Sink, source, 45);
        room.Server.Node.Forward(late.Call.OnServer, Stream, false);
        room.World.Run(0.1);
        var before = (late.Sink.Frames.Count, late.Sink.Sound.Count);
        room.World.Run(2);
        Assert.Equal(before, (late.Sink.Frames.Count, late.Sink.Sound.Count));
    }

    [Theory]
    [InlineData(0.05, 0, 3)]
    [InlineData(0.1, 10, 4)]
    [InlineData(0.02, 30, 5)]
    public void Loss_on_both_legs_is_repaired_by_retransmission(double loss, double jitter, int seed)
    {
        using var room = new TestRoom(seed);
        var source = room.AddPublisher(Stream, Small);
        var player = room.AddPlayer(Stream);
        room.World.Run(2);
        room.World.Link = new LinkModel { Loss = loss, JitterMilliseconds = jitter };
        var before = player.Sink.Frames.Count;
        var wanted = source.Frames[0];
        room.World.Run(20);
        Assert.InRange(player.Sink.Frames.Count - before, (source.Frames[0] - wanted) * 0.9, source.Frames[0] - wanted + 5);
        Assert.InRange(room.Server.Node.Counters.Resent, 10, 100_000);
        Assert.InRange(room.Publisher(0).Node.Counters.Resent, 10, 100_000);
        AssertOrdered(player.Sink);
    }

    [Fact]
    public void A_player_pauses_pictures_and_keeps_the_sound()
    {
        using var room = new TestRoom();
        room.AddPublisher(Stream, Small);
        var player = room.AddPlayer(Stream);
        room.World.Run(2);
        room.Server.Node.SetWantedHeight(player.Call.OnServer, Stream, 0);
        room.World.Run(0.2);
        var (frames, sound) = (player.Sink.Frames.Count, player.Sink.Sound.Count);
        room.World.Run(2);
        Assert.Equal(frames, player.Sink.Frames.Count);
        Assert.InRange(player.Sink.Sound.Count - sound, 95, 105);
        Assert.Equal((Stream, 0), room.Server.Events.Heights[^1]);
        room.Server.Node.SetWantedHeight(player.Call.OnServer, Stream, 360);
        room.World.Run(2);
        Assert.InRange(player.Sink.Frames.Count - frames, 50, 65);
        Assert.Equal((Stream, 360), room.Server.Events.Heights[^1]);
        AssertOrdered(player.Sink);
    }

    internal static void AssertOrdered(CollectingSink sink)
    {
        for (var i = 1; i < sink.Frames.Count; i++)
            Assert.True(sink.Frames[i].Pts > sink.Frames[i - 1].Pts, $"frame {i}: {sink.Frames[i].Pts} after {sink.Frames[i - 1].Pts}");
    }

    private static void AssertWhole(CollectingSink sink, FrameSource source, int least)
    {
        Assert.InRange(sink.Frames.Count, least, source.Frames[0]);
        Assert.True(sink.Frames[0].IsKeyFrame);
        AssertOrdered(sink);
        Assert.All(sink.Frames, frame => Assert.Equal(VideoCodec.Vp8, frame.Codec));
        Assert.All(sink.Frames.Skip(1).Zip(sink.Frames), pair =>
            Assert.InRange((pair.First.Pts - pair.Second.Pts).Milliseconds, 20, 50));
    }
}
