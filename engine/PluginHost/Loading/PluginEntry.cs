using System.Reflection;
using ConfEngine.Contract.Kit;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Loading;

/// <summary>Finds the one plugin in an assembly.</summary>
internal static class PluginEntry
{
    private const string Rule = "an assembly has exactly one public class that implements ConfEngine.Contract.Kit.IPlugin";

    /// <summary>Makes the plugin's object.</summary>
    /// <param name="assembly">Its assembly.</param>
    /// <param name="name">The assembly's file name, for people.</param>
    /// <exception cref="PluginStartException">There is none, more than one, or it cannot be made.</exception>
    public static IPlugin Make(Assembly assembly, string name)
    {
        var found = Guard(name, () => assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && typeof(IPlugin).IsAssignableFrom(type)).ToArray());
        if (found.Length == 0) throw new PluginStartException($"{name} has no public class that implements IPlugin", $"{Rule}: make yours public, such as 'public sealed class Acme : BookingPlugin'");
        if (found.Length > 1) throw new PluginStartException($"{name} has {found.Length} plugins ({OneLine.Of(string.Join(", ", found.Select(type => type.Name)))})", $"{Rule}: give each an assembly and a folder of its own");
        var constructor = found[0].GetConstructor(Type.EmptyTypes)
            ?? throw new PluginStartException($"{found[0].Name} has no public constructor without parameters", "add one; settings come with StartAsync");
        return Guard(name, () => (IPlugin)constructor.Invoke(null));
    }

    /// <summary>Does something that loads more of the plugin, and says in one line what went wrong.</summary>
    public static T Guard<T>(string name, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e)
        {
            throw Explain(name, e);
        }
    }

    private static PluginStartException Explain(string name, Exception exception) => Unwrap(exception) switch
    {
        PluginStartException known => known,
        FileNotFoundException { FileName: { } missing } e when IsAssemblyName(missing) =>
            new PluginStartException($"{name} needs {Short(missing)}, which is neither in its folder nor part of this program", "copy the whole output folder of its build; set EnableDynamicLoading in its project so that the build puts every dependency there", e),
        FileLoadException { FileName: { } unfit } e =>
            new PluginStartException($"{name} needs {Short(unfit)}, and the file by that name is not that version ({OneLine.Of(e.Message)})", "copy the dependency in the version that the plugin was built with", e),
        BadImageFormatException e =>
            new PluginStartException($"{name} needs {OneLine.Of(Path.GetFileName(e.FileName ?? "a file"), 80)}, which is not a .NET assembly", "copy the dependency again", e),
        TypeLoadException or MissingMethodException or MissingFieldException =>
            new PluginStartException($"{name} does not fit the libraries it is run with ({OneLine.Of(Unwrap(exception).Message)})", "build it again with the current versions", exception),
        var e => new PluginStartException($"the constructor of {name}'s plugin threw {e.GetType().Name}: {OneLine.Of(e.Message)}", "correct the plugin; work that can fail belongs into StartAsync", e),
    };

    private static Exception Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Unwrap(first),
        _ => exception,
    };

    // A file that the plugin's own code did not find is that code's affair.
    private static bool IsAssemblyName(string text) => text.Contains("Version=", StringComparison.Ordinal);

    private static string Short(string assembly)
    {
        var parts = assembly.Split(", Version=");
        return OneLine.Of(parts.Length == 2 ? $"{parts[0]} {parts[1].Split(',')[0]}" : Path.GetFileName(assembly), 120);
    }
}
