using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Tests.Send;

public sealed class SendStreamTests
{
    private readonly byte[] _buffer = new byte[1500];
    private readonly ExtensionMap _map = new();

    public SendStreamTests()
    {
        _map.TryAdd(ExtensionKind.Mid, 4);
        _map.TryAdd(ExtensionKind.AudioLevel, 1);
        _map.TryAdd(ExtensionKind.AbsoluteSendTime, 2);
        _map.TryAdd(ExtensionKind.TransportSequence, 3);
    }

    private SendStreamOptions Options => new()
    {
        Ssrc = new Ssrc(7),
        PayloadType = new PayloadType(100),
        ClockRate = 90_000,
        Extensions = _map,
        Mid = "1"u8.ToArray(),
        RetransmissionSsrc = new Ssrc(8),
        RetransmissionType = new PayloadType(101),
        Kept = 64,
        FirstSequence = 65535,
    };

    [Fact]
    public void Own_media_is_numbered_and_stamped_when_it_leaves()
    {
        var stream = new SendStream(Options);
        var history = new SendHistory();
        for (var i = 0; i < 2; i++)
        {
            Assert.True(stream.TryWrite(new RtpTimestamp(50), true, [1, 2, 3], new MediaMarks(new AudioLevel(9, true)), Packet.At(0), _buffer, out var length));
            Assert.True(SendStamp.TryApply(_buffer.AsSpan(0, length), _map, history, 40, Packet.At(1000)));
            var packet = Packet.Parse(_buffer.AsSpan(0, length));
            Assert.Equal(new RtpHeader(new PayloadType(100), new SequenceNumber((ushort)(65535 + i)), new RtpTimestamp(50), new Ssrc(7), true), packet.Header);
            Assert.Equal([1, 2, 3], packet.Payload.ToArray());
            var extensions = new PacketExtensions(packet, _map);
            Assert.Equal("1"u8, extensions.Mid);
            Assert.Equal(new AudioLevel(9, true), extensions.AudioLevel);
            Assert.Equal(new SequenceNumber((ushort)i), extensions.TransportSequence);
            Assert.Equal(new AbsoluteSendTime(1 << 18), extensions.AbsoluteSendTime);
            Assert.Equal((i + 1) * (length + 40), history.BytesInFlight);
        }

        Assert.Equal((2u, 6u), (stream.Statistics.Packets, stream.Statistics.Octets));
    }

    [Fact]
    public void A_forwarded_packet_takes_the_receivers_numbers()
    {
        var stream = new SendStream(Options);
        var rewriter = new StreamRewriter(new Ssrc(7), 90_000, true);
        rewriter.TryRewrite(Packet.Parse(Packet.Of(5, 0, true, [0x90, 0x80, 0x81, 0x00, 0])), Packet.At(0), out _);
        rewriter.Switch();
        var source = Packet.Parse(Packet.Of(900, 7, true, [0x90, 0x80, 0x80, 0x07, 0], ssrc: 55, type: 96));
        Assert.True(rewriter.TryRewrite(source, Packet.At(10), out var rewrite));
        Assert.True(stream.TryForward(rewrite, source.Payload, default, Packet.At(10), _buffer, out var length));
        var sent = Packet.Parse(_buffer.AsSpan(0, length));
        Assert.Equal(new RtpHeader(new PayloadType(100), new SequenceNumber(6), new RtpTimestamp(900), new Ssrc(7), true), sent.Header);
        Assert.Equal([0x90, 0x80, 0x81, 0x01, 0], sent.Payload.ToArray());
    }

    [Fact]
    public void A_resent_packet_is_wrapped_and_stamped_anew()
    {
        var stream = new SendStream(Options);
        var history = new SendHistory();
        stream.TryWrite(new RtpTimestamp(50), true, [1, 2, 3], default, Packet.At(0), _buffer, out var length);
        SendStamp.TryApply(_buffer.AsSpan(0, length), _map, history, 0, Packet.At(0));
        Assert.False(stream.TryResend(new SequenceNumber(3), Packet.At(9), MediaTime.Zero, _buffer, out _));
        Assert.True(stream.TryResend(new SequenceNumber(65535), Packet.At(9), MediaTime.Zero, _buffer, out length));
        SendStamp.TryApply(_buffer.AsSpan(0, length), _map, history, 0, Packet.At(9));
        var resent = Packet.Parse(_buffer.AsSpan(0, length));
        Assert.Equal((new Ssrc(8), new PayloadType(101)), (resent.Ssrc, resent.PayloadType));
        Assert.Equal(new SequenceNumber(1), new PacketExtensions(resent, _map).TransportSequence);

        var original = new byte[1500];
        Assert.True(Retransmission.TryUnwrap(resent, new Ssrc(7), new PayloadType(100), original, out length));
        Assert.Equal(new SequenceNumber(65535), Packet.Parse(original.AsSpan(0, length)).SequenceNumber);
        Assert.Equal(1, stream.Resent);
    }

