using ConfEngine.Core.Time;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Srtp;
using ConfEngine.Transport.Tests.Srtp;

namespace ConfEngine.Transport.Tests.Dtls;

public class DtlsSessionTests
{
    [Theory]
    [InlineData(null, null, SrtpProfile.AeadAes128Gcm)]
    [InlineData("SRTP_AES128_CM_SHA1_80", null, SrtpProfile.Aes128CmHmacSha1Tag80)]
    [InlineData("SRTP_AES128_CM_SHA1_80:SRTP_AEAD_AES_256_GCM:SRTP_AEAD_AES_128_GCM", null, SrtpProfile.AeadAes128Gcm)]
    public void Handshake_gives_both_sides_the_same_keys(string? client, string? server, SrtpProfile profile)
    {
        using var pair = new DtlsPair(null, client, server);
        pair.Run();
        Assert.Equal(DtlsState.Connected, pair.Client.State);
        Assert.Equal(DtlsState.Connected, pair.Server.State);
        Assert.Equal(profile, pair.Server.Keys!.Profile);
        Assert.Equal(pair.Client.Keys!.LocalKey, pair.Server.Keys!.RemoteKey);
        Assert.Equal(pair.Client.Keys!.RemoteSalt, pair.Server.Keys!.LocalSalt);
        Assert.NotEqual(pair.Client.Keys!.LocalKey, pair.Client.Keys!.RemoteKey);
        Assert.InRange(pair.Sizes.Max(), 1, 1200);

        using var sender = new SrtpContext(pair.Client.Keys!);
        using var receiver = new SrtpContext(pair.Server.Keys!);
        var packet = SrtpPair.Protect(sender, SrtpPair.MakeRtp(1, 2, 30));
        Assert.Equal(SrtpStatus.Ok, receiver.UnprotectRtp(packet, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Any_lost_datagram_is_repeated_on_our_own_clock(int lost)
    {
        foreach (var towardsServer in (bool[])[true, false])
        {
            using var pair = new DtlsPair();
            pair.Run((toServer, number) => toServer == towardsServer && number == lost);
            Assert.Equal(DtlsState.Connected, pair.Client.State);
            Assert.Equal(DtlsState.Connected, pair.Server.State);
            Assert.InRange(pair.Now.Nanoseconds, 0, 1_000_000_000);
        }
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    public void Any_lost_datagram_is_repeated_in_real_time_by_openssl_itself(bool towardsServer, int lost)
    {
        var clock = new SystemClock();
        using var pair = new DtlsPair();
        var start = clock.Now;
        pair.Run((toServer, number) => toServer == towardsServer && number == lost, clock);
        Assert.Equal(DtlsState.Connected, pair.Client.State);
        Assert.Equal(DtlsState.Connected, pair.Server.State);
        Assert.InRange((pair.Now - start).Milliseconds, 90, 400);
    }

    [Fact]
    public void Heavy_random_loss_is_survived()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            using var pair = new DtlsPair();
            pair.Run((_, _) => random.NextDouble() < 0.3);
            Assert.True(pair.Client.State == DtlsState.Connected && pair.Server.State == DtlsState.Connected,
                $"seed {seed}: {pair.Client.State} {pair.Client.Error}, {pair.Server.State} {pair.Server.Error}");
        }
    }

    [Fact]
    public void Another_certificate_than_announced_is_refused_with_both_fingerprints()
    {
        var other = Fingerprint.Of("something else"u8);
        using var pair = new DtlsPair(expectedByServer: other);
        pair.Run();
        Assert.Equal(DtlsState.Failed, pair.Server.State);
        Assert.Null(pair.Server.Keys);
        Assert.Contains(other.ToString(), pair.Server.Error, StringComparison.Ordinal);
        Assert.Contains("fingerprint", pair.Server.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_common_profile_is_an_error_that_names_what_would_do()
    {
        using var pair = new DtlsPair(clientProfiles: "SRTP_AES128_CM_SHA1_32");
        pair.Run();
        Assert.Equal(DtlsState.Failed, pair.Server.State);
        Assert.Contains("SRTP_AEAD_AES_128_GCM", pair.Server.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_ends_after_thirty_seconds()
    {
        using var pair = new DtlsPair();
        pair.Run((_, _) => true);
        Assert.Equal(DtlsState.Failed, pair.Client.State);
        Assert.Equal(30, pair.Now.Nanoseconds / 1e9, 1e-6);
        Assert.InRange(pair.Sizes.Count, 8, 40);
    }

    [Fact]
    public void Garbage_harms_nothing()
    {
        using var pair = new DtlsPair();
        var random = new Random(6347);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(0, 1500)];
            random.NextBytes(bytes);
            if (bytes.Length > 0) bytes[0] = (byte)(20 + bytes[0] % 44);
            pair.Server.OnDatagram(bytes, pair.Now);
        }

        pair.Run();
        Assert.Equal(DtlsState.Connected, pair.Server.State);
    }

    [Fact]
    public void Close_is_heard_by_the_other_side()
    {
        using var pair = new DtlsPair();
        pair.Run();
        pair.Client.Close();
        pair.Run();
        Assert.Equal(DtlsState.Closed, pair.Client.State);
        Assert.Equal(DtlsState.Closed, pair.Server.State);
    }

    [Fact]
    public void A_certificate_is_kept_and_a_damaged_one_replaced()
    {
        var now = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var folder = Directory.CreateTempSubdirectory("confengine-dtls-").FullName;
        try
        {
            var first = DtlsCertificate.LoadOrCreate(folder, now);
            Assert.True(first.Fingerprint.Matches(DtlsCertificate.LoadOrCreate(folder, now.AddYears(1)).Fingerprint));
            Assert.False(first.Fingerprint.Matches(DtlsCertificate.LoadOrCreate(folder, now.AddYears(11)).Fingerprint));
            var file = Directory.GetFiles(folder).Single();
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode);
            File.WriteAllText(file, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
            using var context = new DtlsContext(DtlsCertificate.LoadOrCreate(folder, now));
            Assert.False(first.Fingerprint.Matches(context.Certificate.Fingerprint));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("sha-256 00", false)]
    [InlineData("sha-1 00:11", false)]
    [InlineData("", false)]
    public void Fingerprints_that_are_none_are_refused(string text, bool readable) =>
        Assert.Equal(readable, Fingerprint.TryParse(text, out _));

    [Fact]
    public void A_fingerprint_is_read_in_either_case()
    {
        var fingerprint = Fingerprint.Of("x"u8);
        Assert.True(Fingerprint.TryParse(fingerprint.ToString().ToLowerInvariant(), out var lower));
        Assert.True(lower.Matches(fingerprint));
        Assert.False(Fingerprint.TryParse(fingerprint.ToString()[..^1] + "G", out _));
    }
}
