using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.TestKit.Media;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Transport.Tests.Peers;

public sealed class BindingTests : IDisposable
{
    private static readonly StreamKey Stream = new("a");
    private readonly TestRoom _room = new();
    private readonly CollectingSink _sink = new();
    private readonly RawPeer _raw;

    public BindingTests()
    {
        _raw = _room.AddRaw(CallLine.Publish(Stream, "p"));
        _room.Server.Node.Watch(Stream, _sink);
        _room.World.Run(0.5);
    }

    public void Dispose() => _room.Dispose();

    [Fact]
    public void An_ssrc_is_bound_by_its_mid_and_stays_bound_without_it()
    {
        var stream = new RawStream(_raw, "pv", 77);
        stream.SendFrame(true);
        stream.NamesLine = false;
        for (var i = 0; i < 9; i++) stream.SendFrame(false);
        _room.World.Run(0.1);
        Assert.Equal(10, _sink.Frames.Count);
        Assert.Equal(0, _room.Server.Node.Counters.UnknownSsrc);
    }

    [Fact]
    public void An_announced_ssrc_needs_no_mid()
    {
        var stream = new RawStream(_raw, "pv", _raw.Call.ClientMedia[1].Track!.Ssrc) { NamesLine = false };
        stream.SendFrame(true);
        _room.World.Run(0.1);
        Assert.Single(_sink.Frames);
    }

    [Fact]
    public void Without_a_mid_the_payload_type_tells_the_line()
    {
        var stream = new RawStream(_raw, "pa", 5) { NamesLine = false, PayloadType = RawStream.TypeOf(_raw, "pa", "opus") };
        stream.Send([0xf8, 1, 2, 3], false, new AudioLevel(20, true));
        _room.World.Run(0.1);
        Assert.Single(_sink.Sound);
    }

    [Theory]
    [InlineData("pv", 13, 0, 1)]
    [InlineData("nobody", 0, 1, 0)]
    public void Strangers_are_counted_and_dropped(string mid, byte type, int unknownSsrc, int unknownType)
    {
        var known = new RawStream(_raw, "pv", 8);
        known.SendFrame(true);
        var stream = mid == "pv" ? known : new RawStream(_raw, mid, 9) { PayloadType = type, NamesLine = false };
        stream.PayloadType = type;
        stream.SendFrame(false);
        _room.World.Run(0.1);
        Assert.Single(_sink.Frames);
        Assert.Equal(unknownSsrc, _room.Server.Node.Counters.UnknownSsrc);
        Assert.Equal(unknownType, _room.Server.Node.Counters.UnknownPayloadType);
    }

    [Fact]
    public void A_publisher_may_change_its_ssrc_and_stragglers_do_not_bring_the_old_one_back()
    {
        var first = new RawStream(_raw, "pv", 1);
        first.SendFrame(true);
        first.SendFrame(false);
        _room.World.Run(0.1);
        var second = new RawStream(_raw, "pv", 2) { Sequence = 50_000, Timestamp = 1 };
        second.SendFrame(true);
        first.SendFrame(false);
        second.SendFrame(false);
        _room.World.Run(0.1);
        Assert.Equal(4, _sink.Frames.Count);
        ForwardingTests.AssertOrdered(_sink);
        Assert.InRange((_sink.Frames[3].Pts - _sink.Frames[0].Pts).Milliseconds, 80, 250);
    }

    [Fact]
    public void A_publisher_may_change_codec_and_size()
    {
        var stream = new RawStream(_raw, "pv", 1);
        stream.SendFrame(true);
        _room.World.Run(0.1);
        stream.PayloadType = RawStream.TypeOf(_raw, "pv", "H264");
        stream.Timestamp += 3000;
        stream.Send([0x67, 0x42, 0xe0, 0x1f, 0xda, 0x01, 0x40, 0x16, 0xe8, 0x06, 0xd0, 0xa1, 0x35], false);
        stream.Send([0x68, 0xce, 0x06, 0xe2], false);
        stream.Send([0x65, 0x88, 0x84, 0], true);
        _room.World.Run(0.1);
        Assert.Equal([VideoCodec.Vp8, VideoCodec.H264], _sink.Frames.Select(frame => frame.Codec));
        stream.PayloadType = RawStream.TypeOf(_raw, "pv", "VP8");
        stream.SendFrame(true, 1280, 720);
        _room.World.Run(0.1);
        Assert.Equal(VideoCodec.Vp8, _sink.Frames[^1].Codec);
        Assert.Equal(3, _sink.Frames.Count);
        ForwardingTests.AssertOrdered(_sink);
    }

