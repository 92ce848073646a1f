using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Media;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>The plugins of a state folder while no kiosk runs on it: what the folders hold, and what the operator has decided.</summary>
internal sealed class OfflinePlugins : IDisposable
{
    private readonly PluginPlaces _places;
    private readonly FolderPackages _packages;
    private readonly TrustList _trust;
    private readonly SettingsStore _settings;
    private readonly DisabledList _disabled;

    public OfflinePlugins(PluginPlaces places, IReadOnlyList<string> more)
    {
        _places = places;
        PluginRoot[] roots = [new(PluginPlaces.BuiltIn, true), new(places.Users, false), .. more.Select(folder => new PluginRoot(Path.GetFullPath(folder), false))];
        _packages = new FolderPackages(roots, places.Data);
        (_trust, _settings, _disabled) = (new TrustList(places.Data), new SettingsStore(places.Data), new DisabledList(places.Data));
        Found = Blame(_packages.Scan);
    }

    /// <summary>What the folders hold.</summary>
    public IReadOnlyList<FoundPlugin> Found { get; }

    /// <summary>How a plugin would be shown.</summary>
    public PluginRow Row(FoundPlugin plugin)
    {
        var pin = _trust.PinOf(plugin.Id);
        var isPinned = plugin.Package is { } package && pin == package.Digest;
        var (state, cause) = _disabled.Contains(plugin.Id) ? ("disabled", "")
            : plugin.Package is null ? ("refused", plugin.Problem)
            : pin is not null && !isPinned ? ("refused", $"its checksum is not the pinned one: confengine plugin trust {plugin.Id}")
            : !_settings.TryLoad(plugin.Package.Manifest, out _, out _, out var error) ? ("refused", error)
            : ("ready", "");
        return new PluginRow
        {
            Id = plugin.Id,
            Version = plugin.Package?.Manifest.Version ?? "",
            Capabilities = plugin.Package?.Manifest.Capabilities ?? [],
            State = state,
            Cause = cause,
            Run = plugin.Package is null ? "" : RunName(plugin.Package.Manifest.Run),
            Pinned = isPinned,
            BuiltIn = plugin.BuiltIn,
        };
    }

    /// <summary>Pins what lies in a plugin's folder, or in a folder that is named.</summary>
    /// <returns>The plugin's id and digest.</returns>
    public (string Id, string Digest) Trust(string idOrFolder)
    {
        var package = Directory.Exists(idOrFolder) && File.Exists(Path.Combine(idOrFolder, PluginManifest.FileName)) ? PackageIn(idOrFolder) : Package(idOrFolder);
        Blame(() =>
        {
            _trust.Pin(package.Manifest.Id, package.Digest);
            return true;
        });
        return (package.Manifest.Id, package.Digest);
    }

    /// <summary>Switches a plugin on or off.</summary>
    public void Switch(string id, bool on)
    {
        Find(id);
        Blame(() =>
        {
            if (on) _disabled.Remove(id);
            else _disabled.Add(id);
            return true;
        });
    }

    /// <summary>One of a plugin's settings.</summary>
    public SettingSpec Setting(string id, string name) => Package(id).Manifest.Settings.FirstOrDefault(setting => setting.Name == name)
        ?? throw new MediaException($"{id} has no setting '{name}': it has {Names(Package(id).Manifest)}");

    /// <summary>Sets one of a plugin's settings.</summary>
    public void Set(string id, string name, string? value)
    {
        try
        {
            _settings.Set(Package(id).Manifest, name, value);
        }
        catch (ContractException refused)
        {
            throw new MediaException(refused.Message, refused);
        }
    }

    public void Dispose() => _packages.Dispose();

    /// <summary>How a way to run is written in a manifest.</summary>
    public static string RunName(RunMode run) => run switch { RunMode.InProcess => "in-process", RunMode.Child => "child", _ => "executable" };

    private static string Names(PluginManifest manifest) => manifest.Settings.Count == 0 ? "none" : string.Join(", ", manifest.Settings.Select(static setting => setting.Name));

    private FoundPlugin Find(string id) => Found.FirstOrDefault(plugin => plugin.Id == id)
        ?? throw new MediaException($"there is no plugin '{id}' in {_places.Users}: confengine plugin list shows those there are");

    private PluginPackage Package(string id) => Find(id).Package ?? throw new MediaException(Find(id).Problem);

    private PluginPackage PackageIn(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var known = Found.FirstOrDefault(plugin => plugin.Folder == full);
        if (known is not null) return known.Package ?? throw new MediaException(known.Problem);
        // Not in place yet: trusted before it is dropped there.
        var look = Blame(() => new PackageFolder(new CopyStore(Path.Combine(_places.Data, "store"))).Look(full, null));
        if (look is null) throw new MediaException($"{full} changes all the time: trust it when the copying has ended");
        return look.Manifest is { } manifest ? new PluginPackage(full, manifest, look.Digest, full, BuiltIn: false) : throw new MediaException(look.Problem);
    }

    private T Blame<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"{_places.Data}: {e.Message}; give it to the user this program runs as", e);
        }
    }
}
