namespace ConfEngine.PluginHost.Discovery;

/// <summary>Tells that something below a folder has changed and has then been left alone for a while. The folder may come later, vanish and come back.</summary>
internal sealed class FolderWatch : IDisposable
{
    /// <summary>So long nothing may happen before <see cref="Settled"/>: files that are being copied arrive closer together.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    // Somebody may write without end, such as a log: then it is looked at all the same.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    private const int MostTries = 8;
    private readonly string _folder;
    private readonly Timer _timer;
    private readonly Timer _latest;
    private readonly Lock _gate = new();
    private readonly List<FileSystemWatcher> _watchers = [];
    private bool _touched;
    private bool _disposed;

    /// <summary>Begins to watch.</summary>
    public FolderWatch(string folder)
    {
        _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _timer = new Timer(_ => OnQuiet());
        _latest = new Timer(_ => OnQuiet());
        lock (_gate) Arm();
    }

    /// <summary>Something has changed. On a thread of the pool.</summary>
    public event Action? Settled;

    /// <summary>Why changes cannot be seen, in one line; empty while they can.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Counts as a change.</summary>
    public void Touch()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _timer.Change(Quiet, Timeout.InfiniteTimeSpan);
            if (!_touched) _latest.Change(s_longest, Timeout.InfiniteTimeSpan);
            _touched = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Disarm();
            _timer.Dispose();
            _latest.Dispose();
        }
    }

    private void OnQuiet()
    {
        lock (_gate)
        {
            if (_disposed || !_touched) return;
            _touched = false;
            _timer.Change(Timeout.Infinite, Timeout.Infinite);
            _latest.Change(Timeout.Infinite, Timeout.Infinite);
            // A watch dies silently with its folder, and a new folder of the same name has none yet.
            Arm();
        }

        Settled?.Invoke();
    }

    // Watches the folder, and the two nearest folders above that exist: if all of them vanish one after the other, one always sees it.
    private void Arm()
    {
        Disarm();
        for (var i = 0; i < MostTries; i++)
        {
            try
            {
                if (Directory.Exists(_folder))
                {
                    Watch(_folder, "*", deep: true);
                    // A deep watcher (.NET 10.0 on Linux) tells nothing when a folder is moved away and another moved to its place at once, which is how one updates with care.
                    Watch(_folder, "*", deep: false);
                }

                var (child, parent) = (_folder, Path.GetDirectoryName(_folder));
                for (var above = 0; parent is not null && above < 2; (child, parent) = (parent, Path.GetDirectoryName(parent)))
                {
                    if (!Directory.Exists(parent)) continue;
                    Watch(parent, Path.GetFileName(child), deep: false);
                    above++;
                }

                Problem = "";
                return;
            }
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // It went between the question and the watch: look again what is there. Or the system has no more watches to give.
                Problem = $"changes in {_folder} are not seen ({OneLine.Of(e.Message)}): reload plugins by hand, or raise fs.inotify.max_user_instances";
                Disarm();
            }
        }
    }

    private void Watch(string folder, string filter, bool deep)
    {
        var watcher = new FileSystemWatcher(folder, filter)
        {
            IncludeSubdirectories = deep,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | (deep ? NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes : 0),
        };
        _watchers.Add(watcher);
        watcher.Created += (_, _) => Touch();
        watcher.Deleted += (_, _) => Touch();
        watcher.Renamed += (_, _) => Touch();
        watcher.Changed += (_, _) => Touch();
        watcher.Error += (_, _) => Touch();
        watcher.EnableRaisingEvents = true;
    }

    private void Disarm()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _watchers.Clear();
    }
}
