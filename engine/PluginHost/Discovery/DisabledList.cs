namespace ConfEngine.PluginHost.Discovery;

/// <summary>Which plugins the operator has switched off: <c>disabled.json</c>. Any thread.</summary>
/// <param name="dataFolder">Where the file lies.</param>
internal sealed class DisabledList(string dataFolder)
{
    private readonly string _path = Path.Combine(dataFolder, "disabled.json");
    private readonly Lock _gate = new();

    /// <summary>Whether a plugin is switched off. A file that cannot be read switches off nothing.</summary>
    public bool Contains(string id)
    {
        lock (_gate) return JsonFile.TryReadList(_path, out var ids, out _) && ids.Contains(id);
    }

    /// <summary>Switches a plugin off.</summary>
    public void Add(string id) => Change(ids => ids.Add(id));

    /// <summary>Switches a plugin on.</summary>
    public void Remove(string id) => Change(ids => ids.Remove(id));

    private void Change(Action<SortedSet<string>> change)
    {
        lock (_gate)
        {
            if (!JsonFile.TryReadList(_path, out var known, out var error)) throw new IOException(error);
            var ids = new SortedSet<string>(known, StringComparer.Ordinal);
            change(ids);
            JsonFile.Write(_path, ids);
        }
    }
}
