using System.Reflection;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;
using McMaster.NETCore.Plugins;

namespace ConfEngine.PluginHost.Loading;

/// <summary>A .NET plugin in a load context of its own: it shares the contract, and what that uses, with the host and brings everything else itself.</summary>
internal sealed class LoadedPlugin : IDisposable
{
    private readonly PluginLoader _loader;

    private LoadedPlugin(PluginLoader loader, IPlugin plugin) => (_loader, Plugin) = (loader, plugin);

    /// <summary>The plugin.</summary>
    public IPlugin Plugin { get; }

    /// <summary>Loads a plugin and makes its one object: the plugin's code runs here, on the caller's thread.</summary>
    /// <param name="folder">Where its files are; nobody changes them.</param>
    /// <param name="manifest">Its manifest; it names the assembly.</param>
    /// <exception cref="PluginStartException">It cannot be loaded.</exception>
    public static LoadedPlugin Load(string folder, PluginManifest manifest)
    {
        var name = manifest.Assembly ?? throw new ArgumentException("a plugin without an assembly is no .NET plugin", nameof(manifest));
        var path = Path.GetFullPath(Path.Combine(folder, name));
        PluginRequirements.Check(path, name);
        var loader = MakeLoader(path, name);
        try
        {
            return new LoadedPlugin(loader, PluginEntry.Make(LoadAssembly(loader, path, name), name));
        }
        catch
        {
            loader.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of its code. Runs the plugin's handlers of the context's <c>Unloading</c> event, so it takes as long as those do.</summary>
    public void Dispose() => _loader.Dispose();

    private static PluginLoader MakeLoader(string path, string name)
    {
        try
        {
            return PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, [typeof(IPlugin)]);
        }
        catch (InvalidOperationException e)
        {
            // The framework's resolver: the .deps.json is wrong, or names a file that is not there.
            throw new PluginStartException($"the dependencies of {name} cannot be resolved ({OneLine.Of(e.Message, 400)})", "build it again with EnableDynamicLoading and copy its whole output folder", e);
        }
    }

    private static Assembly LoadAssembly(PluginLoader loader, string path, string name)
    {
        try
        {
            var assembly = loader.LoadDefaultAssembly();
            // What is missing is said now, and not in the middle of a call.
            foreach (var reference in AssemblyFacts.Read(path)!.References) PluginEntry.Guard(name, () => loader.LoadAssembly(reference));
            return assembly;
        }
        catch (BadImageFormatException e)
        {
            throw new PluginStartException($"{name} cannot be loaded ({OneLine.Of(e.Message)})", "build it for any processor (AnyCPU) or for this one", e);
        }
        catch (Exception e) when (e is not PluginStartException)
        {
            // The runtime has many ways to say that a file is damaged.
            throw new PluginStartException($"{name} cannot be loaded ({e.GetType().Name}: {OneLine.Of(e.Message)})", "build it again and copy its whole output folder", e);
        }
    }
}
