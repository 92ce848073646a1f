using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;

namespace McMaster.NETCore.Plugins;

public class PluginLoader : IDisposable
{
    private readonly PluginConfig _config;
    private readonly AssemblyFileWatch? _watch;
    private PluginLoadContext _context;
    private volatile bool _disposed;

    public PluginLoader(PluginConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        _config = config;
        _context = new PluginLoadContext(config);
        if (config.EnableHotReload) _watch = new AssemblyFileWatch(Path.GetDirectoryName(config.MainAssemblyPath)!, config.ReloadDelay, Reload);
    }

    public event PluginReloadedEventHandler? Reloaded;

    public bool IsUnloadable => _context.IsCollectible;

    public AssemblyLoadContext LoadContext => _context;

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, isUnloadable, sharedTypes, _ => { });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable, Type[] sharedTypes, Action<PluginConfig> configure) =>
        CreateFromAssemblyFile(assemblyFile, sharedTypes, config =>
        {
            config.IsUnloadable = isUnloadable;
            configure(config);
        });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes) => CreateFromAssemblyFile(assemblyFile, sharedTypes, _ => { });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes, Action<PluginConfig> configure) =>
        CreateFromAssemblyFile(assemblyFile, config =>
        {
            foreach (var assembly in (sharedTypes ?? []).Select(type => type.Assembly).Distinct()) config.SharedAssemblies.Add(assembly.GetName());
            configure(config);
        });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile) => CreateFromAssemblyFile(assemblyFile, _ => { });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Action<PluginConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var config = new PluginConfig(assemblyFile);
        configure(config);
        return new PluginLoader(config);
    }

    public void Reload()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!IsUnloadable)
            throw new InvalidOperationException($"{_config.MainAssemblyPath} was loaded for good: create its loader with IsUnloadable to be able to reload it");
        _context.Unload();
        _context = new PluginLoadContext(_config);
        Reloaded?.Invoke(this, new PluginReloadedEventArgs(this));
    }

    public Assembly LoadDefaultAssembly() => LoadAssemblyFromPath(_config.MainAssemblyPath);

    public Assembly LoadAssembly(AssemblyName assemblyName)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context.LoadFromAssemblyName(assemblyName);
    }

    public Assembly LoadAssembly(string assemblyName) => LoadAssembly(new AssemblyName(assemblyName));

    public Assembly LoadAssemblyFromPath(string assemblyPath)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context.LoadFile(assemblyPath);
    }

    public AssemblyLoadContext.ContextualReflectionScope EnterContextualReflection() => _context.EnterContextualReflection();

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _watch?.Dispose();
        if (_context.IsCollectible) _context.Unload();
        GC.SuppressFinalize(this);
    }
}
