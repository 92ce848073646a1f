using System.Text.Json.Nodes;
using ConfEngine.Contract.Manifest;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Plugins.Stages;

/// <summary>A plugin's folder before it is put where the host looks. It appears there at once and whole, as after a careful installation.</summary>
internal sealed class Plant
{
    private readonly Stage _stage;
    private readonly Dictionary<string, byte[]> _files = [];

    private Plant(Stage stage, string name, JsonObject manifest) => (_stage, Name, Manifest) = (stage, name, manifest);

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    public string Folder => Path.Combine(_stage.Folder, Name);

    public JsonObject Manifest { get; }

    /// <summary>The .NET plugin of plugins/ChaosPlugin under an id of its own.</summary>
    public static Plant Chaos(Stage stage, string id, RunMode run = RunMode.InProcess)
    {
        var plant = new Plant(stage, id, ReadManifest(Path.Combine(Built.ChaosPlugin, PluginManifest.FileName)));
        (plant.Manifest["id"], plant.Manifest["run"]) = (id, run == RunMode.InProcess ? "in-process" : "child");
        foreach (var file in Directory.GetFiles(Built.ChaosPlugin, "ChaosPlugin.*")) plant._files[Path.GetFileName(file)] = File.ReadAllBytes(file);
        return plant;
    }

    /// <summary>The plugin in Python that breaks the bytes.</summary>
    public static Plant Raw(Stage stage, string word = "")
    {
        var folder = Checkout.At("plugins", "ChaosPlugin", "raw");
        var plant = new Plant(stage, "chaos.raw", ReadManifest(Path.Combine(folder, PluginManifest.FileName)));
        // The system's own Python: it is there wherever the tests run.
        plant.Manifest["command"] = new JsonArray("/usr/bin/python3", "chaos.py", word);
        plant._files["chaos.py"] = File.ReadAllBytes(Path.Combine(folder, "chaos.py"));
        plant._files["msgpack_subset.py"] = File.ReadAllBytes(Checkout.At("plugins", "samples-python", "msgpack_subset.py"));
        return plant;
    }

    /// <summary>Changes the manifest.</summary>
    public Plant With(string name, JsonNode? value)
    {
        Manifest[name] = value;
        return this;
    }

    /// <summary>Changes a limit.</summary>
    public Plant WithLimit(string name, JsonNode? value)
    {
        Manifest["limits"]![name] = value;
        return this;
    }

    /// <summary>Gives a setting the value that counts while nothing is set.</summary>
    public Plant WithSetting(string name, string value)
    {
        Manifest["settings"]!.AsArray().Single(setting => (string)setting!["name"]! == name)!["default"] = value;
        return this;
    }

    /// <summary>Adds a file, or takes one away.</summary>
    public Plant WithFile(string name, byte[]? content)
    {
        if (content is null) _files.Remove(name);
        else _files[name] = content;
        return this;
    }

    /// <summary>Puts it where the host looks; what was there goes.</summary>
    public Plant Write()
    {
        var made = Path.Combine(Path.GetDirectoryName(_stage.Folder)!, "made");
        Directory.CreateDirectory(made);
        foreach (var (name, content) in _files) File.WriteAllBytes(Path.Combine(made, name), content);
        File.WriteAllText(Path.Combine(made, PluginManifest.FileName), Manifest.ToJsonString());
        if (Directory.Exists(Folder)) Directory.Move(Folder, Path.Combine(Path.GetDirectoryName(_stage.Folder)!, "old-" + Guid.NewGuid().ToString("N")));
        Directory.Move(made, Folder);
        return this;
    }

    private static JsonObject ReadManifest(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}
