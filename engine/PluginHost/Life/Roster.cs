using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Life;

/// <summary>Which plugins there are. Looks through the folders, and gives each id one <see cref="PluginUnit"/>. The supervisor's.</summary>
/// <param name="parts">What it needs.</param>
/// <param name="onFault">Told of a fault of ours.</param>
internal sealed class Roster(PluginHostParts parts, Action<Exception> onFault)
{
    private readonly Dictionary<string, PluginUnit> _units = new(StringComparer.Ordinal);
    private readonly List<Task> _lives = [];
    private IReadOnlyList<FoundPlugin> _found = [];
    private volatile IReadOnlyDictionary<string, PluginUnit> _published = new Dictionary<string, PluginUnit>();
    private volatile IReadOnlyList<PluginStatus> _others = [];
    private Task? _scanning;
    private bool _scansAgain;

    /// <summary>The plugins by id, as they were last. Any thread.</summary>
    public IReadOnlyDictionary<string, PluginUnit> Units => _published;

    /// <summary>Folders that are not taken because their id is at work from another. Any thread.</summary>
    public IReadOnlyList<PluginStatus> Others => _others;

    /// <summary>Looks through the folders. Completes when what was there when it was called has been taken in.</summary>
    public Task ScanAsync()
    {
        // One at a time; a call that comes in between is served by a scan that begins after it.
        if (_scanning is { IsCompleted: false } running)
        {
            _scansAgain = true;
            return running;
        }

        return _scanning = ScanOnceOrMoreAsync();
    }

    /// <summary>Ends all plugins.</summary>
    public Task CloseAsync()
    {
        parts.IsClosing = true;
        foreach (var unit in _units.Values) unit.Remove();
        return Task.WhenAll(_lives);
    }

    private static FoundPlugin ChooseOf(IEnumerable<FoundPlugin> same, PluginUnit? unit) =>
        same.FirstOrDefault(one => one.Package is not null) ?? same.FirstOrDefault(one => one.Folder == unit?.Status.Folder) ?? same.First();

    private async Task ScanOnceOrMoreAsync()
    {
        do
        {
            _scansAgain = false;
            try
            {
                var (found, disabled) = await parts.Blocking.RunAsync(() =>
                {
                    var all = parts.Packages.Scan();
                    return (all, all.Select(one => one.Id).Distinct().Where(parts.Records.IsDisabled).ToHashSet());
                });
                if (parts.IsClosing) return;
                _found = found;
                Reconcile(disabled);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // What is at work goes on as it is.
                onFault(e);
            }
        }
        while (_scansAgain);
    }

    private void Reconcile(HashSet<string> disabled)
    {
        var others = new List<PluginStatus>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var same in _found.GroupBy(one => one.Id, StringComparer.Ordinal))
        {
            _units.TryGetValue(same.Key, out var unit);
            var chosen = ChooseOf(same, unit);
            present.Add(same.Key);
            others.AddRange(same.Where(one => one != chosen).Select(one =>
                new PluginStatus { Id = one.Id, Folder = one.Folder, State = PluginState.Refused, Cause = one.Problem, BuiltIn = one.BuiltIn, Manifest = one.Package?.Manifest, Digest = one.Package?.Digest ?? "" }));
            // One that is about to be over is taken anew when it is.
            if (unit is { IsOver: false }) unit.Offer(chosen);
            else if (unit is null) Begin(chosen, !disabled.Contains(same.Key));
        }

        foreach (var unit in _units.Values)
            if (!present.Contains(unit.Id)) unit.Remove();
        _others = others;
        Publish();
    }

    private void Begin(FoundPlugin found, bool isEnabled)
    {
        var unit = new PluginUnit(parts, found, isEnabled);
        _units.Add(unit.Id, unit);
        _lives.RemoveAll(life => life.IsCompleted);
        _lives.Add(LiveAsync(unit));
    }

    private async Task LiveAsync(PluginUnit unit)
    {
        try
        {
            await unit.LiveAsync();
        }
        catch (Exception e)
        {
            onFault(e);
        }

        _units.Remove(unit.Id);
        Publish();
        // The folder may have come back while it ended.
        if (!parts.IsClosing && _found.Any(one => one.Id == unit.Id)) await ScanAsync();
    }

    private void Publish()
    {
        _published = new Dictionary<string, PluginUnit>(_units, StringComparer.Ordinal);
        parts.OnChanged();
    }
}
