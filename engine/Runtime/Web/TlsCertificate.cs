using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConfEngine.Core.Media;

namespace ConfEngine.Runtime.Web;

/// <summary>The certificate of the HTTPS addresses: an own one, signed by itself and kept in the state folder, or the user's.</summary>
public static class TlsCertificate
{
    private const string FileName = "tls.pem";
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan s_renewBefore = TimeSpan.FromDays(30);

    /// <summary>The own certificate. A new one is made when there is none, it ends within 30 days, or it lacks a name or an address: browsers ask people to
    /// trust each new one again, so it is kept for as long as it serves.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="hostNames">Names that clients may know this machine by; what is no DNS name is left out.</param>
    /// <param name="addresses">This machine's addresses.</param>
    /// <param name="wallNow">The time of day.</param>
    public static X509Certificate2 LoadOrCreate(
        StateFolder folder, IReadOnlyCollection<string> hostNames, IReadOnlyCollection<IPAddress> addresses, DateTimeOffset wallNow)
    {
        string[] names = [.. hostNames.Append("localhost").Select(name => name.ToLowerInvariant()).Where(IsDnsName).Distinct()];
        IPAddress[] places = [.. addresses.Append(IPAddress.Loopback).Append(IPAddress.IPv6Loopback).Select(WithoutScope).Distinct()];
        if (folder.TryRead(FileName) is { } kept && TryParse(kept) is { } known)
        {
            if (Serves(known, names, places, wallNow)) return known;
            known.Dispose();
        }

        var pem = Make(names, places, wallNow);
        folder.Write(FileName, pem);
        return X509Certificate2.CreateFromPem(pem, pem);
    }

    /// <summary>The user's own pair of PEM files.</summary>
    /// <param name="certificatePath">The certificate, with those that vouch for it behind it.</param>
    /// <param name="keyPath">Its private key, not encrypted.</param>
    /// <param name="wallNow">The time of day.</param>
    /// <exception cref="MediaException">A file cannot be read, the two do not belong together, or the certificate is not valid now.</exception>
    public static X509Certificate2 Load(string certificatePath, string keyPath, DateTimeOffset wallNow)
    {
        var (certificateText, keyText) = (Read(certificatePath), Read(keyPath));
        X509Certificate2 certificate;
        try
        {
            certificate = X509Certificate2.CreateFromPem(certificateText, keyText);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new MediaException(
                $"{certificatePath} and {keyPath} are no pair of a PEM certificate and its unencrypted PEM key ({e.Message}): name such a pair with --tls-cert and --tls-key", e);
        }

        if (IsValid(certificate, wallNow, TimeSpan.Zero)) return certificate;
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        certificate.Dispose();
        throw new MediaException($"{certificatePath} is valid from {from:yyyy-MM-dd} to {until:yyyy-MM-dd} only: renew it, or set this machine's clock");
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"cannot read {path}: {e.Message}; check --tls-cert and --tls-key", e);
        }
    }

    private static X509Certificate2? TryParse(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // Damaged; it is made anew, as nobody but this program ever wrote it.
            return null;
        }
    }

    private static bool Serves(X509Certificate2 certificate, string[] names, IPAddress[] places, DateTimeOffset wallNow)
    {
        if (!IsValid(certificate, wallNow, s_renewBefore)) return false;
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return alternatives is not null
            && names.All(alternatives.EnumerateDnsNames().ToHashSet().Contains)
            && places.All(alternatives.EnumerateIPAddresses().ToHashSet().Contains);
    }

    private static bool IsValid(X509Certificate2 certificate, DateTimeOffset wallNow, TimeSpan margin) =>
        certificate.NotBefore.ToUniversalTime() <= wallNow.UtcDateTime && wallNow.UtcDateTime + margin < certificate.NotAfter.ToUniversalTime();

    private static string Make(string[] names, IPAddress[] places, DateTimeOffset wallNow)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ConfEngine", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names) alternatives.AddDnsName(name);
        foreach (var place in places) alternatives.AddIpAddress(place);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        // A day back, for clients whose clocks are behind.
        using var certificate = request.CreateSelfSigned(wallNow.AddDays(-1), wallNow + s_lifetime);
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private static IPAddress WithoutScope(IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
        ? new IPAddress(address.GetAddressBytes())
        : address;

    private static bool IsDnsName(string name) => name.Length <= 253 && name.All(char.IsAscii) && Uri.CheckHostName(name) == UriHostNameType.Dns;
}
