using System.Net;
using System.Security.Cryptography.X509Certificates;
using ConfEngine.Core.Media;
using ConfEngine.Runtime.Web;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Runtime.Tests.Web;

public sealed class TlsCertificateTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void The_own_certificate_names_this_machine_and_is_kept_while_it_serves()
    {
        using var first = Own(["wall.local", "bad name", "会议"], "192.168.1.5", "fe80::1%3");
        Assert.True(first.MatchesHostname("wall.local") && first.MatchesHostname("localhost") && first.MatchesHostname("192.168.1.5") && first.MatchesHostname("127.0.0.1"));
        Assert.True(first.HasPrivateKey);
        Assert.Equal(256, first.GetECDsaPublicKey()!.KeySize);
        using var same = Own(["wall.local"], "192.168.1.5");
        Assert.Equal(first.Thumbprint, same.Thumbprint);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_temp["tls.pem"]));
    }

    [Theory]
    [InlineData("192.168.1.6", 0, false)]
    [InlineData("192.168.1.5", 330, true)]
    [InlineData("192.168.1.5", 336, false)]
    [InlineData("192.168.1.5", -2, false)]
    public void It_is_made_anew_when_it_ends_or_an_address_is_new(string address, int days, bool isKept)
    {
        using var first = Own([], "192.168.1.5");
        using var second = TlsCertificate.LoadOrCreate(StateFolder.Open(_temp.FullName), [], [IPAddress.Parse(address)], s_now.AddDays(days));
        Assert.Equal(isKept, first.Thumbprint == second.Thumbprint);
    }

    [Fact]
    public void A_damaged_file_is_replaced()
    {
        File.WriteAllText(_temp["tls.pem"], "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        using var made = Own([], "192.168.1.5");
        Assert.True(made.HasPrivateKey);
    }

    [Fact]
    public void The_users_own_pair_is_taken_or_refused_with_the_reason()
    {
        using (Own([], "192.168.1.5"))
        {
        }

        using (TlsCertificate.Load(_temp["tls.pem"], _temp["tls.pem"], s_now))
        {
        }

        Assert.Contains("2026-02-28 to 2027-03-01", Refusal(_temp["tls.pem"], s_now.AddYears(2)));
        Assert.Contains("cannot read", Refusal(_temp["none.pem"], s_now));
        File.WriteAllText(_temp["other.pem"], "hello");
        Assert.Contains("no pair", Refusal(_temp["other.pem"], s_now));

        string Refusal(string key, DateTimeOffset now) => Assert.Throws<MediaException>(() => TlsCertificate.Load(_temp["tls.pem"], key, now)).Message;
    }

    [Fact]
    public void A_state_folder_that_cannot_be_is_refused_with_the_remedy()
    {
        File.WriteAllText(_temp["file"], "");
        Assert.Contains("--state DIR", Assert.Throws<MediaException>(() => StateFolder.Open(_temp["file/below"])).Message);
    }

    private X509Certificate2 Own(string[] names, params string[] addresses) =>
        TlsCertificate.LoadOrCreate(StateFolder.Open(_temp.FullName), names, [.. addresses.Select(address => IPAddress.Parse(address))], s_now);
}
