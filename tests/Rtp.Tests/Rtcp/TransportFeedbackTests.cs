using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;
using FsCheck;
using FsCheck.Fluent;

namespace ConfEngine.Rtp.Tests.Rtcp;

public sealed class TransportFeedbackTests
{
    private const long M = ArrivalTicks.Missing;

    [Theory]
    [InlineData("256 257 M 300", 4, "0004 00000100 b400 00012b")]                            // 1, 1, 0, 1 in one bit each
    [InlineData("256 256 256 256 256 256 256 256", 8, "0008 00000100 2008 0000000000000000")] // a run
    [InlineData("256 255", 2, "0002 00000100 d800 00ffff")]                                   // backwards: two bytes
    [InlineData("256 M M", 1, "0001 00000100 2001 00")]                                       // what may still come is not told of
    [InlineData("M 600", 2, "0002 00000200 9000 58")]
    [InlineData("0 40000", 1, "0001 00000000 2001 00")]                                       // too far for one feedback
    [InlineData("-1", 1, "0001 ffffff00 2001 ff")]
    public void Arrival_times_have_their_bytes(string ticks, int told, string fields)
    {
        var arrivals = ticks.Split(' ').Select(t => t == "M" ? M : long.Parse(t)).ToArray();
        var buffer = new byte[64];
        var writer = new RtcpWriter(buffer);
        Assert.Equal(told, TransportFeedbackWriter.Write(ref writer, new Ssrc(1), new Ssrc(2), 0, new SequenceNumber(0xfffe), arrivals));
        var expected = Bytes.Of("fffe" + fields);
        Assert.Equal(expected, buffer[12..(12 + expected.Length)]);
        Assert.Equal(0, writer.Length % 4);
        Assert.InRange(writer.Length - 12 - expected.Length, 0, 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("M M M")]
    public void Nothing_is_told_when_nothing_came(string ticks)
    {
        var arrivals = ticks.Length == 0 ? [] : new[] { M, M, M };
        var writer = new RtcpWriter(new byte[64]);
        Assert.Equal(0, TransportFeedbackWriter.Write(ref writer, default, default, 0, default, arrivals));
        Assert.Equal(0, writer.Length);
    }

    [Fact]
    public void What_is_told_is_read_again() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(900),
        Prop.ForAll(ArbMap.Default.ArbFor<ushort>(), ArbMap.Default.ArbFor<short[]>(), (first, steps) =>
        {
            // Each number is a step to the next arrival; every third one stands for a lost packet, some steps are long or backwards.
            long at = 1_000_000;
            var arrivals = steps.Select(step => step % 3 == 0 ? M : at += step % 7 == 0 ? step : Math.Abs(step % 40)).ToArray();
            var told = 0;
            while (told < arrivals.Length)
            {
                var buffer = new byte[1200];
                var writer = new RtcpWriter(buffer);
                var number = new SequenceNumber((ushort)(first + told));
                var count = TransportFeedbackWriter.Write(ref writer, new Ssrc(1), new Ssrc(2), 7, number, arrivals.AsSpan(told));
                if (count == 0) return arrivals.Skip(told).Take(TransportFeedbackWriter.MaxPackets).All(a => a == M);
                if (!Matches(buffer.AsSpan(0, writer.Length), number, arrivals.AsSpan(told, count))) return false;
                told += count;
            }

            return true;
        }));

    [Theory]
    [InlineData("8fcd0005 00000001 00000002 0001 0001 000001 00 2001 aa 00", true)]
    [InlineData("8fcd0004 00000001 00000002 0001 0001 000001 00", false)]               // no chunk
    [InlineData("8fcd0005 00000001 00000002 0001 0003 000001 00 2003 aa 00", false)]    // delta missing
    [InlineData("8fcd0005 00000001 00000002 0001 ffff 000001 00 3fff 0000", false)]     // promises 65535
    [InlineData("8fcd0005 00000001 00000002 0001 0001 000001 00 0000 2001", false)]     // an empty run, then no delta
    [InlineData("8fcd0006 00000001 00000002 0001 0001 000001 00 0000 2001 aa000000", true)]
    [InlineData("8fcd0003 00000001 00000002 0001 0000", false)]
    [InlineData("8fcd0004 00000001 00000002 0001 0000 000001 00", true)]                // about no packet
    public void Chunks_and_deltas_have_to_be_there(string hex, bool good)
    {
        Assert.True(RtcpReader.TryOpen(Bytes.Of(hex), out var reader));
        Assert.True(reader.TryRead(out var packet));
        Assert.Equal(good, TransportFeedback.TryRead(packet, out var feedback));
        foreach (var status in feedback) Assert.Equal(new SequenceNumber(1), status.Number);
    }

    [Fact]
    public void Ticks_round_down_on_both_sides_of_zero()
    {
        Assert.Equal(0, ArrivalTicks.From(new Instant(249_999)));
        Assert.Equal(1, ArrivalTicks.From(new Instant(250_000)));
        Assert.Equal(-1, ArrivalTicks.From(new Instant(-1)));
        Assert.Equal(-1, ArrivalTicks.From(new Instant(-250_000)));
    }

    [Fact]
    public void Garbage_never_harms()
    {
        var random = new Random(31);
        var good = Bytes.Of("81c90007 00000005 0000beef 40fffffe 00010005 0000012c 12345678 00010000 81ca0002 00000001 0102 6161 " +
            "8fcd0006 00000001 00000002 0001 0009 000001 00 d9a4 b400 aabbcc00 81cd0003 00000001 00000002 00050101 " +
            "8fce0005 00000001 00000000 52454d42 01020001 00000001 84ce0004 00000001 00000000 00000003 c8000000 81cb0001 00000001");
        var opened = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var bytes = i % 3 == 0 ? Bytes.Random(random, 80) : Bytes.Damage(random, good);
            if (!RtcpReader.TryOpen(bytes, out var reader)) continue;
            opened++;
            while (reader.TryRead(out var packet)) ReadEverything(packet);
        }

        Assert.InRange(opened, 10_000, 190_000);
    }

    private static void ReadEverything(in RtcpPacket packet)
    {
        for (var i = 0; i < 32; i++)
        {
            ReportBlock.TryRead(packet, i, out _);
            Bye.TryRead(packet, i, out _);
            FullIntraRequest.TryRead(packet, i, out _);
        }

        SenderReport.TryRead(packet, out _);
        SourceDescription.TryGetCname(packet, new Ssrc(1), out _);
        if (NackList.TryOpen(packet, out var list))
            while (list.TryRead(out _)) { }
        if (TransportFeedback.TryRead(packet, out var feedback))
            foreach (var status in feedback) _ = status;
        if (!ReceiverEstimate.TryRead(packet, out var estimate)) return;
        for (var i = 0; i < estimate.SourceCount; i++) estimate.Source(i);
    }

    private static bool Matches(ReadOnlySpan<byte> datagram, SequenceNumber first, ReadOnlySpan<long> arrivals)
    {
        if (!RtcpReader.TryOpen(datagram, out var reader) || !reader.TryRead(out var packet) || !TransportFeedback.TryRead(packet, out var feedback)) return false;
        if (feedback.PacketCount != arrivals.Length || feedback.First != first || feedback.FeedbackCount != 7) return false;
        var i = 0;
        foreach (var status in feedback)
        {
            var expected = arrivals[i] == M ? default : ArrivalTicks.ToTime(arrivals[i]);
            if (status.Number.DistanceFrom(first) != i || status.IsReceived != (arrivals[i] != M) || status.Arrival != expected) return false;
            i++;
        }

        return i == arrivals.Length;
    }
}
