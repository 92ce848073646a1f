using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins;

public class PluginConfig
{
    private bool _isUnloadable;
    private bool _loadInMemory;

    public PluginConfig(string mainAssemblyPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(mainAssemblyPath);
        if (!Path.IsPathRooted(mainAssemblyPath))
            throw new ArgumentException($"\"{mainAssemblyPath}\" is relative: give the assembly's full path", nameof(mainAssemblyPath));
        MainAssemblyPath = mainAssemblyPath;
    }

    public string MainAssemblyPath { get; }

    public ICollection<AssemblyName> PrivateAssemblies { get; protected set; } = [];

    public ICollection<AssemblyName> SharedAssemblies { get; protected set; } = [];

    public bool PreferSharedTypes { get; set; }

    public bool IsLazyLoaded { get; set; }

    public bool IsUnloadable
    {
        get => _isUnloadable || EnableHotReload;
        set => _isUnloadable = value;
    }

    public bool LoadInMemory
    {
        get => _loadInMemory || EnableHotReload;
        set => _loadInMemory = value;
    }

    public bool EnableHotReload { get; set; }

    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    public AssemblyLoadContext DefaultContext { get; set; } =
        AssemblyLoadContext.GetLoadContext(Assembly.GetExecutingAssembly()) ?? AssemblyLoadContext.Default;
}
