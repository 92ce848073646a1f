using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.TestKit.Media;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Transport.Tests.Peers;

public sealed class HostileTests : IDisposable
{
    private static readonly StreamKey Stream = new("a");
    private readonly TestRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void A_flood_of_ssrcs_is_bounded_and_harms_nobody_else()
    {
        _room.AddPublisher(Stream, new SourceSize(640, 360, 500_000));
        var player = _room.AddPlayer(Stream);
        var raw = _room.AddRaw(CallLine.Publish(new StreamKey("bad"), "p"));
        _room.World.Run(1);
        for (uint ssrc = 1; ssrc <= 500; ssrc++) new RawStream(raw, "pv", ssrc).SendFrame(true);
        _room.World.Run(2);
        Assert.InRange(_room.Server.Node.Counters.TooManySsrcs, 150, 500);
        Assert.InRange(player.Sink.Frames.Count, 70, 91);
    }

    [Fact]
    public void Garbage_of_every_kind_is_counted_and_dropped()
    {
        var raw = _room.AddRaw([.. CallLine.Publish(Stream, "p"), .. CallLine.Play(Stream, "q")]);
        var sink = new CollectingSink();
        _room.Server.Node.Watch(Stream, sink);
        _room.Server.Node.Forward(raw.Call.OnServer, Stream, true);
        _room.World.Run(0.5);
        var good = new RawStream(raw, "pv", 7);
        good.SendFrame(true);
        var random = new Random(3);
        var packet = new byte[1200];
        for (var i = 0; i < 5_000; i++)
        {
            var length = good.Write(packet, packet.AsSpan(600, random.Next(0, 400)), random.Next(2) == 0, padding: random.Next(0, 200));
            for (var damage = random.Next(0, 6); damage > 0; damage--) packet[random.Next(0, length)] = (byte)random.Next();
            packet[0] = (byte)(packet[0] & 0x3f | 0x80);
            // What looks like RTCP goes as that, and the other way round.
            if ((packet[1] & 0x7f) is >= 64 and <= 95) raw.SendRtcp(packet.AsSpan(0, Math.Max(8, length)));
            else raw.SendRtp(packet.AsSpan(0, Math.Max(12, length)));
            good.Sequence++;
            if (i % 100 == 0) _room.World.Run(0.01);
        }

        // The SSRCs that the damage made up are forgotten after a while.
        _room.World.Run(11);
        Assert.InRange(_room.Server.Node.Counters.MalformedRtp, 1, 5_000);
        Assert.InRange(_room.Server.Node.Counters.MalformedRtcp, 1, 5_000);
        var after = new RawStream(raw, "pv", 8);
        var before = sink.Frames.Count;
        after.SendFrame(true);
        after.SendFrame(false);
        _room.World.Run(0.2);
        Assert.Equal(before + 2, sink.Frames.Count);
    }

    [Fact]
    public void A_storm_of_requests_costs_the_publisher_two_key_frames_a_second()
    {
        var source = _room.AddPublisher(Stream, new SourceSize(640, 360, 500_000));
        var raw = _room.AddRaw(CallLine.Play(Stream, "q"));
        _room.Server.Node.Forward(raw.Call.OnServer, Stream, true);
        _room.World.Run(1);
        var before = source.KeyFrames;
        var ssrc = raw.Call.ServerMedia[1].Track!.Ssrc;
        var buffer = new byte[200];
        for (var i = 0; i < 500; i++)
        {
            var writer = new RtcpWriter(buffer);
            writer.TryReceiverReport(new Ssrc(1));
            writer.TryPictureLoss(new Ssrc(1), new Ssrc(ssrc));
            writer.TryFullIntraRequest(new Ssrc(1), new FullIntraRequest(new Ssrc(ssrc), (byte)i));
            raw.SendRtcp(buffer.AsSpan(0, writer.Length));
            _room.World.Run(0.01);
        }

        Assert.InRange(source.KeyFrames - before, 5, 11);
    }

    [Fact]
    public void Requests_for_packets_cannot_multiply_what_a_path_carries()
    {
        _room.AddPublisher(Stream, new SourceSize(640, 360, 500_000));
        var raw = _room.AddRaw(CallLine.Play(Stream, "q"));
        _room.Server.Node.Forward(raw.Call.OnServer, Stream, true);
        _room.World.Run(2);
        var ssrc = raw.Call.ServerMedia[1].Track!.Ssrc;
        var newest = raw.RtpOf(ssrc).Select(bytes => RtpPacket.TryParse(bytes, out var one) ? one.SequenceNumber.Value : (ushort)0).Last();
        var missing = Enumerable.Range(0, 200).Select(i => new SequenceNumber((ushort)(newest - 200 + i))).ToArray();
        var before = raw.Rtp.Count;
        var buffer = new byte[1000];
        for (var i = 0; i < 200; i++)
        {
            var writer = new RtcpWriter(buffer);
            writer.TryReceiverReport(new Ssrc(1));
            writer.TryNack(new Ssrc(1), new Ssrc(ssrc), missing);
            raw.SendRtcp(buffer.AsSpan(0, writer.Length));
            _room.World.Run(0.01);
        }

        Assert.InRange(_room.Server.Node.Counters.Resent, 50, 500);
        Assert.InRange(raw.Rtp.Count - before, 200, 1000);
    }
}
