using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Rtp.Tests.Rtcp;

public sealed class RtcpVectorTests
{
    private static readonly ReportBlock s_block = new(new Ssrc(0xbeef), 64, -2, 0x0001_0005, 300, 0x1234_5678, 0x0001_0000);

    [Fact]
    public void A_compound_datagram_is_written_and_read_again()
    {
        var buffer = new byte[256];
        var writer = new RtcpWriter(buffer);
        var report = new SenderReport(new Ssrc(1), new NtpTime(0x0102030405060708), new RtpTimestamp(99), 10, 2000);
        Assert.True(writer.TrySenderReport(report, [s_block]));
        Assert.True(writer.TryCname(new Ssrc(1), "abcdé"));
        Assert.True(writer.TryBye([new Ssrc(1), new Ssrc(2)]));
        Assert.Equal(
            Bytes.Of("""
                81c8000c 00000001 0102030405060708 00000063 0000000a 000007d0
                         0000beef 40fffffe 00010005 0000012c 12345678 00010000
                81ca0004 00000001 0106 61626364c3a9 00000000
                82cb0002 00000001 00000002
                """),
            buffer[..writer.Length]);

        Assert.True(RtcpReader.TryOpen(buffer.AsSpan(0, writer.Length), out var reader));
        Assert.True(reader.TryRead(out var first));
        Assert.True(SenderReport.TryRead(first, out var readReport));
        Assert.Equal(report, readReport);
        Assert.True(ReportBlock.TryRead(first, 0, out var readBlock));
        Assert.Equal(s_block, readBlock);
        Assert.False(ReportBlock.TryRead(first, 1, out _));
        Assert.True(reader.TryRead(out var second));
        Assert.True(SourceDescription.TryGetCname(second, new Ssrc(1), out var cname));
        Assert.Equal("abcdé"u8, cname);
        Assert.False(SourceDescription.TryGetCname(second, new Ssrc(2), out _));
        Assert.True(reader.TryRead(out var third));
        Assert.Equal(2, Bye.CountIn(third));
        Assert.True(Bye.TryRead(third, 1, out var gone));
        Assert.Equal(new Ssrc(2), gone);
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void An_empty_receiver_report_is_eight_bytes()
    {
        var buffer = new byte[8];
        var writer = new RtcpWriter(buffer);
        Assert.True(writer.TryReceiverReport(new Ssrc(5)));
        Assert.Equal(Bytes.Of("80c90001 00000005"), buffer);
        Assert.False(writer.TryReceiverReport(new Ssrc(5)));
        Assert.Equal(8, writer.Length);
    }

    [Theory]
    [InlineData("5", "0005 0000")]
    [InlineData("5 6 21", "0005 8001")]
    [InlineData("5 22", "0005 0000 0016 0000")]
    [InlineData("65535 0 15", "ffff 8001")]
    [InlineData("65530 65535 9 11", "fffa 4010 000b 0000")]
    public void Missing_packets_are_packed_by_seventeen(string missing, string entries)
    {
        var numbers = missing.Split(' ').Select(n => new SequenceNumber(ushort.Parse(n))).ToArray();
        var buffer = new byte[64];
        var writer = new RtcpWriter(buffer);
        Assert.True(writer.TryNack(new Ssrc(1), new Ssrc(2), numbers));
        Assert.Equal(Bytes.Of(entries), buffer[12..writer.Length]);
        Assert.Equal(Bytes.Of("81cd"), buffer[..2]);

        Assert.True(RtcpReader.TryOpen(buffer.AsSpan(0, writer.Length), out var reader));
        Assert.True(reader.TryRead(out var packet));
        Assert.True(NackList.TryOpen(packet, out var list));
        var read = new List<SequenceNumber>();
        while (list.TryRead(out var number)) read.Add(number);
        Assert.Equal(numbers, read);
        Assert.Equal(new Ssrc(2), packet.Media);
    }

    [Fact]
    public void Key_frame_requests_have_their_bytes()
    {
        var buffer = new byte[64];
        var writer = new RtcpWriter(buffer);
        Assert.True(writer.TryPictureLoss(new Ssrc(1), new Ssrc(2)));
        Assert.True(writer.TryFullIntraRequest(new Ssrc(1), new FullIntraRequest(new Ssrc(3), 200)));
        Assert.Equal(Bytes.Of("81ce0002 00000001 00000002  84ce0004 00000001 00000000 00000003 c8000000"), buffer[..writer.Length]);
        Assert.True(RtcpReader.TryOpen(buffer.AsSpan(0, writer.Length), out var reader));
        Assert.True(reader.TryRead(out var loss));
        Assert.True(loss.IsFeedback(RtcpType.PayloadFeedback, PayloadFormat.PictureLoss));
        Assert.True(reader.TryRead(out var intra));
        Assert.True(FullIntraRequest.TryRead(intra, 0, out var request));
        Assert.Equal(new FullIntraRequest(new Ssrc(3), 200), request);
        Assert.False(FullIntraRequest.TryRead(intra, 1, out _));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(262_143, 262_143)]
    [InlineData(262_144, 262_144)]
    [InlineData(1_000_001, 1_000_000)]
    [InlineData(3_000_000_000, 2_999_992_320)]
    public void Estimates_keep_eighteen_bits(long rate, long read)
    {
        var buffer = new byte[64];
        var writer = new RtcpWriter(buffer);
        Assert.True(writer.TryReceiverEstimate(new Ssrc(1), rate, [new Ssrc(8), new Ssrc(9)]));
        Assert.True(RtcpReader.TryOpen(buffer.AsSpan(0, writer.Length), out var reader));
        Assert.True(reader.TryRead(out var packet));
        Assert.True(ReceiverEstimate.TryRead(packet, out var estimate));
        Assert.Equal((read, 2, new Ssrc(9)), (estimate.BitsPerSecond, estimate.SourceCount, estimate.Source(1)));
    }

    [Theory]
    [InlineData("8fce0005 00000001 00000000 52454d42 01fe0001 00000001", false)]  // rate of 2^63
    [InlineData("8fce0005 00000001 00000000 52454d42 01020001 00000001", true)]
    [InlineData("8fce0004 00000001 00000000 52454d42 01020001", false)]            // source missing
    [InlineData("8fce0004 00000001 00000000 58585858 00020001", false)]            // somebody else's
    public void Only_estimates_are_taken_for_estimates(string hex, bool good)
    {
        Assert.True(RtcpReader.TryOpen(Bytes.Of(hex), out var reader));
        Assert.True(reader.TryRead(out var packet));
        Assert.Equal(good, ReceiverEstimate.TryRead(packet, out _));
    }

    [Theory]
    [InlineData("80c90001 00000005", 1)]
    [InlineData("81cd0003 00000001 00000002 00050000", 1)]                       // reduced size, RFC 5506
    [InlineData("80c90001 00000005 80cc0002 00000001 41424344", 2)]              // APP is stepped over
    [InlineData("80c90001 00000005 a0cb0001 00000004", 2)]                       // padding on the last
    [InlineData("", 0)]
    [InlineData("80c900", 0)]
    [InlineData("80c90002 00000005", 0)]                                         // too long
    [InlineData("80c90001 00000005 80", 0)]                                      // bytes left over
    [InlineData("40c90001 00000005", 0)]                                         // version
    [InlineData("80600001 00000005", 0)]                                         // not RTCP
    [InlineData("a0c90001 00000004 80c90001 00000005", 0)]                       // padding before the last
    [InlineData("a0c90001 00000003", 0)]                                         // padding of half a word
    [InlineData("a0c90001 00000008", 0)]                                         // padding over the header
    [InlineData("a0c90001 00000000", 0)]
    public void A_datagram_is_taken_as_a_whole_or_not_at_all(string hex, int packets)
    {
        Assert.Equal(packets > 0, RtcpReader.TryOpen(Bytes.Of(hex), out var reader));
        var read = 0;
        while (reader.TryRead(out _)) read++;
        Assert.Equal(packets, read);
    }

    [Fact]
    public void A_report_that_promises_more_blocks_than_it_holds_gives_those_it_holds()
    {
        Assert.True(RtcpReader.TryOpen(Bytes.Of("9fc90007 00000005 0000beef 40fffffe 00010005 0000012c 12345678 00010000"), out var reader));
        Assert.True(reader.TryRead(out var packet));
        Assert.Equal(1, ReportBlock.CountIn(packet));
    }

    [Fact]
    public void The_round_trip_of_the_standards_own_example_comes_out()
    {
        // RFC 3550, 6.4.1, figure 2: 6.125 s.
        var block = new ReportBlock(default, 0, 0, 0, 0, 0xb705_2000, 0x0005_4000);
        Assert.Equal(MediaTime.FromSeconds(6.125), block.RoundTrip(new NtpTime(0xb44d_b710_8000_0000)));
        Assert.Null((block with { LastSenderReport = 0 }).RoundTrip(new NtpTime(0xb44d_b710_8000_0000)));
        Assert.Null(block.RoundTrip(new NtpTime(0xb44d_b700_8000_0000)));
        Assert.Null(block.RoundTrip(new NtpTime(0xb44d_b780_8000_0000)));
    }

    [Fact]
    public void Wall_clock_times_count_from_1900()
    {
        Assert.Equal(new NtpTime(0x83aa_7e80_0000_0000), NtpTime.FromUnixNanoseconds(0));
        var half = NtpTime.FromUnixNanoseconds(500_000_000);
        Assert.Equal(0x83aa_7e80_8000_0000, half.Value);
        Assert.Equal(MediaTime.FromSeconds(-0.5), NtpTime.FromUnixNanoseconds(0).Since(half));
        Assert.Equal(half, NtpTime.FromUnixNanoseconds(0) + MediaTime.FromSeconds(0.5));
        Assert.Equal(NtpTime.FromUnixNanoseconds(0), half + MediaTime.FromSeconds(-0.5));
    }
}
