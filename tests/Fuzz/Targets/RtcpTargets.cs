using ConfEngine.Core.Time;
using ConfEngine.Rtp.Bandwidth;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Fuzz.Targets;

internal static class RtcpTargets
{
    private static readonly Ssrc s_self = new(1);
    private static readonly Ssrc s_media = new(7);

    /// <summary>Compound packets of every type.</summary>
    public static FuzzTarget Rtcp() => new("rtcp", [Compound(), Requests(), Arrivals(40)], RunRtcp) { Iterations = 40_000, MostAllocated = 512 * 1024, MostBytes = 1500 };

    /// <summary>Arrival reports into the estimate of what a path carries.</summary>
    public static FuzzTarget Feedback() => new("transport-feedback", [Chunks.Join(Arrivals(10), Arrivals(10), Arrivals(10))], RunFeedback)
    {
        Iterations = 3000, MostAllocated = 512 * 1024,
    };

    private static int RunRtcp(ReadOnlySpan<byte> input)
    {
        if (!RtcpReader.TryOpen(input, out var reader)) return 0;
        var outcome = 1;
        var count = 0;
        while (reader.TryRead(out var packet))
        {
            outcome |= 2 << ((int)packet.Type & 7);
            outcome |= ReadReports(packet) | ReadNack(packet) | ReadRequests(packet) | ReadArrivals(packet);
            Rules.Hold(++count <= input.Length / 4);
        }

        return outcome;
    }

    private static int ReadReports(in RtcpPacket packet)
    {
        var blocks = new ReportBlock[ReportBlock.CountIn(packet)];
        for (var i = 0; i < blocks.Length; i++)
        {
            Rules.Hold(ReportBlock.TryRead(packet, i, out blocks[i]));
            Rules.Hold(blocks[i].RoundTrip(new NtpTime(0x8000_0000_0000_0000)) is not { } trip || trip >= MediaTime.Zero);
        }

        Rules.Hold(!ReportBlock.TryRead(packet, blocks.Length, out _));
        Span<byte> buffer = stackalloc byte[1500];
        var writer = new RtcpWriter(buffer);
        if (SenderReport.TryRead(packet, out var report))
        {
            Rules.Hold(writer.TrySenderReport(report, blocks));
            Rules.Hold(SenderReport.TryRead(First(buffer[..writer.Length]), out var again));
            Rules.Hold(again == report);
            return 1 << 10;
        }

        if (packet.Type == RtcpType.ReceiverReport && packet.Body.Length >= 4)
        {
            Rules.Hold(writer.TryReceiverReport(packet.Sender, blocks));
            var again = First(buffer[..writer.Length]);
            for (var i = 0; i < blocks.Length; i++)
            {
                Rules.Hold(ReportBlock.TryRead(again, i, out var block));
                Rules.Hold(block == blocks[i]);
            }
        }

        return SourceDescription.TryGetCname(packet, s_self, out var cname) ? 1 << 11 | (cname.Length > 16 ? 1 << 12 : 0) : 0;
    }

    private static int ReadNack(in RtcpPacket packet)
    {
        if (!NackList.TryOpen(packet, out var list)) return 0;
        Span<SequenceNumber> numbers = stackalloc SequenceNumber[1500 / 4 * 17];
        var count = 0;
        while (list.TryRead(out var number)) numbers[count++] = number;
        Rules.Hold(count <= packet.Body.Length / 4 * 17);
        Span<byte> buffer = stackalloc byte[8192];
        var writer = new RtcpWriter(buffer);
        if (!writer.TryNack(s_self, s_media, numbers[..count])) return 1 << 13;
        // The list need not have been in order; the same numbers are named.
        Rules.Hold(NackList.TryOpen(First(buffer[..writer.Length]), out var again));
        var named = new HashSet<ushort>();
        while (again.TryRead(out var number)) named.Add(number.Value);
        foreach (var number in numbers[..count]) Rules.Hold(named.Contains(number.Value));
        Rules.Hold(named.Count <= count);
        return 1 << 14;
    }

