using System.Text.RegularExpressions;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Kiosk.Tests.Web;

/// <summary>The sources of the join page, and what they name.</summary>
internal static partial class JoinFiles
{
    private static readonly string s_folder = Checkout.At("host", "Kiosk", "wwwroot", "join");

    /// <summary>File names with their text.</summary>
    public static Dictionary<string, string> All { get; } =
        Directory.GetFiles(s_folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

    public static string Page => All["index.html"];

    public static IEnumerable<(string Name, string Text)> Scripts => All.Where(file => file.Key.EndsWith(".js", StringComparison.Ordinal)).Select(file => (file.Key, file.Value));

    public static Task<byte[]> BytesAsync(string name, CancellationToken cancel) => File.ReadAllBytesAsync(Path.Combine(s_folder, name), cancel);

    /// <summary>Paths of all files that the page, the scripts and the styles name.</summary>
    public static string[] Referenced()
    {
        var named = Asset().Matches(string.Concat(All.Values)).Select(match => match.Value);
        var imported = Scripts.SelectMany(script => Import().Matches(script.Text)).Select(match => $"/join-assets/{match.Groups[1].Value}");
        var styled = All.Where(file => file.Key.EndsWith(".css", StringComparison.Ordinal)).SelectMany(file => Url().Matches(file.Value)).Select(match => $"/join-assets/{match.Groups[1].Value}");
        return [.. named.Concat(imported).Concat(styled).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The keys of a table of texts, in order, with their texts.</summary>
    public static (string Key, string Text)[] Texts(string file) =>
        [.. Entry().Matches(All[file]).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    [GeneratedRegex(@"/join-assets/[\w.-]+")]
    private static partial Regex Asset();

    [GeneratedRegex(@"from '\./([\w.-]+)'")]
    private static partial Regex Import();

    [GeneratedRegex("""url\("([^"]+)"\)""")]
    private static partial Regex Url();

    [GeneratedRegex(@"^  (\w+): '((?:[^'\\]|\\.)*)',$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
