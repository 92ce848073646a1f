using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ConfEngine.Transport.Dtls;

/// <summary>Our self-signed ECDSA P-256 certificate and its key. Peers know it by its fingerprint alone (RFC 8827, section 6.5), so it stays
/// the same over restarts when a folder keeps it.</summary>
public sealed class DtlsCertificate
{
    private const string FileName = "dtls.pem";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    private DtlsCertificate(byte[] certificate, byte[] privateKey)
    {
        Certificate = certificate;
        PrivateKey = privateKey;
        Fingerprint = Fingerprint.Of(certificate);
    }

    /// <summary>What the SDP says of it.</summary>
    public Fingerprint Fingerprint { get; }

    /// <summary>DER.</summary>
    internal byte[] Certificate { get; }

    /// <summary>PKCS #8.</summary>
    internal byte[] PrivateKey { get; }

    /// <summary>Makes a new one.</summary>
    /// <param name="now">The time of day, which fixes the validity.</param>
    public static DtlsCertificate Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = MakeCertificate(key, now);
        return new DtlsCertificate(certificate.RawData, key.ExportPkcs8PrivateKey());
    }

    /// <summary>Takes the one kept in <paramref name="folder"/>; makes and keeps a new one when there is none, or it is damaged or about to expire.</summary>
    /// <param name="folder">The state folder; made when missing. The file in it is readable by its owner only.</param>
    /// <param name="now">The time of day.</param>
    /// <exception cref="IOException">The folder cannot be written; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not ours to write.</exception>
    public static DtlsCertificate LoadOrCreate(string folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder, FileName);
        if (TryLoad(path, now) is { } kept) return kept;
        Directory.CreateDirectory(folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = MakeCertificate(key, now);
        // A crash between the two steps leaves the old file or the new one, never half of one.
        var partial = path + ".new";
        File.Delete(partial);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(partial, options))
        using (var writer = new StreamWriter(file))
            writer.Write(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        File.Move(partial, path, overwrite: true);
        return new DtlsCertificate(certificate.RawData, key.ExportPkcs8PrivateKey());
    }

    private static DtlsCertificate? TryLoad(string path, DateTimeOffset now)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(path);
            using var key = certificate.GetECDsaPrivateKey();
            if (key is null || certificate.NotAfter - RenewBefore < now.LocalDateTime) return null;
            return new DtlsCertificate(certificate.RawData, key.ExportPkcs8PrivateKey());
        }
        catch (CryptographicException)
        {
            // Damaged: the caller replaces it, and peers learn the new fingerprint with their next offer.
            return null;
        }
    }

    private static X509Certificate2 MakeCertificate(ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=ConfEngine", key, HashAlgorithmName.SHA256);
        // Clocks differ: a peer a day behind must still take it for valid.
        return request.CreateSelfSigned(now.AddDays(-1), now + Lifetime);
    }
}
