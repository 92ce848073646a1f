using System.Reflection;
using ConfEngine.Contract.Kit;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Loading;

/// <summary>What can be said of a plugin's assembly before it is loaded.</summary>
internal static class PluginRequirements
{
    private const string Framework = "System.Runtime";

    /// <summary>Checks that it is an assembly, for this runtime or an older one, and for this contract or an older one.</summary>
    /// <exception cref="PluginStartException">It is not.</exception>
    public static void Check(string path, string name)
    {
        var facts = Read(path, name) ?? throw new PluginStartException($"{name} is not a .NET assembly", "build the project and copy its output, not its source");
        var runtime = Assembly.Load(Framework).GetName().Version!;
        if (facts.VersionOf(Framework) is { } wanted && wanted > runtime)
            throw new PluginStartException($"{name} was built for .NET {wanted.Major}.{wanted.Minor} and this program runs on .NET {runtime.Major}.{runtime.Minor}",
                $"build it for net{runtime.Major}.{runtime.Minor}, or update this program");
        var contract = typeof(IPlugin).Assembly.GetName();
        if (facts.VersionOf(contract.Name!) is not { } spoken)
            throw new PluginStartException($"{name} does not use {contract.Name}, so there is no plugin in it", $"reference {contract.Name} and implement IPlugin, or name the right assembly in plugin.json");
        if (spoken > contract.Version)
            throw new PluginStartException($"{name} was built with {contract.Name} {spoken} and this program has {contract.Version}", $"update this program, or build the plugin with {contract.Name} {contract.Version}");
    }

    private static AssemblyFacts? Read(string path, string name)
    {
        try
        {
            return AssemblyFacts.Read(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PluginStartException($"{name} is not in the plugin's folder", "build the project and copy its whole output folder", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PluginStartException($"{name} cannot be read ({OneLine.Of(e.Message)})", "give the engine's user the right to", e);
        }
    }
}