    private static int ReadRequests(in RtcpPacket packet)
    {
        var outcome = 0;
        for (var i = 0; i < FullIntraRequest.CountIn(packet); i++)
        {
            Rules.Hold(FullIntraRequest.TryRead(packet, i, out _));
            outcome |= 1 << 15;
        }

        for (var i = 0; i < Bye.CountIn(packet); i++)
        {
            Rules.Hold(Bye.TryRead(packet, i, out _));
            outcome |= 1 << 16;
        }

        if (!ReceiverEstimate.TryRead(packet, out var estimate)) return outcome;
        Rules.Hold(estimate.BitsPerSecond >= 0);
        var sources = new Ssrc[estimate.SourceCount];
        for (var i = 0; i < sources.Length; i++) sources[i] = estimate.Source(i);
        Span<byte> buffer = stackalloc byte[1500];
        var writer = new RtcpWriter(buffer);
        Rules.Hold(writer.TryReceiverEstimate(s_self, estimate.BitsPerSecond, sources));
        Rules.Hold(ReceiverEstimate.TryRead(First(buffer[..writer.Length]), out var again));
        Rules.Hold(again.BitsPerSecond == estimate.BitsPerSecond && again.SourceCount == sources.Length);
        return outcome | 1 << 17;
    }

    private static int ReadArrivals(in RtcpPacket packet)
    {
        if (!TransportFeedback.TryRead(packet, out var feedback)) return 0;
        var told = 0;
        var next = feedback.First;
        foreach (var status in feedback)
        {
            Rules.Hold(status.Number == next);
            next = next.Next;
            told++;
        }

        Rules.Hold(told == feedback.PacketCount);
        return 1 << 18 | (told > 7 ? 1 << 19 : 0) | (told > 100 ? 1 << 20 : 0);
    }

    private static int RunFeedback(ReadOnlySpan<byte> input)
    {
        var history = new SendHistory();
        var estimator = new BandwidthEstimator();
        var now = new Instant(1_000_000_000);
        for (var i = 0; i < 60; i++) history.Add(1200, now += MediaTime.FromMilliseconds(5));
        var outcome = 0;
        var chunks = new Chunks(input);
        while (chunks.TryNext(out var datagram))
        {
            now += MediaTime.FromMilliseconds(50);
            if (!RtcpReader.TryOpen(datagram, out var reader)) continue;
            while (reader.TryRead(out var packet))
            {
                if (ReceiverEstimate.TryRead(packet, out var estimate)) estimator.OnReceiverEstimate(estimate.BitsPerSecond);
                if (!TransportFeedback.TryRead(packet, out var feedback)) continue;
                var results = history.OnFeedback(feedback);
                outcome = Math.Max(outcome, results.Length);
                estimator.OnFeedback(results, MediaTime.FromMilliseconds(20), now);
                Rules.Hold(estimator.BitsPerSecond is >= 50_000 and <= 20_000_000);
                Rules.Hold(history.BytesInFlight is >= 0 and <= 60 * 1200);
            }
        }

        return outcome + 100 * (int)estimator.Usage;
    }

    private static RtcpPacket First(ReadOnlySpan<byte> datagram)
    {
        Rules.Hold(RtcpReader.TryOpen(datagram, out var reader));
        Rules.Hold(reader.TryRead(out var packet));
        return packet;
    }

    private static byte[] Compound()
    {
        Span<byte> buffer = stackalloc byte[1500];
        var writer = new RtcpWriter(buffer);
        var block = new ReportBlock(s_media, 12, -3, 70_000, 900, 0x8000_0000, 6553);
        writer.TrySenderReport(new SenderReport(s_self, new NtpTime(0x8000_0000_0000_0000), new RtpTimestamp(90_000), 10, 1000), [block, block]);
        writer.TryReceiverReport(s_self, [block]);
        writer.TryCname(s_self, "someone@here");
        writer.TryBye([s_self, s_media]);
        return buffer[..writer.Length].ToArray();
    }

    private static byte[] Requests()
    {
        Span<byte> buffer = stackalloc byte[1500];
        var writer = new RtcpWriter(buffer);
        writer.TryNack(s_self, s_media, [new SequenceNumber(65_534), new SequenceNumber(65_535), new SequenceNumber(3), new SequenceNumber(90)]);
        writer.TryPictureLoss(s_self, s_media);
        writer.TryFullIntraRequest(s_self, new FullIntraRequest(s_media, 5));
        writer.TryReceiverEstimate(s_self, 2_500_000, [s_media, new Ssrc(8)]);
        return buffer[..writer.Length].ToArray();
    }

    private static byte[] Arrivals(int count)
    {
        Span<byte> buffer = stackalloc byte[1500];
        var writer = new RtcpWriter(buffer);
        var arrivals = Enumerable.Range(0, count).Select(i => i % 5 == 3 ? ArrivalTicks.Missing : ArrivalTicks.From(new Instant(2_000_000_000L + i * (i % 7 == 6 ? 90_000_000L : 5_000_000)))).ToArray();
        TransportFeedbackWriter.Write(ref writer, s_self, s_media, 1, default, arrivals);
        return buffer[..writer.Length].ToArray();
    }
}
