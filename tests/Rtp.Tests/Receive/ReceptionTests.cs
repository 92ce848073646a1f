using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Tests.Receive;

public sealed class ReceptionTests
{
    [Theory]
    [InlineData("1 2 3", "AAA")]
    [InlineData("1 2 2 1", "AADD")]
    [InlineData("1 5 3 3 4", "AAADA")]
    [InlineData("65535 0 65534 0", "AAAD")]
    [InlineData("10000 12000 10000 9001 9952 9953", "AADLLA")]
    [InlineData("1 9000 2 9001 3", "ASASA")]              // two strays that do not follow each other
    [InlineData("1 9000 9001 9002 2", "ASRAS")]           // the sender began anew
    [InlineData("100 40000 99 40001", "ASAS")]
    [InlineData("1 2900 852 853", "AALA")]
    [InlineData("1 3001 3001", "AAD")]
    public void Packets_are_judged_by_what_came_before(string numbers, string verdicts)
    {
        var window = new SequenceWindow();
        var found = numbers.Split(' ').Select(n => window.Add(new SequenceNumber(ushort.Parse(n))).Kind.ToString()[0]);
        Assert.Equal(verdicts, string.Concat(found));
    }

    [Fact]
    public void Old_packets_sent_again_start_nothing_anew()
    {
        var stream = new ReceiveStream(new Ssrc(1), 90_000, true);
        Assert.True(stream.OnPacket(Packet.Parse(Packet.Of(9000)), Packet.At(0)).IsAccepted);
        for (var i = 0; i < 5; i++) Assert.Equal(ReceptionKind.Late, stream.OnPacket(Packet.Parse(Packet.Of(i)), Packet.At(i), true).Kind);
        Assert.Equal((5L, 0L), (stream.Refused, stream.Recovered));
    }

    [Fact]
    public void Garbage_never_harms()
    {
        var random = new Random(12);
        var stream = new ReceiveStream(new Ssrc(1), 90_000, true);
        var rewriter = new StreamRewriter(new Ssrc(2), 90_000, true);
        var pool = new PacketPool(300);
        var assembler = new FrameAssembler(VideoCodec.Vp8, 90_000, pool);
        var buffer = new byte[1500];
        var missing = new SequenceNumber[64];
        int number = 0, restarts = 0;
        for (var i = 0; i < 200_000; i++)
        {
            number = random.Next(50) == 0 ? random.Next(65536) : number + 1;
            var bytes = Bytes.Damage(random, Packet.Of(number, (uint)i / 5 * 3000, i % 5 == 4, Bytes.Random(random, 30)));
            if (!RtpPacket.TryParse(bytes, out var packet)) continue;
            if (i % 7 == 0 && Retransmission.TryUnwrap(packet, new Ssrc(1), new PayloadType(96), buffer, out var length)) packet = Packet.Parse(buffer.AsSpan(0, length));
            var now = Packet.At(i);
            var reception = stream.OnPacket(packet, now, i % 7 == 0);
            if (reception.Kind == ReceptionKind.Restarted)
            {
                restarts++;
                assembler.Restart();
                rewriter.Switch();
            }

            if (!reception.IsAccepted) continue;
            assembler.Insert(reception.Sequence, packet, now);
            if (random.Next(9) == 0) rewriter.Skip(packet);
            else rewriter.TryRewrite(packet, now, out _);
            stream.CollectMissing(now, MediaTime.Zero, missing);
            stream.Statistics.TakeReport(now);
            Assert.InRange(pool.Rented, 0, 300);
        }

        Assert.InRange(restarts, 100, 10_000);
    }

    [Fact]
    public void Every_packet_is_accepted_once_whatever_the_order()
    {
        var random = new Random(11);
        var window = new SequenceWindow();
        var sent = Enumerable.Range(60_000, 100_000).ToArray();
        for (var i = 0; i < sent.Length - 50; i++)
        {
            var other = i + random.Next(50);
            (sent[i], sent[other]) = (sent[other], sent[i]);
        }

        var accepted = new HashSet<long>();
        foreach (var number in sent)
        {
            Assert.True(window.Add(new SequenceNumber((ushort)number)) is { IsAccepted: true } first && accepted.Add(first.Sequence));
            Assert.Equal(ReceptionKind.Duplicate, window.Add(new SequenceNumber((ushort)number)).Kind);
        }
    }

