using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>Remembers the last version of each plugin that worked: <c>good/ID.json</c>. One thread at a time.</summary>
/// <param name="folder">Where the files lie.</param>
/// <param name="store">Where the copies are.</param>
internal sealed class GoodVersions(string folder, CopyStore store)
{
    private readonly Dictionary<string, (PluginPackage? Package, string Before)> _known = new(StringComparer.Ordinal);

    /// <summary>Why the last mark could not be written, in one line; empty when it was.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The last version that worked; null when there is none or its copy is damaged.</summary>
    public PluginPackage? Find(string id)
    {
        if (_known.TryGetValue(id, out var known)) return known.Package;
        var package = Load(id);
        _known[id] = (package, "");
        return package;
    }

    /// <summary>Its digest; null when there is none.</summary>
    public string? DigestOf(string id) => Find(id)?.Digest;

    /// <summary>The digest of the one before it in this run of the program; empty when there is none.</summary>
    public string DigestBefore(string id) => _known.GetValueOrDefault(id).Before ?? "";

    /// <summary>Remembers a version.</summary>
    public void Mark(PluginPackage package)
    {
        var before = Find(package.Manifest.Id);
        if (before?.Digest == package.Digest && before.Folder == package.Folder) return;
        _known[package.Manifest.Id] = (package, before?.Digest ?? "");
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["digest"] = package.Digest,
            ["folder"] = package.Folder,
            ["built_in"] = package.BuiltIn ? "true" : "false",
        };
        try
        {
            JsonFile.Write(PathOf(package.Manifest.Id), values);
            Problem = "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // This run of the program still knows it.
            Problem = $"{PathOf(package.Manifest.Id)} cannot be written ({OneLine.Of(e.Message)}): check the folder's owner and the disk's space";
        }
    }

    private string PathOf(string id) => Path.Combine(folder, id + ".json");

    private PluginPackage? Load(string id)
    {
        if (!JsonFile.TryReadTexts(PathOf(id), out var values, out _)) return null;
        var digest = values.GetValueOrDefault("digest", "");
        if (digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower) || !store.IsSound(id, digest)) return null;
        var copy = store.PathOf(id, digest);
        return ManifestReader.TryRead(File.ReadAllBytes(Path.Combine(copy, PluginManifest.FileName)), out var manifest, out _) && manifest.Id == id
            ? new PluginPackage(values.GetValueOrDefault("folder", copy), manifest, digest, copy, values.GetValueOrDefault("built_in") == "true")
            : null;
    }
}
