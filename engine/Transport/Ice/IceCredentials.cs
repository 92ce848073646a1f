using System.Text;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Ice;

/// <summary>A user name fragment and its password (RFC 8445, section 5.3): 4 and 22 characters at least, 256 at most, of letters, digits, + and /.</summary>
public sealed record IceCredentials
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int MaxLength = 256;

    private IceCredentials(string ufrag, string password)
    {
        Ufrag = ufrag;
        Password = password;
        PasswordBytes = Encoding.ASCII.GetBytes(password);
    }

    /// <summary>Names the session in every check; not secret.</summary>
    public string Ufrag { get; }

    /// <summary>Signs the checks and answers of the session.</summary>
    public string Password { get; }

    /// <summary>The password as HMAC key.</summary>
    internal byte[] PasswordBytes { get; }

    /// <summary>New ones: 48 and 144 random bits, twice and just above what the RFC asks.</summary>
    public static IceCredentials Create(IRandomSource random) => new(MakeText(random, 8), MakeText(random, 24));

    /// <summary>Takes a peer's. False when a length or character is none the RFC allows.</summary>
    public static bool TryCreate(string ufrag, string password, out IceCredentials credentials)
    {
        credentials = null!;
        if (!IsValid(ufrag, 4) || !IsValid(password, 22)) return false;
        credentials = new IceCredentials(ufrag, password);
        return true;
    }

    /// <summary>Same ufrag, same password.</summary>
    public bool Equals(IceCredentials? other) => other is not null && Ufrag == other.Ufrag && Password == other.Password;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ufrag, Password);

    /// <summary>Says the ufrag only.</summary>
    public override string ToString() => Ufrag;

    // Some peers use - and _ too, which does no harm.
    private static bool IsValid(string text, int minimum) => text.Length >= minimum && text.Length <= MaxLength
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_' or '=');

    private static string MakeText(IRandomSource random, int length) => string.Create(length, random, static (text, source) =>
    {
        Span<byte> bytes = stackalloc byte[text.Length];
        source.Fill(bytes);
        for (var i = 0; i < text.Length; i++) text[i] = Alphabet[bytes[i] & 63];
    });
}
