using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>A folder that holds plugins, one in each of its own folders.</summary>
/// <param name="Path">The folder; it may be missing, and come later.</param>
/// <param name="BuiltIn">Whether its plugins came with the program.</param>
internal sealed record PluginRoot(string Path, bool BuiltIn);

/// <summary>Plugins in folders. Where two have one id, the one that came first stays: of those found together, the one in the folder that is named first.</summary>
internal sealed class FolderPackages : IPackageSource
{
    private readonly PluginRoot[] _roots;
    private readonly CopyStore _store;
    private readonly PackageFolder _looker;
    private readonly GoodVersions _good;
    private readonly FolderWatch[] _watches;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Look> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _inUse = new(StringComparer.Ordinal);

    /// <summary>Begins to watch the folders.</summary>
    /// <param name="roots">Where plugins are looked for.</param>
    /// <param name="dataFolder">Copies are kept in its <c>store</c>.</param>
    public FolderPackages(IReadOnlyList<PluginRoot> roots, string dataFolder)
    {
        _roots = [.. roots.DistinctBy(root => Path.GetFullPath(root.Path))];
        _store = new CopyStore(Path.Combine(dataFolder, "store"));
        _looker = new PackageFolder(_store);
        _good = new GoodVersions(Path.Combine(dataFolder, "good"), _store);
        _watches = [.. _roots.Select(root => new FolderWatch(root.Path))];
        foreach (var watch in _watches) watch.Settled += () => Changed?.Invoke();
    }

    /// <inheritdoc/>
    public event Action? Changed;

    /// <summary>What does not work although plugins run, such as changes of folders that are not seen, in one line; empty while all does.</summary>
    public string Problem => string.Join("; ", _watches.Select(watch => watch.Problem).Append(_good.Problem).Where(problem => problem.Length > 0));

    /// <inheritdoc/>
    public IReadOnlyList<FoundPlugin> Scan()
    {
        lock (_gate)
        {
            var looks = new List<(Look Look, PluginRoot Root)>();
            for (var i = 0; i < _roots.Length; i++)
                foreach (var folder in FoldersOf(_roots[i].Path))
                    if (LookAt(folder, i) is { } look) looks.Add((look, _roots[i]));
            var folders = looks.Select(found => found.Look.Folder).ToHashSet();
            foreach (var gone in _known.Keys.Except(folders).ToArray()) _known.Remove(gone);
            foreach (var (id, _) in _owners.Where(owner => !folders.Contains(owner.Value)).ToArray()) _owners.Remove(id);
            foreach (var (look, _) in looks) _owners.TryAdd(look.Id, look.Folder);
            var result = looks.ConvertAll(found => Judge(found.Look, found.Root));
            Tidy(result);
            return result;
        }
    }

    /// <inheritdoc/>
    public PluginPackage? LastGood(string id)
    {
        lock (_gate) return _good.Find(id);
    }

    /// <inheritdoc/>
    public void MarkGood(PluginPackage package)
    {
        lock (_gate)
        {
            // The version that this one takes the place of may still be ending.
            InUse(package.Manifest.Id).Add(package.Digest);
            _good.Mark(package);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watch in _watches) watch.Dispose();
    }

    private static IEnumerable<string> FoldersOf(string root)
    {
        try
        {
            return Directory.Exists(root) ? Directory.GetDirectories(root).Order(StringComparer.Ordinal).ToArray() : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone between the question and the answer, or not for us: nothing is there.
            return [];
        }
    }

    // Null: no plugin, or one that is just arriving.
    private Look? LookAt(string folder, int root)
    {
        if (!File.Exists(Path.Combine(folder, PluginManifest.FileName))) return null;
        var before = _known.GetValueOrDefault(folder);
        var look = _looker.Look(folder, before);
        if (look is null)
        {
            // It did not hold still: what was known counts until it does.
            _watches[root].Touch();
            return before;
        }

        return _known[folder] = look;
    }

    private FoundPlugin Judge(Look look, PluginRoot root)
    {
        if (look.Problem.Length > 0) return new FoundPlugin(look.Folder, look.Id, null, look.Problem, root.BuiltIn);
        var owner = _owners[look.Id];
        if (owner != look.Folder)
            return new FoundPlugin(look.Folder, look.Id, null, $"{look.Folder} has the id \"{look.Id}\", which is that of the plugin in {owner}: remove one of them, or give it another id", root.BuiltIn);
        InUse(look.Id).Add(look.Digest);
        return new FoundPlugin(look.Folder, look.Id, new PluginPackage(look.Folder, look.Manifest!, look.Digest, _store.PathOf(look.Id, look.Digest), root.BuiltIn), "", root.BuiltIn);
    }

    private HashSet<string> InUse(string id) => _inUse.TryGetValue(id, out var digests) ? digests : _inUse[id] = [];

    // Kept are the newest, the last that worked and the one before that: one of them runs. Of a plugin whose folder has gone, all: it may be at work.
    private void Tidy(IReadOnlyList<FoundPlugin> found)
    {
        foreach (var package in found.Select(plugin => plugin.Package).OfType<PluginPackage>())
        {
            var id = package.Manifest.Id;
            InUse(id).RemoveWhere(digest => digest != package.Digest && digest != _good.DigestOf(id) && digest != _good.DigestBefore(id));
        }

        _store.Prune((id, digest) => (_inUse.TryGetValue(id, out var digests) && digests.Contains(digest)) || _good.DigestOf(id) == digest);
    }
}
