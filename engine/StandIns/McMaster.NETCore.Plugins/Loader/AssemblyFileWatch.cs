namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Calls back when the assemblies of a folder have been written to and then left alone for a while.</summary>
internal sealed class AssemblyFileWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly Timer _quiet;
    private readonly Lock _gate = new();
    private readonly TimeSpan _delay;
    private bool _disposed;

    public AssemblyFileWatch(string folder, TimeSpan delay, Action changed)
    {
        _delay = delay;
        _quiet = new Timer(_ => changed());
        _watcher = new FileSystemWatcher(folder, "*.dll") { NotifyFilter = NotifyFilters.LastWrite };
        _watcher.Changed += (_, _) => Restart();
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        _watcher.Dispose();
        lock (_gate)
        {
            _disposed = true;
            _quiet.Dispose();
        }
    }

    private void Restart()
    {
        lock (_gate)
            if (!_disposed) _quiet.Change(_delay, Timeout.InfiniteTimeSpan);
    }
}
