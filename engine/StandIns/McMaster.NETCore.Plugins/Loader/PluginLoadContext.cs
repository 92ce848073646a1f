using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Where a plugin's assemblies live: those that are shared come from the host's context, all others from the plugin's folder, and what is in neither
/// is left to the host's context.</summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private readonly AssemblyLoadContext _host;
    private readonly string _folder;
    private readonly AssemblyDependencyResolver? _resolver;
    private readonly HashSet<string> _private;
    private readonly HashSet<string> _shared = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();
    private readonly bool _preferHost;
    private readonly bool _lazy;
    private readonly bool _inMemory;

    public PluginLoadContext(PluginConfig config) : base(Path.GetFileNameWithoutExtension(config.MainAssemblyPath), config.IsUnloadable)
    {
        _host = config.DefaultContext;
        _folder = Path.GetDirectoryName(config.MainAssemblyPath)!;
        // The resolver insists on the file, and loading it says more plainly that it is missing.
        _resolver = File.Exists(config.MainAssemblyPath) ? new AssemblyDependencyResolver(config.MainAssemblyPath) : null;
        _private = new HashSet<string>(config.PrivateAssemblies.Select(NameOf), StringComparer.OrdinalIgnoreCase);
        (_preferHost, _lazy, _inMemory) = (config.PreferSharedTypes, config.IsLazyLoaded, config.LoadInMemory);
        foreach (var assembly in config.SharedAssemblies) Share(assembly);
    }

    /// <summary>Loads one file into this context, from a copy in memory where the configuration says so.</summary>
    public Assembly LoadFile(string path)
    {
        if (!_inMemory) return LoadFromAssemblyPath(path);
        var symbols = Path.ChangeExtension(path, ".pdb");
        using var code = new MemoryStream(File.ReadAllBytes(path));
        if (!File.Exists(symbols)) return LoadFromStream(code);
        using var debug = new MemoryStream(File.ReadAllBytes(symbols));
        return LoadFromStream(code, debug);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null) return null;
        if (MayBeHosts(assemblyName.Name) && FromHost(assemblyName) is { } shared) return shared;
        return (_resolver?.ResolveAssemblyToPath(assemblyName) ?? InFolder(assemblyName)) is { } path ? LoadFile(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        if (_resolver?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } known) return LoadUnmanagedDllFromPath(known);
        foreach (var name in (string[])[unmanagedDllName, unmanagedDllName + ".so", "lib" + unmanagedDllName + ".so", "lib" + unmanagedDllName])
            if (Path.Combine(_folder, name) is var path && File.Exists(path)) return LoadUnmanagedDllFromPath(path);
        return 0;
    }

    private static string NameOf(AssemblyName assembly) => assembly.Name ?? throw new ArgumentException("an assembly without a name cannot be shared or kept private");

    private bool MayBeHosts(string name)
    {
        if (_private.Contains(name)) return false;
        lock (_gate) return _preferHost || _shared.Contains(name);
    }

    // What the host lacks, or has in too old a version, is the plugin's own affair.
    private Assembly? FromHost(AssemblyName name)
    {
        try
        {
            var assembly = _host.LoadFromAssemblyName(name);
            if (_lazy) ShareReferencesOf(assembly);
            return assembly;
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException)
        {
            return null;
        }
    }

    // The types that a shared assembly shows must be the host's too. Lazily: when the plugin asks for that assembly.
    private void Share(AssemblyName name)
    {
        lock (_gate)
            if (!_shared.Add(NameOf(name)) || _lazy) return;
        try
        {
            ShareReferencesOf(_host.LoadFromAssemblyName(name));
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException)
        {
            // A reference that the host never needed; if the plugin does, it brings its own.
            lock (_gate) _shared.Remove(NameOf(name));
        }
    }

    private void ShareReferencesOf(Assembly assembly)
    {
        foreach (var reference in assembly.GetReferencedAssemblies())
            if (_lazy)
                lock (_gate) _shared.Add(NameOf(reference));
            else
                Share(reference);
    }

    private string? InFolder(AssemblyName name)
    {
        var path = Path.Combine(_folder, name.CultureName ?? "", name.Name + ".dll");
        return File.Exists(path) ? path : null;
    }
}
