using System.Security.Cryptography;
using System.Text;
using ConfEngine.Runtime.Web;

namespace ConfEngine.Runtime.Rooms.Access;

/// <summary>The code on the wall that lets guests in: eight letters and digits that cannot be taken for each other, kept over restarts so that pages come
/// back by themselves. 31^8 are some 40 bits, which <see cref="DoorGuard"/>'s limits make enough.</summary>
public sealed class GuestCode
{
    /// <summary>What a code is made of: no 0 and O, no 1, I and L.</summary>
    public const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const int Length = 8;
    private const string FileName = "guest-code";
    private readonly byte[] _code;

    private GuestCode(string code) => (_code, Text) = (Encoding.ASCII.GetBytes(code), $"{code[..4]}-{code[4..]}");

    /// <summary>As it is shown: <c>XXXX-XXXX</c>. Good as a token too.</summary>
    public string Text { get; }

    /// <summary>The code of this state folder; a new one when there is none, or it is damaged.</summary>
    public static GuestCode LoadOrCreate(StateFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.TryRead(FileName) is { } kept && TryNormalise(kept, out var code) ? new GuestCode(code) : Renew(folder);
    }

    /// <summary>Another code in place of the one there was: who has only the old one stays outside from then on.</summary>
    public static GuestCode Renew(StateFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var code = new GuestCode(RandomNumberGenerator.GetString(Alphabet, Length));
        folder.Write(FileName, code.Text + "\n");
        return code;
    }

    /// <summary>Whether somebody typed this code: small letters, spaces and a missing dash are fine. Takes the same time whichever letter is wrong.</summary>
    public bool Matches(string typed) =>
        TryNormalise(typed, out var code) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), _code);

    /// <inheritdoc/>
    public override string ToString() => "***";

    private static bool TryNormalise(string typed, out string code)
    {
        code = "";
        if (typed.Length > 4 * Length) return false;
        code = string.Concat(typed.Where(letter => letter != '-' && !char.IsWhiteSpace(letter)).Select(char.ToUpperInvariant));
        return code.Length == Length && code.All(letter => Alphabet.Contains(letter));
    }
}