    [Fact]
    public void Without_a_retransmission_stream_the_packet_itself_is_sent_again()
    {
        var stream = new SendStream(Options with { RetransmissionSsrc = null });
        stream.TryWrite(new RtpTimestamp(50), true, [1, 2, 3], default, Packet.At(0), _buffer, out var length);
        var sent = _buffer[..length];
        Assert.True(stream.TryResend(new SequenceNumber(65535), Packet.At(9), MediaTime.Zero, _buffer, out length));
        Assert.Equal(sent, _buffer[..length]);
        Assert.False(stream.TryProbe(100, default, _buffer, out _));
    }

    [Fact]
    public void A_probe_is_padding_that_counts_in_the_estimate_only()
    {
        var stream = new SendStream(Options);
        var history = new SendHistory();
        Assert.True(stream.TryProbe(200, new RtpTimestamp(5), _buffer, out var length));
        Assert.True(SendStamp.TryApply(_buffer.AsSpan(0, length), _map, history, 0, Packet.At(0)));
        var packet = Packet.Parse(_buffer.AsSpan(0, length));
        Assert.Equal((200, 0, new Ssrc(8)), (packet.PaddingLength, packet.Payload.Length, packet.Ssrc));
        Assert.Equal(length, history.BytesInFlight);
        Assert.False(stream.Statistics.HasSent);
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_not_counted()
    {
        var stream = new SendStream(Options);
        Assert.False(stream.TryWrite(default, false, new byte[100], default, default, new byte[60], out _));
        Assert.False(stream.TryWrite(default, false, [], default, default, new byte[5], out _));
        Assert.False(stream.Statistics.HasSent);
    }

    // Each step: available kbit/s@ms of three layers of 150, 500 and 1500 kbit/s -> the layer.
    [Theory]
    [InlineData("2000@0", "2")]
    [InlineData("160@0 100@10", "0 0")]                                     // the last layer stays
    [InlineData("2000@0 600@10 2000@20 2000@1000 2000@1520", "2 1 1 1 2")]  // down at once, up with patience
    [InlineData("600@0 1600@100 1600@5000", "1 1 1")]                       // room, but none to spare
    [InlineData("600@0 2000@100 600@1000 2000@1200 2000@2600 2000@2700", "1 1 1 1 1 2")]
    public void Layers_go_down_at_once_and_up_with_patience(string steps, string layers)
    {
        var selector = new LayerSelector();
        var found = steps.Split(' ').Select(step =>
        {
            var parts = step.Split('@').Select(long.Parse).ToArray();
            var before = selector.Selected;
            Assert.Equal(selector.Update([150_000, 500_000, 1_500_000], parts[0] * 1000, 2, Packet.At(parts[1])), before != selector.Selected);
            return selector.Selected;
        });
        Assert.Equal(layers, string.Join(' ', found));
    }

    [Fact]
    public void A_layer_that_ends_or_is_not_shown_is_left()
    {
        var selector = new LayerSelector();
        selector.Update([150_000, 500_000, 1_500_000], 5_000_000, 2, Packet.At(0));
        Assert.True(selector.Update([150_000, 500_000, 0], 5_000_000, 2, Packet.At(1)));
        Assert.Equal(1, selector.Selected);
        Assert.True(selector.Update([150_000, 500_000, 0], 5_000_000, 0, Packet.At(2)));
        Assert.Equal(0, selector.Selected);
        Assert.True(selector.Update([0, 0, 0], 5_000_000, 2, Packet.At(3)));
        Assert.Equal(LayerSelector.None, selector.Selected);
    }

    [Fact]
    public void The_meter_averages_over_a_second()
    {
        var meter = new RateMeter();
        for (var ms = 0; ms < 3000; ms += 10) meter.Add(125, Packet.At(ms));
        Assert.InRange(meter.BitsPerSecond(Packet.At(2999)), 99_000, 101_000);
        Assert.InRange(meter.BitsPerSecond(Packet.At(3500)), 39_000, 51_000);
        Assert.Equal(0, meter.BitsPerSecond(Packet.At(9000)));
    }
}
