using System.Globalization;
using System.Security.Cryptography;

namespace ConfEngine.Transport.Dtls;

/// <summary>The SHA-256 hash of a certificate, as `a=fingerprint` of an SDP carries it (RFC 8122).</summary>
public sealed class Fingerprint
{
    private const int Size = 32;
    private readonly byte[] _hash;

    private Fingerprint(byte[] hash) => _hash = hash;

    /// <summary>The fingerprint of a certificate in DER.</summary>
    public static Fingerprint Of(ReadOnlySpan<byte> certificate) => new(SHA256.HashData(certificate));

    /// <summary>From a hash of 32 bytes.</summary>
    public static Fingerprint FromHash(ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, Size);
        return new Fingerprint(hash.ToArray());
    }

    /// <summary>Reads "sha-256 AB:CD:…", in either case. False for other hashes and anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Fingerprint fingerprint)
    {
        fingerprint = null!;
        var space = text.IndexOf(' ');
        if (space < 0 || !text[..space].Equals("sha-256", StringComparison.OrdinalIgnoreCase)) return false;
        var digits = text[(space + 1)..].Trim();
        if (digits.Length != 3 * Size - 1) return false;
        var hash = new byte[Size];
        for (var i = 0; i < Size; i++)
        {
            if (i > 0 && digits[3 * i - 1] != ':') return false;
            if (!byte.TryParse(digits.Slice(3 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out hash[i])) return false;
        }

        fingerprint = new Fingerprint(hash);
        return true;
    }

    /// <summary>Compares in constant time.</summary>
    public bool Matches(Fingerprint other) => CryptographicOperations.FixedTimeEquals(_hash, other._hash);

    /// <summary>"sha-256 AB:CD:…".</summary>
    public override string ToString() => "sha-256 " + string.Join(':', _hash.Select(value => value.ToString("X2", CultureInfo.InvariantCulture)));
}
