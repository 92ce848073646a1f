using System.Globalization;
using System.Text;

namespace ConfEngine.Graphics.Wall;

/// <summary>The one or two letters that stand for a name.</summary>
internal static class Initials
{
    // A name from outside may be a book; the last of its words does not matter then.
    private const int MaxLength = 200;

    /// <summary>First and last word's first letters where letters have capitals ("Ada Lovelace": AL); elsewhere the first character alone, which
    /// is what people expect of Chinese and what stays legible of Arabic. Empty when the name has no letter, digit or symbol.</summary>
    public static string Of(string name)
    {
        var text = name.AsSpan(0, Math.Min(name.Length, MaxLength));
        var first = NextInitial(ref text);
        if (first.Length == 0 || !HasCapitals(first)) return first;
        var last = "";
        while (NextInitial(ref text) is { Length: > 0 } next)
            if (HasCapitals(next))
                last = next;
        return (first + last).ToUpperInvariant();
    }

    // The first character (with its marks) of the next word that begins with something to be seen.
    private static string NextInitial(ref ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart();
            if (text.IsEmpty) return "";
            var word = text[..WordLength(text)];
            text = text[word.Length..];
            var character = word[..StringInfo.GetNextTextElementLength(word)];
            if (Rune.DecodeFromUtf16(character, out var rune, out _) == System.Buffers.OperationStatus.Done && IsShown(rune)) return character.ToString();
        }
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && !char.IsWhiteSpace(text[length])) length++;
        return length;
    }

    private static bool IsShown(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol;

    private static bool HasCapitals(string character) =>
        Rune.GetRuneAt(character, 0) is var rune && (Rune.ToUpperInvariant(rune) != rune || Rune.ToLowerInvariant(rune) != rune);
}
