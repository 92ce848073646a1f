using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Tests.Packets;

public sealed class RtpPacketTests
{
    private static readonly RtpHeader s_header =
        new(new PayloadType(96), new SequenceNumber(0x1234), new RtpTimestamp(0xdecafbad), new Ssrc(0xcafebabe), true);

    [Fact]
    public void A_bare_packet_is_read()
    {
        Assert.True(RtpPacket.TryParse(Bytes.Of("80 e0 1234 decafbad cafebabe 010203"), out var packet));
        Assert.Equal(s_header, packet.Header);
        Assert.Equal(Bytes.Of("010203"), packet.Payload.ToArray());
        Assert.Equal(12, packet.HeaderLength);
        Assert.Equal(0, packet.ContributingCount);
        Assert.False(packet.Extensions.TryGet(1, out _));
    }

    [Fact]
    public void Sources_extensions_and_padding_are_told_from_payload()
    {
        Assert.True(RtpPacket.TryParse(Bytes.Of("b2 60 0001 00000002 00000003 0000000a 0000000b bede0001 10aa0000 ff fe 000003"), out var packet));
        Assert.False(packet.Marker);
        Assert.Equal(new Ssrc(10), packet.Contributing(0));
        Assert.Equal(new Ssrc(11), packet.Contributing(1));
        Assert.True(packet.Extensions.TryGet(1, out var value));
        Assert.Equal([0xaa], value.ToArray());
        Assert.Equal([0xff, 0xfe], packet.Payload.ToArray());
        Assert.Equal(3, packet.PaddingLength);
        Assert.Equal(28, packet.HeaderLength);
    }

    [Theory]
    [InlineData("80 60 0001 00000002 0000000304", true)]
    [InlineData("80 60 0001 00000002 00000003", true)]         // no payload
    [InlineData("a0 60 0001 00000002 00000003 01", true)]      // padding only
    [InlineData("80 60 0001 00000002 000000", false)]          // short header
    [InlineData("40 60 0001 00000002 00000003", false)]        // version 1
    [InlineData("81 60 0001 00000002 00000003", false)]        // source missing
    [InlineData("90 60 0001 00000002 00000003 bede", false)]   // extension header cut
    [InlineData("90 60 0001 00000002 00000003 bede0001", false)]
    [InlineData("90 60 0001 00000002 00000003 bede0000", true)]
    [InlineData("a0 60 0001 00000002 00000003", false)]        // padding bit, nothing there
    [InlineData("a0 60 0001 00000002 00000003 00", false)]     // padding of 0
    [InlineData("a0 60 0001 00000002 00000003 02", false)]     // padding reaches into the header
    [InlineData("", false)]
    public void Lengths_have_to_add_up(string hex, bool good) => Assert.Equal(good, RtpPacket.TryParse(Bytes.Of(hex), out _));

    [Theory]
    [InlineData("80 c8 0000", true)]
    [InlineData("81 ce 0000", true)]
    [InlineData("80 60 0000", false)]
    [InlineData("80 e0 0000", false)]
    [InlineData("00 c8 0000", false)]
    [InlineData("80", false)]
    public void Rtcp_is_told_by_its_second_byte(string hex, bool rtcp) => Assert.Equal(rtcp, RtpPacket.IsRtcp(Bytes.Of(hex)));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var buffer = new byte[100];
        var writer = new RtpWriter(buffer, s_header, contributing: [new Ssrc(7)]);
        Assert.True(writer.TryAddExtension(3, [1]));
        Assert.True(writer.TryAddExtension(14, [2, 3, 4]));
        Assert.True(writer.TryAddPayload([9, 8]));
        Assert.True(writer.TryAddPayload([7]));
        Assert.True(writer.TryAddPadding(5));
        Assert.Equal(Bytes.Of("b1e01234decafbadcafebabe 00000007 bede0002 3001 e2020304 0000 090807 0000000005"), buffer[..writer.Finish()]);
        Assert.True(RtpPacket.TryParse(buffer.AsSpan(0, writer.Length), out var packet));
        Assert.Equal(s_header, packet.Header);
        Assert.Equal([9, 8, 7], packet.Payload.ToArray());
    }

    [Fact]
    public void The_two_byte_form_is_written_with_its_own_profile()
    {
        var buffer = new byte[64];
        var writer = new RtpWriter(buffer, s_header, ExtensionForm.TwoByte);
        Assert.True(writer.TryAddExtension(200, []));
        Assert.True(writer.TryAddExtension(15, [1, 2, 3]));
        Assert.Equal(Bytes.Of("90e01234decafbadcafebabe 10000002 c800 0f03 010203 00"), buffer[..writer.Finish()]);
    }

    [Fact]
    public void A_step_that_does_not_fit_or_comes_late_is_refused()
    {
        var buffer = new byte[20];
        var writer = new RtpWriter(buffer, s_header);
        Assert.False(writer.TryAddExtension(0, [1]));
        Assert.False(writer.TryAddExtension(15, [1]));
        Assert.False(writer.TryAddExtension(1, []));
        Assert.False(writer.TryAddExtension(1, new byte[4]));
        Assert.True(writer.TryAddPayload(new byte[6]));
        Assert.False(writer.TryAddPayload(new byte[3]));
        Assert.False(writer.TryAddExtension(1, [1]));
        Assert.False(writer.TryAddPadding(3));
        Assert.False(writer.TryAddPadding(0));
        Assert.True(writer.TryAddPadding(2));
        Assert.False(writer.TryAddPayload([]));
        Assert.Equal(20, writer.Finish());
    }

    [Fact]
    public void Garbage_never_harms()
    {
        var random = new Random(20260101);
        var good = Bytes.Of("b2 60 0001 00000002 00000003 0000000a 0000000b bede0002 10aa32010203ff00 ff fe 000003");
        var map = new ExtensionMap();
        for (var id = 1; id < ExtensionKinds.Count; id++) map.TryAdd((ExtensionKind)id, id);
        var parsed = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var bytes = i % 2 == 0 ? Bytes.Damage(random, good) : Bytes.Random(random, 64);
            if (bytes.Length > 0 && i % 4 == 1) bytes[0] = (byte)(0x80 | bytes[0] & 0x3f);
            if (!RtpPacket.TryParse(bytes, out var packet)) continue;
            parsed++;
            Assert.Equal(bytes.Length, packet.HeaderLength + packet.Payload.Length + packet.PaddingLength);
            for (var c = 0; c < packet.ContributingCount; c++) packet.Contributing(c);
            _ = new PacketExtensions(packet, map);
        }

        Assert.InRange(parsed, 10_000, 190_000);
    }
}
