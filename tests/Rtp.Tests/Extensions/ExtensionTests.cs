using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Tests.Extensions;

public sealed class ExtensionTests
{
    [Theory]
    [InlineData("bede 0001 10aa 0000", "1:aa")]
    [InlineData("bede 0003 10aa 0021 bbbb 00 00 32 010203", "1:aa 2:bbbb 3:010203")]  // RFC 8285, 4.2: padding between
    [InlineData("bede 0001 10aa f011", "1:aa")]                                       // id 15 ends the list
    [InlineData("bede 0001 10aa 3fff", "1:aa")]                                       // runs over the end
    [InlineData("bede 0001 10aa 05ff", "1:aa")]                                       // id 0 with a length
    [InlineData("1000 0002 01 00 02 01 ff 00 00 00", "1: 2:ff")]                      // RFC 8285, 4.3
    [InlineData("100f 0001 01 02 aabb", "1:aabb")]                                    // application bits
    [InlineData("1000 0001 01 01 aa 05", "1:aa")]                                     // id without length
    [InlineData("1000 0001 01 05 aabb", "")]
    [InlineData("abac 0001 10aa 0000", "")]                                           // somebody's private profile
    public void Both_forms_are_read_up_to_the_first_mistake(string hex, string expected)
    {
        Assert.True(RtpPacket.TryParse(Bytes.Of("90 60 0001 00000002 00000003" + hex), out var packet));
        var found = new List<string>();
        foreach (var element in packet.Extensions) found.Add($"{element.Id}:{Convert.ToHexStringLower(element.Value)}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void Every_kind_is_found_by_the_number_the_session_gave_it()
    {
        var map = new ExtensionMap();
        foreach (var kind in Enum.GetValues<ExtensionKind>())
            if (kind != ExtensionKind.None) Assert.True(map.TryAdd(kind, 14 - (int)kind));
        var buffer = new byte[100];
        var writer = new RtpWriter(buffer, default);
        var value = new byte[3];
        new AudioLevel(30, true).Write(value);
        Assert.True(writer.TryAddExtension(map.IdOf(ExtensionKind.AudioLevel), value.AsSpan(0, 1)));
        Assert.True(writer.TryAddExtension(map.IdOf(ExtensionKind.Mid), "0"u8));
        Assert.True(writer.TryAddExtension(map.IdOf(ExtensionKind.Rid), "h"u8));
        Assert.True(writer.TryAddExtension(map.IdOf(ExtensionKind.RepairedRid), "low"u8));
        Assert.True(writer.TryAddExtension(map.IdOf(ExtensionKind.TransportSequence), [0x12, 0x34]));
        new AbsoluteSendTime(0x123456).Write(value);
        Assert.True(writer.TryAddExtension(map.IdOf(ExtensionKind.AbsoluteSendTime), value));
        new VideoOrientation(3, true, false).Write(value);
        Assert.True(writer.TryAddExtension(map.IdOf(ExtensionKind.VideoOrientation), value.AsSpan(0, 1)));
        Assert.True(RtpPacket.TryParse(buffer.AsSpan(0, writer.Finish()), out var packet));

        var found = new PacketExtensions(packet, map);
        Assert.Equal(new AudioLevel(30, true), found.AudioLevel);
        Assert.Equal("0"u8, found.Mid);
        Assert.Equal("h"u8, found.Rid);
        Assert.Equal("low"u8, found.RepairedRid);
        Assert.Equal(new SequenceNumber(0x1234), found.TransportSequence);
        Assert.Equal(new AbsoluteSendTime(0x123456), found.AbsoluteSendTime);
        Assert.Equal(new VideoOrientation(3, true, false), found.VideoOrientation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(-1)]
    [InlineData(256)]
    public void Numbers_with_another_meaning_are_refused(int id) => Assert.False(new ExtensionMap().TryAdd(ExtensionKind.Mid, id));

    [Fact]
    public void A_number_or_kind_is_given_away_once()
    {
        var map = new ExtensionMap();
        Assert.True(map.TryAdd(ExtensionKind.Mid, 3));
        Assert.False(map.TryAdd(ExtensionKind.Rid, 3));
        Assert.False(map.TryAdd(ExtensionKind.Mid, 4));
        Assert.Equal((ExtensionKind.Mid, ExtensionKind.None), (map.KindOf(3), map.KindOf(4)));
        Assert.Equal((3, 0), (map.IdOf(ExtensionKind.Mid), map.IdOf(ExtensionKind.Rid)));
    }

    [Fact]
    public void Names_lead_to_kinds_and_back()
    {
        foreach (var kind in Enum.GetValues<ExtensionKind>())
            if (kind != ExtensionKind.None) Assert.Equal(kind, ExtensionKinds.FromUri(kind.Uri()));
        Assert.Equal(ExtensionKind.None, ExtensionKinds.FromUri("urn:ietf:params:rtp-hdrext:toffset"));
    }

    [Fact]
    public void Send_times_are_subtracted_across_the_wrap()
    {
        var before = AbsoluteSendTime.At(new Instant(63_999_000_000));
        var after = AbsoluteSendTime.At(new Instant(64_001_000_000));
        Assert.Equal(2.0, after.Since(before).Milliseconds, 0.01);
        Assert.Equal(-2.0, before.Since(after).Milliseconds, 0.01);
    }
}
