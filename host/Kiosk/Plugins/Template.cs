using System.Reflection;
using System.Text;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>The files that a new plugin begins with: the samples of this repository, carried in the program.</summary>
/// <param name="Files">Their names in the new folder, and their contents.</param>
/// <param name="Words">What stands for the new plugin's names in them, longest first.</param>
internal sealed record Template(IReadOnlyDictionary<string, string> Files)
{
    private const string Root = "plugin-template/";

    /// <summary>The languages there are templates in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["csharp", "node", "python"];

    /// <summary>Finds the template of a capability in a language; null when there is none.</summary>
    public static Template? Find(string language, string capability)
    {
        var files = Read($"{Root}{language}/{capability}/");
        if (files.Count == 0) return null;
        foreach (var (name, text) in Read($"{Root}{language}/any/")) files.TryAdd(name, text);
        return new Template(files);
    }

    /// <summary>The capabilities that a language has templates of.</summary>
    public static IEnumerable<string> CapabilitiesIn(string language) =>
        PluginName.Capabilities.Where(capability => Names().Any(name => name.StartsWith($"{Root}{language}/{capability}/", StringComparison.Ordinal)));

    private static Dictionary<string, string> Read(string prefix) => Names()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[prefix.Length..], ReadText);

    private static string[] Names() => typeof(Template).Assembly.GetManifestResourceNames();

    private static string ReadText(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
