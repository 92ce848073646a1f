using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Tests.Send;

public sealed class SendTests
{
    [Fact]
    public void A_packet_goes_through_a_retransmission_unharmed()
    {
        var original = Bytes.Of("b0e01234 decafbad cafebabe bede0001 10aa0000 010203 0002");
        var cache = new RetransmissionCache(16);
        Assert.True(cache.Add(Packet.Parse(original), Packet.At(0)));
        Assert.True(cache.TryTake(new SequenceNumber(0x1234), Packet.At(10), Packet.Ms(20), out var kept));

        var buffer = new byte[100];
        Assert.True(RetransmissionCache.TryWrap(kept, new Ssrc(0x99), new PayloadType(97), new SequenceNumber(5), buffer, out var length));
        Assert.Equal(Bytes.Of("90e10005 decafbad 00000099 bede0001 10aa0000 1234 010203"), buffer[..length]);

        var back = new byte[100];
        Assert.True(Retransmission.TryUnwrap(Packet.Parse(buffer.AsSpan(0, length)), new Ssrc(0xcafebabe), new PayloadType(96), back, out var backLength));
        Assert.Equal(Bytes.Of("90e01234 decafbad cafebabe bede0001 10aa0000 010203"), back[..backLength]);
    }

    [Theory]
    [InlineData("80610005 decafbad 00000099")]                       // nothing
    [InlineData("80610005 decafbad 00000099 12")]
    [InlineData("a0610005 decafbad 00000099 00000000 000000 08")]    // a probe of padding
    public void Probes_are_no_retransmissions(string hex) =>
        Assert.False(Retransmission.TryUnwrap(Packet.Parse(Bytes.Of(hex)), default, default, new byte[100], out _));

    [Fact]
    public void A_packet_under_way_is_not_sent_once_more()
    {
        var cache = new RetransmissionCache(16);
        cache.Add(Packet.Parse(Packet.Of(7)), Packet.At(0));
        Assert.True(cache.TryTake(new SequenceNumber(7), Packet.At(5), Packet.Ms(50), out _));
        Assert.False(cache.TryTake(new SequenceNumber(7), Packet.At(54), Packet.Ms(50), out _));
        Assert.True(cache.TryTake(new SequenceNumber(7), Packet.At(56), Packet.Ms(50), out _));
    }

    [Fact]
    public void The_cache_keeps_as_many_as_it_holds()
    {
        var cache = new RetransmissionCache(16);
        for (var i = 65530; i < 65556; i++) Assert.True(cache.Add(Packet.Parse(Packet.Of(i)), Packet.At(0)));
        for (var i = 65530; i < 65556; i++)
            Assert.Equal(i >= 65540, cache.TryTake(new SequenceNumber((ushort)i), Packet.At(0), MediaTime.Zero, out _));
        Assert.False(cache.TryTake(new SequenceNumber(9999), Packet.At(0), MediaTime.Zero, out _));
        Assert.False(cache.Add(Packet.Parse(new byte[1501] is var big && (big[0] = 0x80) > 0 ? big : []), Packet.At(0)));
        cache.Clear();
        Assert.False(cache.TryTake(new SequenceNumber(10), Packet.At(0), MediaTime.Zero, out _));
    }

    [Fact]
    public void Reports_say_which_time_stamp_is_now()
    {
        var statistics = new SendStatistics(new Ssrc(3), 90_000);
        Assert.False(statistics.HasSent);
        statistics.OnPacket(Packet.Parse(Packet.Of(1, 1000, payload: new byte[10])), Packet.At(100));
        statistics.OnPacket(Packet.Parse(Packet.Of(2, 1000, payload: new byte[20])), Packet.At(104));
        var wall = NtpTime.FromUnixNanoseconds(5_000_000_000);
        Assert.Equal(new SenderReport(new Ssrc(3), wall, new RtpTimestamp(1000 + 900), 2, 30), statistics.MakeReport(Packet.At(110), wall));
    }

