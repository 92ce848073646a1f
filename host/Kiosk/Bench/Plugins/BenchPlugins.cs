using System.Text.Json.Nodes;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Media;
using ConfEngine.Kiosk.Plugins;

namespace ConfEngine.Kiosk.Bench.Plugins;

/// <summary>Lays out the plugins to be measured in a folder that goes away afterwards.</summary>
internal sealed class BenchPlugins : IDisposable
{
    private const string BuiltIn = "Booking.Local";
    private readonly string _scratch = Directory.CreateTempSubdirectory("confengine-bench-plugins-").FullName;

    /// <summary>The folder with the plugins.</summary>
    public string Folder => Path.Combine(_scratch, "plugins");

    /// <summary>Where the host keeps its things.</summary>
    public string Data => Path.Combine(_scratch, "data");

    /// <summary>What is measured: the words for people, and the plugin's id.</summary>
    public List<(string Way, string Id)> Ways { get; } = [];

    /// <summary>The program's own plugin, in both of the ways in which a .NET plugin can run.</summary>
    public void AddBuiltIn()
    {
        var folder = Path.Combine(PluginPlaces.BuiltIn, BuiltIn);
        if (!Directory.Exists(folder)) throw new MediaException($"{folder} is missing: build the program with ./run");
        Add(folder, "bench.in-process", "in-process", "in-process (.NET)");
        Add(folder, "bench.child", "child", "child (.NET)");
    }

    /// <summary>A plugin written in Python, from the templates of <c>plugin new</c>.</summary>
    public void AddPython()
    {
        if (Template.Find("python", "telephony") is not { } template || !PluginName.TryParse("Bench", "telephony", out var name))
            throw new MediaException("the Python template is missing from the program");
        var folder = Path.Combine(Folder, "bench.python");
        Directory.CreateDirectory(folder);
        foreach (var (file, text) in template.For(name, AppContext.BaseDirectory)) File.WriteAllText(Path.Combine(folder, file), text);
        Change(folder, "bench.python", null);
        Ways.Add(("executable (Python)", "bench.python"));
    }

    /// <summary>Somebody's plugin, as its manifest says.</summary>
    public void Add(string folder)
    {
        if (!File.Exists(Path.Combine(folder, PluginManifest.FileName))) throw new MediaException($"{folder} is no plugin: it has no {PluginManifest.FileName}");
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, PluginManifest.FileName)))!;
        var (id, run) = (manifest["id"]!.GetValue<string>(), manifest["run"]!.GetValue<string>());
        Copy(folder, Path.Combine(Folder, id));
        Ways.Add(($"{run} ({id})", id));
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    private void Add(string folder, string id, string run, string way)
    {
        var copy = Path.Combine(Folder, id);
        Copy(folder, copy);
        Change(copy, id, run);
        Ways.Add((way, id));
    }

    private static void Change(string folder, string id, string? run)
    {
        var file = Path.Combine(folder, PluginManifest.FileName);
        var manifest = JsonNode.Parse(File.ReadAllText(file))!;
        manifest["id"] = id;
        if (run is not null) manifest["run"] = run;
        File.WriteAllText(file, manifest.ToJsonString());
    }

    internal static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
