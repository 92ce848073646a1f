namespace ConfEngine.Graphics.Text;

/// <summary>The fonts that text may use, best first. Made from file names alone, so it costs a directory listing and no font is opened.</summary>
public sealed class FontSet
{
    private const int MaxFiles = 4000;

    private static readonly string[] s_preferred =
    [
        "NotoSans", "DejaVuSans", "NotoSansCJK", "NotoSansCJKsc", "NotoSansSC", "NotoSansArabic", "NotoSansHebrew", "NotoSansDevanagari", "NotoEmoji",
        "Symbola", "Symbola_hint", "LiberationSans", "FreeSans",
    ];

    private static readonly string[] s_otherDesigns =
        ["Italic", "Oblique", "Condensed", "Mono", "Display", "ExtraLight", "Slanted", "Math", "Nastaliq", "Rashi", "Traditional", "Looped"];

    private FontSet(IReadOnlyList<FontFile> fonts) => Fonts = fonts;

    /// <summary>The fonts, in the order in which they are tried.</summary>
    public IReadOnlyList<FontFile> Fonts { get; }

    /// <summary>Lists the fonts installed for the system and for the user.</summary>
    public static FontSet FindInstalled() => FindIn(
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"));

    /// <summary>Lists the fonts in and below some folders; folders that are not there count as empty.</summary>
    public static FontSet FindIn(params ReadOnlySpan<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6, AttributesToSkip = 0 };
        var found = new List<FontFile>();
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder)) continue;
            var files = Directory.EnumerateFiles(folder, "*", options).Where(IsFont).Take(MaxFiles - found.Count);
            found.AddRange(files.Select(FontFile.FromPath));
        }

        return new FontSet([.. found.OrderBy(Rank).ThenBy(font => font.Path, StringComparer.Ordinal)]);
    }

    /// <summary>Takes the given files, in the given order.</summary>
    public static FontSet FromFiles(params ReadOnlySpan<string> paths)
    {
        var fonts = new List<FontFile>(paths.Length);
        foreach (var path in paths) fonts.Add(FontFile.FromPath(path));
        return new FontSet(fonts);
    }

    /// <summary>One line for a person: what there is, or what to install.</summary>
    public string Describe()
    {
        if (Fonts.Count == 0) return "no fonts found: nothing is lettered; install fonts-dejavu-core (and fonts-noto-core, fonts-noto-cjk for other scripts)";
        var families = Fonts.Select(font => font.Family).Distinct().ToList();
        var shown = string.Join(", ", families.Take(5));
        return families.Count <= 5 ? shown : $"{shown} and {families.Count - 5} more families";
    }

    private static bool IsFont(string path) => Path.GetExtension(path).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc";

    private static int Rank(FontFile font)
    {
        var index = Array.FindIndex(s_preferred, family => family.Equals(font.Family, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return index;
        // A slanted or narrow cut among upright letters looks like a mistake, but is better than nothing.
        if (s_otherDesigns.Any(design => font.Family.Contains(design, StringComparison.OrdinalIgnoreCase))) return s_preferred.Length + 3;
        if (font.Family.StartsWith("NotoSans", StringComparison.OrdinalIgnoreCase)) return s_preferred.Length;
        return s_preferred.Length + (font.Family.Contains("Serif", StringComparison.OrdinalIgnoreCase) ? 2 : 1);
    }
}