    [Fact]
    public void A_picture_that_is_held_sideways_says_so_until_a_key_frame_does_not()
    {
        var stream = new RawStream(_raw, "pv", 1);
        stream.SendFrame(true, orientation: new VideoOrientation(1, false, false));
        stream.SendFrame(false);
        stream.SendFrame(true);
        _room.World.Run(0.1);
        Assert.Equal([1, 1, 0], _sink.Frames.Select(frame => frame.QuarterTurns));
    }

    [Fact]
    public void Sound_levels_are_told_ten_times_a_second_at_most()
    {
        var stream = new RawStream(_raw, "pa", 5) { PayloadType = RawStream.TypeOf(_raw, "pa", "opus") };
        for (var i = 0; i < 100; i++)
        {
            stream.Send([0xf8, 1, 2], false, new AudioLevel((byte)(i % 10 == 3 ? 0 : 60), i % 2 == 0));
            stream.Timestamp += 960;
            _room.World.Run(0.02);
        }

        var levels = _room.Server.Events.Levels;
        Assert.InRange(levels.Count, 17, 21);
        Assert.Contains(levels, level => level is { Level: 100, IsSpeech: true });
        Assert.All(levels, level => Assert.Equal(Stream, level.Stream));
    }

    [Fact]
    public void A_sender_report_dates_both_tracks_and_counts_as_life()
    {
        var video = new RawStream(_raw, "pv", 1) { Timestamp = 87_000 };
        var audio = new RawStream(_raw, "pa", 2) { PayloadType = RawStream.TypeOf(_raw, "pa", "opus"), Timestamp = 480_000 };
        video.SendFrame(true);
        audio.Send([0xf8, 1, 2], false);
        _room.World.Run(0.1);
        // Both say that the moment of their first packets was second 100.
        SendReport(1, 100, 90_000);
        SendReport(2, 100, 480_000);
        _room.World.Run(0.1);
        var difference = _sink.Clocks[TrackKind.Video] + _sink.Frames[0].Pts - _sink.Clocks[TrackKind.Audio] - _sink.Sound[0].Pts;
        Assert.InRange(difference.Milliseconds, -0.1, 0.1);
        for (var i = 0; i < 6; i++)
        {
            _room.World.Run(1);
            SendReport(1, 101 + (ulong)i, 90_000);
        }

        Assert.DoesNotContain((Stream, false), _room.Server.Events.Media);
        _room.World.Run(3);
        Assert.Equal([(Stream, true), (Stream, false)], _room.Server.Events.Media);
        video.SendFrame(false);
        _room.World.Run(0.1);
        Assert.Equal((Stream, true), _room.Server.Events.Media[^1]);
    }

    [Fact]
    public void A_bye_frees_the_ssrc_and_the_next_begins()
    {
        var first = new RawStream(_raw, "pv", 1);
        first.SendFrame(true);
        var buffer = new byte[200];
        var writer = new RtcpWriter(buffer);
        writer.TryReceiverReport(new Ssrc(1));
        writer.TryBye([new Ssrc(1)]);
        _raw.SendRtcp(buffer.AsSpan(0, writer.Length));
        new RawStream(_raw, "pv", 2).SendFrame(true);
        _room.World.Run(0.1);
        Assert.Equal(2, _sink.Frames.Count);
    }

    [Fact]
    public void Padding_alone_holds_nothing_up()
    {
        var stream = new RawStream(_raw, "pv", 1);
        stream.SendFrame(true);
        for (var i = 0; i < 20; i++)
        {
            stream.Send([], false, padding: 200);
            stream.SendFrame(false);
        }

        _room.World.Run(0.1);
        Assert.Equal(21, _sink.Frames.Count);
    }

    private void SendReport(uint ssrc, ulong seconds, uint timestamp)
    {
        var buffer = new byte[100];
        var writer = new RtcpWriter(buffer);
        writer.TrySenderReport(new SenderReport(new Ssrc(ssrc), new NtpTime(seconds << 32), new RtpTimestamp(timestamp), 1, 1));
        _raw.SendRtcp(buffer.AsSpan(0, writer.Length));
    }
}
