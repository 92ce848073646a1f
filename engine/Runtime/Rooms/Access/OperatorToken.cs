using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ConfEngine.Runtime.Web;

namespace ConfEngine.Runtime.Rooms.Access;

/// <summary>The token of whoever controls this kiosk from elsewhere: 256 random bits in base64url, kept in the state folder.</summary>
public sealed class OperatorToken
{
    /// <summary>The file in the state folder that holds it.</summary>
    public const string FileName = "operator-token";

    private const int Bytes = 32;
    private readonly byte[] _digest;

    private OperatorToken(string text) => _digest = Digest(text);

    /// <summary>The token of this state folder; a new one when there is none, or it is damaged.</summary>
    public static OperatorToken LoadOrCreate(StateFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (folder.TryRead(FileName)?.Trim() is { } kept && Base64Url.IsValid(kept, out var length) && length == Bytes) return new OperatorToken(kept);
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        folder.Write(FileName, text + "\n");
        return new OperatorToken(text);
    }

    /// <summary>Whether this is the token. Takes the same time either way.</summary>
    public bool Matches(string candidate) => CryptographicOperations.FixedTimeEquals(Digest(candidate), _digest);

    /// <inheritdoc/>
    public override string ToString() => "***";

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