    [Fact]
    public void Feedback_is_matched_with_what_was_sent()
    {
        var history = new SendHistory();
        var recorder = new ArrivalRecorder();
        var buffer = new byte[1200];
        var results = new List<PacketResult>();
        for (var i = 0; i < 200_000; i++)
        {
            var number = history.Add(1000, Packet.At(i));
            if (i % 10 != 3) recorder.OnPacket(number, Packet.At(i + 20));
            var writer = new RtcpWriter(buffer);
            if (!recorder.TryWrite(ref writer, new Ssrc(1), new Ssrc(2), Packet.At(i + 20))) continue;
            Assert.True(RtcpReader.TryOpen(buffer.AsSpan(0, writer.Length), out var reader));
            Assert.True(reader.TryRead(out var packet));
            Assert.True(TransportFeedback.TryRead(packet, out var feedback));
            foreach (var result in history.OnFeedback(feedback)) results.Add(result);
        }

        Assert.InRange(results.Count, 199_900, 200_000);
        Assert.InRange(history.BytesInFlight, 0, 100_000);
        for (var i = 0; i < results.Count; i++)
        {
            Assert.Equal(Packet.At(i), results[i].SentAt);
            Assert.Equal(i % 10 != 3, results[i].IsReceived);
            if (results[i].IsReceived) Assert.Equal(20.0, (results[i].ArrivedAt - results[0].ArrivedAt).Milliseconds - i + 20, 0.001);
        }
    }

    [Fact]
    public void A_packet_told_of_as_lost_may_still_come()
    {
        var history = new SendHistory();
        var recorder = new ArrivalRecorder();
        for (var i = 0; i < 3; i++) history.Add(100, Packet.At(i));
        var first = new SequenceNumber(0);
        recorder.OnPacket(first, Packet.At(10));
        recorder.OnPacket(new SequenceNumber(2), Packet.At(12));
        Assert.Equal([true, false, true], Exchange(history, recorder, 100).Select(r => r.IsReceived));
        recorder.OnPacket(new SequenceNumber(1), Packet.At(110));
        Assert.Equal([true], Exchange(history, recorder, 200).Select(r => r.IsReceived));
        Assert.Equal(0, history.BytesInFlight);
    }

    [Fact]
    public void Feedback_waits_until_it_is_due()
    {
        var recorder = new ArrivalRecorder();
        Assert.Null(recorder.NextDeadline);
        recorder.OnPacket(new SequenceNumber(9), Packet.At(10));
        Assert.Equal(Packet.At(10) + ArrivalRecorder.Interval, recorder.NextDeadline);
        var writer = new RtcpWriter(new byte[100]);
        Assert.False(recorder.TryWrite(ref writer, default, default, Packet.At(11)));
        Assert.True(recorder.TryWrite(ref writer, default, default, Packet.At(60)));
        Assert.Null(recorder.NextDeadline);
    }

    [Fact]
    public void The_pacer_keeps_its_rate_and_lets_a_burst_through()
    {
        var pacer = new Pacer { BitsPerSecond = 1_000_000, Burst = Packet.Ms(20) };
        var sent = 0;
        for (var tick = 0; tick < 1000; tick++)
            while (pacer.TrySend(1250, Packet.At(tick))) sent++;
        Assert.InRange(sent, 100, 103);
        Assert.Equal(Packet.Ms(100), pacer.QueueDelay(12_500));
    }

    private static List<PacketResult> Exchange(SendHistory history, ArrivalRecorder recorder, double at)
    {
        var buffer = new byte[1200];
        var writer = new RtcpWriter(buffer);
        Assert.True(recorder.TryWrite(ref writer, new Ssrc(1), new Ssrc(2), Packet.At(at)));
        Assert.True(RtcpReader.TryOpen(buffer.AsSpan(0, writer.Length), out var reader));
        Assert.True(reader.TryRead(out var packet));
        Assert.True(TransportFeedback.TryRead(packet, out var feedback));
        return [.. history.OnFeedback(feedback)];
    }
}
