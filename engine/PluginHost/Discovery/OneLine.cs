using System.Text;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>Text from elsewhere, fit for one line of a message.</summary>
internal static class OneLine
{
    /// <summary>Control characters and line ends become spaces, and what is longer than <paramref name="most"/> characters is cut.</summary>
    public static string Of(string text, int most = 200)
    {
        var cut = text.Length > most;
        var line = new StringBuilder(Math.Min(text.Length, most) + 1);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, most))) line.Append(IsHarmless(c) ? c : ' ');
        // Not in the middle of a character that takes two units.
        if (cut && char.IsHighSurrogate(line[^1])) line.Length--;
        if (cut) line.Append('…');
        return line.ToString().Trim();
    }

    /// <summary>Whether a character can stand in a line: no control character, no line end.</summary>
    public static bool IsHarmless(char c) => !char.IsControl(c) && c is not ('\u2028' or '\u2029');
}
