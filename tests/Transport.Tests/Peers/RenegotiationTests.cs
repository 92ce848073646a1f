using ConfEngine.Transport.Net;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.TestKit.Media;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Tests.Peers;

public sealed class RenegotiationTests
{
    private static readonly StreamKey First = new("a");
    private static readonly StreamKey Second = new("b");
    private static readonly SourceSize Small = new(640, 360, 300_000);

    [Fact]
    public void A_line_comes_and_goes_and_the_others_run_on()
    {
        using var room = new TestRoom();
        room.AddPublisher(First, Small);
        room.AddPublisher(Second, Small);
        var player = room.AddPlayer(First);
        room.World.Run(3);
        var keys = player.Sink.Frames.Count(frame => frame.IsKeyFrame);
        var second = new CollectingSink();
        player.Host.Node.Watch(Second, second);
        room.Server.Node.Forward(player.Call.OnServer, Second, true);
        player.Call.Renegotiate(player.Host, room.Server, [.. CallLine.Play(First, "q"), .. CallLine.Play(Second, "r")]);
        room.World.Run(3);
        Assert.InRange(second.Frames.Count, 75, 91);
        Assert.InRange(player.Sink.Frames.Count, 165, 180);
        Assert.Equal(keys, player.Sink.Frames.Count(frame => frame.IsKeyFrame));
        player.Call.Renegotiate(player.Host, room.Server, CallLine.Play(First, "q"));
        room.World.Run(0.1);
        var before = second.Frames.Count;
        room.World.Run(2);
        Assert.Equal(before, second.Frames.Count);
        Assert.InRange(player.Sink.Frames.Count, 225, 243);
        Assert.Equal(keys, player.Sink.Frames.Count(frame => frame.IsKeyFrame));
    }

    [Fact]
    public void A_line_takes_another_stream_under_the_same_ssrc()
    {
        using var room = new TestRoom();
        room.AddPublisher(First, Small);
        room.AddPublisher(Second, Small);
        var raw = room.AddRaw(CallLine.Play(First, "q"));
        room.Server.Node.Forward(raw.Call.OnServer, First, true);
        room.Server.Node.Forward(raw.Call.OnServer, Second, true);
        room.World.Run(2);
        raw.Call.Negotiate(CallLine.Play(Second, "q"));
        room.Server.Node.Renegotiate(raw.Call.OnServer, raw.Call.ServerMedia, raw.Call.ServerBindings);
        room.World.Run(2);
        var numbers = new List<ushort>();
        foreach (var bytes in raw.RtpOf(raw.Call.ServerMedia[1].Track!.Ssrc))
        {
            RtpPacket.TryParse(bytes, out var packet);
            numbers.Add(packet.SequenceNumber.Value);
        }

        Assert.InRange(numbers.Count, 200, 600);
        for (var i = 1; i < numbers.Count; i++) Assert.Equal((ushort)(numbers[i - 1] + 1), numbers[i]);
    }

    [Fact]
    public void A_stream_may_end_and_come_back_from_somebody_else()
    {
        using var room = new TestRoom();
        room.AddPublisher(First, Small);
        var player = room.AddPlayer(First);
        room.World.Run(2);
        room.Server.Node.RemovePeer(new PeerId(1));
        room.Server.Node.EndStream(First);
        room.World.Run(1);
        var before = player.Sink.Frames.Count;
        room.World.Run(1);
        Assert.Equal(before, player.Sink.Frames.Count);
        room.AddPublisher(First, Small);
        room.World.Run(3);
        Assert.InRange(player.Sink.Frames.Count - before, 60, 91);
        ForwardingTests.AssertOrdered(player.Sink);
    }

    [Fact]
    public void A_player_without_the_codec_gets_no_pictures_and_is_counted()
    {
        using var room = new TestRoom();
        room.AddPublisher(First, Small);
        var player = room.AddPlayer(First, options: new CallOptions { Codecs = [CodecPreference.Opus, CodecPreference.H264] });
        room.World.Run(2);
        Assert.Empty(player.Sink.Frames);
        Assert.InRange(player.Sink.Sound.Count, 70, 101);
        Assert.Equal(1, room.Server.Node.Counters.NoCodec);
    }

    [Fact]
    public void A_removed_peer_is_forgotten_and_the_other_end_told()
    {
        using var room = new TestRoom();
        room.AddPublisher(First, Small);
        var player = room.AddPlayer(First);
        room.World.Run(1);
        room.Server.Node.RemovePeer(player.Call.OnServer);
        room.World.Run(1);
        var before = room.Server.Node.Counters.Forwarded;
        room.World.Run(1);
        Assert.Equal(before, room.Server.Node.Counters.Forwarded);
        Assert.Throws<ArgumentException>(() => room.Server.Node.AddPlain(new PeerId(1), Second, []));
    }

    [Fact]
    public void Plain_rtp_is_a_stream_like_any_other_and_its_socket_belongs_to_the_first_who_sends()
    {
        using var room = new TestRoom();
        var player = room.AddPlayer(First);
        var socket = room.Server.AddSocket();
        room.Server.Node.AddPlain(
            new PeerId(900), First, [new PlainMedia(TrackKind.Video, VideoCodec.Vp8, 96, 90_000, socket, socket)]);
        var encoder = RawPeer.Add(room.World);
        var thief = RawPeer.Add(room.World);
        var number = 0;
        room.World.Every(Core.Time.MediaTime.FromMilliseconds(40), _ =>
        {
            Send(room, encoder, socket, 5, number, number % 25 == 0);
            Send(room, thief, socket, 6, number++, true);
        });
        room.World.Run(4);
        Assert.InRange(player.Sink.Frames.Count, 70, 101);
        Assert.InRange(room.Server.Node.Counters.PlainRefused, 90, 101);
        Assert.Contains((First, true), room.Server.Events.Media);
        room.Server.Node.RemovePeer(new PeerId(900));
        room.World.Run(0.2);
        var before = player.Sink.Frames.Count;
        room.World.Run(1);
        Assert.Equal(before, player.Sink.Frames.Count);
    }

    private static void Send(TestRoom room, RawPeer from, int socket, uint ssrc, int number, bool isKeyFrame)
    {
        var packet = new byte[400];
        var header = new RtpHeader(
            new PayloadType(96), new SequenceNumber((ushort)number), new RtpTimestamp((uint)(number * 3600)), new Ssrc(ssrc), true);
        var writer = new RtpWriter(packet, header);
        var payload = new byte[300];
        payload[0] = 0x10;
        FrameSource.Fill(payload.AsSpan(1), isKeyFrame, new SourceSize(640, 360, 0), number);
        writer.TryAddPayload(payload);
        from.Send(packet.AsSpan(0, writer.Finish()), new NetworkPath(0, room.Server.AddressOf(socket)));
    }
}