    [Fact]
    public void Loss_is_reported_since_the_last_report_and_since_the_start()
    {
        var statistics = new ReceptionStatistics(new Ssrc(9), 90_000);
        for (var i = 0; i < 100; i++)
            if (i % 4 != 1) statistics.OnPacket(65536 + 65500 + i, new RtpTimestamp((uint)(i * 3000)), Packet.At(i * 100.0 / 3));
        var block = statistics.TakeReport(Packet.At(4000));
        Assert.Equal((new Ssrc(9), (byte)64, 25, 65536u + 63), (block.Source, block.FractionLost, block.CumulativeLost, block.HighestSequence));
        Assert.Equal(0u, block.Jitter);

        for (var i = 100; i < 110; i++) statistics.OnPacket(65536 + 65500 + i, new RtpTimestamp((uint)(i * 3000)), Packet.At(i * 100.0 / 3));
        block = statistics.TakeReport(Packet.At(5000));
        Assert.Equal((0, 25), (block.FractionLost, block.CumulativeLost));
    }

    [Fact]
    public void Jitter_settles_at_the_mean_deviation()
    {
        var statistics = new ReceptionStatistics(default, 48_000);
        // Every other packet 5 ms late: transit times differ by 5 ms from one packet to the next.
        for (var i = 0; i < 2000; i++) statistics.OnPacket(65536 + i, new RtpTimestamp((uint)(i * 960)), Packet.At(20 * i + i % 2 * 5));
        Assert.Equal(5, statistics.Jitter.Milliseconds, 0.1);
        Assert.InRange(statistics.TakeReport(default).Jitter, 235u, 240u);
    }

    [Fact]
    public void The_packets_of_one_frame_and_steps_of_the_clock_are_no_jitter()
    {
        var statistics = new ReceptionStatistics(default, 90_000);
        for (var i = 0; i < 400; i++)
            statistics.OnPacket(65536 + i, new RtpTimestamp((uint)(i / 4 * 3000 + (i >= 200 ? 4_000_000_000 : 0))), Packet.At(i / 4 * 100.0 / 3 + i % 4));
        Assert.Equal(MediaTime.Zero, statistics.Jitter);
    }

    [Fact]
    public void A_report_answers_the_senders_last()
    {
        var statistics = new ReceptionStatistics(default, 90_000);
        statistics.OnPacket(65536, default, Packet.At(0));
        Assert.Equal(0u, statistics.TakeReport(Packet.At(1000)).LastSenderReport);
        statistics.OnSenderReport(new SenderReport(default, new NtpTime(0x0000_1234_5678_0000), default, 0, 0), Packet.At(1000));
        var block = statistics.TakeReport(Packet.At(1500));
        Assert.Equal((0x1234_5678u, 0x8000u), (block.LastSenderReport, block.DelaySinceLastSenderReport));
    }

    [Fact]
    public void Picture_and_sound_meet_on_the_senders_clock()
    {
        var video = new SenderClock(90_000);
        var audio = new SenderClock(48_000);
        Assert.False(video.TryToNtp(default, out _));
        var ntp = NtpTime.FromUnixNanoseconds(1_000_000_000_000);
        video.OnSenderReport(new SenderReport(default, ntp, new RtpTimestamp(uint.MaxValue - 44_999), 0, 0));
        audio.OnSenderReport(new SenderReport(default, ntp + MediaTime.FromSeconds(2), new RtpTimestamp(96_000), 0, 0));
        Assert.True(video.TryToNtp(new RtpTimestamp(45_000), out var seen));
        Assert.True(audio.TryToNtp(new RtpTimestamp(48_000), out var heard));
        Assert.Equal(0, seen.Since(heard).Milliseconds, 0.001);
        video.OnSenderReport(default);
        Assert.True(video.IsKnown);
    }

    [Fact]
    public void A_storm_of_wishes_is_one_request_per_interval()
    {
        var requester = new KeyFrameRequester();
        Assert.False(requester.Take(Packet.At(0)));
        for (var ms = 0; ms < 2000; ms++)
        {
            requester.Want();
            requester.Take(Packet.At(ms));
        }

        Assert.Equal(4, requester.Requests);
        requester.OnKeyFrame();
        Assert.Null(requester.NextDeadline);
        Assert.False(requester.Take(Packet.At(9000)));
        requester.Want();
        Assert.True(requester.Take(Packet.At(9000)));
    }
}
