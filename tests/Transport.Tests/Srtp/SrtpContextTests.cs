using System.Buffers.Binary;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport.Tests.Srtp;

public class SrtpContextTests
{
    public static TheoryData<SrtpProfile> Profiles => [SrtpProfile.Aes128CmHmacSha1Tag80, SrtpProfile.AeadAes128Gcm];

    [Theory, MemberData(nameof(Profiles))]
    public void A_packet_comes_back_once_and_replays_do_not(SrtpProfile profile)
    {
        var (sender, receiver) = SrtpPair.Make(profile);
        using var a = sender;
        using var b = receiver;
        var packet = SrtpPair.MakeRtp(7, 1000, 100);
        var sealedPacket = SrtpPair.Protect(sender, packet);
        Assert.Equal(packet.Length + profile.TagSize(), sealedPacket.Length);
        Assert.NotEqual(packet[12..], sealedPacket[12..packet.Length]);

        var copy = (byte[])sealedPacket.Clone();
        Assert.Equal(SrtpStatus.Ok, receiver.UnprotectRtp(copy, out var length));
        Assert.Equal(packet, copy[..length]);
        Assert.Equal(SrtpStatus.Replayed, receiver.UnprotectRtp(sealedPacket, out _));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Order_and_roll_over_do_not_matter_within_the_window(SrtpProfile profile)
    {
        var (sender, receiver) = SrtpPair.Make(profile);
        using var a = sender;
        using var b = receiver;
        var sealedPackets = Enumerable.Range(0, 200_000).Where(i => i % 9 != 0)
            .Select(i => SrtpPair.Protect(sender, SrtpPair.MakeRtp(7, (ushort)(65_000 + i), 20))).ToList();
        for (var i = 0; i + 8 <= sealedPackets.Count; i += 8)
            foreach (var offset in (int[])[3, 0, 2, 1, 7, 6, 5, 4])
                Assert.Equal(SrtpStatus.Ok, receiver.UnprotectRtp(sealedPackets[i + offset], out _));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Every_damaged_byte_is_noticed_and_changes_nothing(SrtpProfile profile)
    {
        var (sender, receiver) = SrtpPair.Make(profile);
        using var a = sender;
        using var b = receiver;
        var sealedPacket = SrtpPair.Protect(sender, SrtpPair.MakeRtp(7, 1, 40));
        for (var i = 0; i < sealedPacket.Length; i++)
        {
            var damaged = (byte[])sealedPacket.Clone();
            damaged[i] ^= 0x01;
            Assert.NotEqual(SrtpStatus.Ok, receiver.UnprotectRtp(damaged, out _));
        }

        Assert.Equal(SrtpStatus.Ok, receiver.UnprotectRtp(sealedPacket, out _));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Rtcp_comes_back_once_and_forged_packets_never(SrtpProfile profile)
    {
        var (sender, receiver) = SrtpPair.Make(profile);
        using var a = sender;
        using var b = receiver;
        byte[] report = [0x80, 201, 0, 1, 0, 0, 0, 9, 0x81, 206, 0, 2, 0, 0, 0, 9, 0, 0, 0, 7];
        for (var round = 0; round < 3; round++)
        {
            var buffer = new byte[report.Length + SrtpContext.MaxOverhead];
            report.CopyTo(buffer, 0);
            var length = report.Length;
            Assert.Equal(SrtpStatus.Ok, sender.ProtectRtcp(buffer, ref length));
            var damaged = buffer[..length];
            damaged[9] ^= 1;
            Assert.Equal(SrtpStatus.Forged, receiver.UnprotectRtcp(damaged, out _));
            var again = buffer[..length];
            Assert.Equal(SrtpStatus.Ok, receiver.UnprotectRtcp(buffer.AsSpan(0, length), out var plain));
            Assert.Equal(report, buffer[..plain]);
            Assert.Equal(SrtpStatus.Replayed, receiver.UnprotectRtcp(again, out _));
        }
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Random_bytes_are_refused(SrtpProfile profile)
    {
        var (sender, receiver) = SrtpPair.Make(profile);
        using var a = sender;
        using var b = receiver;
        var random = new Random(3711);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(0, 120)];
            random.NextBytes(bytes);
            if (bytes.Length > 0) bytes[0] = (byte)(0x80 | bytes[0] & 0x3F);
            Assert.NotEqual(SrtpStatus.Ok, receiver.UnprotectRtp(bytes, out _));
            Assert.NotEqual(SrtpStatus.Ok, receiver.UnprotectRtcp(bytes, out _));
        }
    }

    [Fact]
    public void The_same_index_is_never_sent_twice()
    {
        var (sender, receiver) = SrtpPair.Make(SrtpProfile.AeadAes128Gcm);
        using var a = sender;
        using var b = receiver;
        SrtpPair.Protect(sender, SrtpPair.MakeRtp(7, 500, 10));
        var buffer = new byte[64];
        SrtpPair.MakeRtp(7, 500, 11).CopyTo(buffer, 0);
        var length = 23;
        Assert.Equal(SrtpStatus.Replayed, sender.ProtectRtp(buffer, ref length));
    }

    [Fact]
    public void Streams_are_bounded_and_a_tag_needs_room()
    {
        var (sender, receiver) = SrtpPair.Make(SrtpProfile.AeadAes128Gcm);
        using var a = sender;
        using var b = receiver;
        for (uint ssrc = 0; ssrc < SrtpContext.MaxStreams; ssrc++) SrtpPair.Protect(sender, SrtpPair.MakeRtp(ssrc, 1, 10));
        var buffer = new byte[64];
        SrtpPair.MakeRtp(SrtpContext.MaxStreams, 1, 10).CopyTo(buffer, 0);
        var length = 22;
        Assert.Equal(SrtpStatus.TooManyStreams, sender.ProtectRtp(buffer, ref length));
        Assert.Equal(SrtpStatus.NoRoom, sender.ProtectRtp(buffer.AsSpan(0, 30), ref length));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Steady_state_allocates_nothing(SrtpProfile profile)
    {
        var (sender, receiver) = SrtpPair.Make(profile);
        using var a = sender;
        using var b = receiver;
        var buffer = new byte[1300];
        SrtpPair.MakeRtp(7, 0, 1188).CopyTo(buffer, 0);
        for (ushort sequence = 0; sequence < 50; sequence++) Round(sequence);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (ushort sequence = 50; sequence < 1050; sequence++) Round(sequence);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Round(ushort sequence)
        {
            BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(2), sequence);
            var length = 1200;
            if (sender.ProtectRtp(buffer, ref length) != SrtpStatus.Ok) throw new InvalidOperationException("protect");
            if (receiver.UnprotectRtp(buffer.AsSpan(0, length), out _) != SrtpStatus.Ok) throw new InvalidOperationException("unprotect");
        }
    }
}
