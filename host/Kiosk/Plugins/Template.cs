using System.Security;
using System.Text;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>The files that a new plugin begins with: the samples of this repository, carried in the program.</summary>
/// <param name="files">Their names in the new folder, and their contents, with the sample's names in both.</param>
internal sealed class Template(IReadOnlyDictionary<string, string> files)
{
    private const string Root = "plugin-template/";
    private const string SourceSuffix = ".txt";

    /// <summary>The languages there are templates in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["csharp", "node", "python"];

    /// <summary>Finds the template of a capability in a language; null when there is none.</summary>
    public static Template? Find(string language, string capability)
    {
        var files = Read($"{Root}{language}/{capability}/");
        if (files.Count == 0) return null;
        foreach (var (name, text) in Read($"{Root}{language}/any/")) files[name] = text;
        return new Template(files);
    }

    /// <summary>The capabilities that a language has templates of.</summary>
    public static IEnumerable<string> CapabilitiesIn(string language) =>
        PluginName.Capabilities.Where(capability => Names().Any(name => name.StartsWith($"{Root}{language}/{capability}/", StringComparison.Ordinal)));

    /// <summary>The files of a new plugin.</summary>
    /// <param name="name">Its names.</param>
    /// <param name="program">The folder of this program, whose contract it is built against.</param>
    public IEnumerable<(string File, string Text)> For(PluginName name, string program)
    {
        var words = Words(name, program);
        return files.Select(file => (FileName(file.Key, name), words.Aggregate(file.Value, static (text, word) => text.Replace(word.Old, word.New, StringComparison.Ordinal))));
    }

    // What stands for the new plugin's names in the samples; what contains another comes before it.
    private static (string Old, string New)[] Words(PluginName name, string program) =>
    [
        ("Samples.Plugin.Program", SecurityElement.Escape(Path.TrimEndingDirectorySeparator(program))),
        ("Samples.Plugin.Space", name.Namespace),
        ("Samples.Plugin.Type", name.Type),
        ("samples.plugin.id", name.Id),
        ("Samples.Plugin", name.Folder),
        ("ConfEngine.Samples.Booking", name.Namespace),
        ("Samples.Booking", name.Folder),
        ("samples.booking", name.Id),
        ("SamplesBookingPlugin", name.Type),
        ("SamplesExternalSyncPlugin", name.Type),
        ("SamplesTelephonyPlugin", name.Type),
        ("samples.node", name.Id),
        ("samples-node", name.Folder.ToLowerInvariant()),
        ("samples.python", name.Id),
        ("\"Sample bookings\"", $"\"{name.Folder}\""),
        ("\"Sample external system\"", $"\"{name.Folder}\""),
        ("\"Sample telephone line\"", $"\"{name.Folder}\""),
    ];

    private static string FileName(string file, PluginName name)
    {
        if (file == "Plugin.csproj") return name.Folder + ".csproj";
        if (file.StartsWith("Samples", StringComparison.Ordinal) && file.EndsWith("Plugin.cs", StringComparison.Ordinal)) return name.Type + ".cs";
        return file;
    }

    // Sources of templates are kept under another ending where they would be taken for this program's own.
    private static Dictionary<string, string> Read(string prefix) => Names()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[prefix.Length..] is var file && file.EndsWith(SourceSuffix, StringComparison.Ordinal) ? file[..^SourceSuffix.Length] : file, ReadText);

    private static string[] Names() => typeof(Template).Assembly.GetManifestResourceNames();

    private static string ReadText(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
