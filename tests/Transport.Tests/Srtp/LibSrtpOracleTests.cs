using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport.Tests.Srtp;

public class LibSrtpOracleTests
{
    public static TheoryData<SrtpProfile> Profiles => [SrtpProfile.Aes128CmHmacSha1Tag80, SrtpProfile.AeadAes128Gcm];

    [Theory, MemberData(nameof(Profiles))]
    public void What_we_protect_is_byte_for_byte_what_libsrtp_protects(SrtpProfile profile)
    {
        var keys = MakeKeys(profile);
        using var ours = new SrtpContext(keys);
        using var theirs = new LibSrtp(profile, keys.LocalKey, keys.LocalSalt, outbound: true);
        foreach (var packet in MakePackets()) Assert.Equal(theirs.Protect(packet, rtcp: false), SrtpPair.Protect(ours, packet));
        foreach (var report in MakeReports())
        {
            var buffer = new byte[report.Length + SrtpContext.MaxOverhead];
            report.CopyTo(buffer, 0);
            var length = report.Length;
            Assert.Equal(SrtpStatus.Ok, ours.ProtectRtcp(buffer, ref length));
            Assert.Equal(theirs.Protect(report, rtcp: true), buffer[..length]);
        }
    }

    [Theory, MemberData(nameof(Profiles))]
    public void What_libsrtp_protects_we_unprotect(SrtpProfile profile)
    {
        var keys = MakeKeys(profile);
        using var ours = new SrtpContext(keys);
        using var theirs = new LibSrtp(profile, keys.RemoteKey, keys.RemoteSalt, outbound: true);
        foreach (var packet in MakePackets())
        {
            var buffer = theirs.Protect(packet, rtcp: false);
            Assert.Equal(SrtpStatus.Ok, ours.UnprotectRtp(buffer, out var length));
            Assert.Equal(packet, buffer[..length]);
        }

        foreach (var report in MakeReports())
        {
            var buffer = theirs.Protect(report, rtcp: true);
            Assert.Equal(SrtpStatus.Ok, ours.UnprotectRtcp(buffer, out var length));
            Assert.Equal(report, buffer[..length]);
        }
    }

    private static SrtpKeys MakeKeys(SrtpProfile profile)
    {
        var material = new byte[SrtpKeys.MaterialSize(profile)];
        new Random(714).NextBytes(material);
        return SrtpKeys.FromExporter(profile, material, isClient: true);
    }

    // Two SSRCs over two roll-overs, with gaps, every size of CSRC list and extension, payloads from none to full.
    private static IEnumerable<byte[]> MakePackets()
    {
        var random = new Random(3711);
        for (var i = 0; i < 5_000; i++)
        {
            var sequence = 60_000 + i * 37;
            var packet = SrtpPair.MakeRtp((uint)(1 + i % 2), (ushort)sequence, 80 + random.Next(1100));
            var sources = random.Next(16);
            packet[0] = (byte)(0x80 | sources);
            if (i % 3 == 0)
            {
                packet[0] |= 0x10;
                var words = random.Next(4);
                packet[12 + 4 * sources + 2] = 0;
                packet[12 + 4 * sources + 3] = (byte)words;
                yield return packet[..(12 + 4 * sources + 4 + 4 * words + (i % 2 == 0 ? 0 : 1))];
            }
            else
            {
                yield return packet;
            }
        }
    }

    private static IEnumerable<byte[]> MakeReports()
    {
        for (var i = 0; i < 200; i++)
        {
            var report = new byte[8 + 4 * (i % 40)];
            report[0] = 0x80;
            report[1] = 201;
            report[3] = (byte)(report.Length / 4 - 1);
            report[7] = (byte)(i % 3);
            for (var j = 8; j < report.Length; j++) report[j] = (byte)(i + j);
            yield return report;
        }
    }
}
