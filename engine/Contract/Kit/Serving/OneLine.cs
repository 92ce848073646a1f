using System.Text;

namespace ConfEngine.Contract.Kit.Serving;

/// <summary>Text for a log or a message: one line, no longer than it may be.</summary>
internal static class OneLine
{
    private const string Ellipsis = "…";

    /// <summary>Control characters become spaces; what is too long is cut between two characters, which is marked.</summary>
    public static string Of(string text, int maxBytes)
    {
        if (text.Any(char.IsControl)) text = string.Create(text.Length, text, (line, from) => Flatten(line, from));
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes) return text;
        var budget = maxBytes - Encoding.UTF8.GetByteCount(Ellipsis);
        var kept = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            budget -= rune.Utf8SequenceLength;
            if (budget < 0) break;
            kept += rune.Utf16SequenceLength;
        }

        return text[..kept] + Ellipsis;
    }

    private static void Flatten(Span<char> line, string from)
    {
        for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(from[i]) ? ' ' : from[i];
    }
}
