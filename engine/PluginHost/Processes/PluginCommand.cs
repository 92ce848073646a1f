using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Processes;

/// <summary>What is started for a plugin.</summary>
/// <param name="Program">The full path of a program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsRunner">Whether it is the host's own runner of .NET plugins.</param>
internal sealed record PluginCommand(string Program, IReadOnlyList<string> Arguments, bool IsRunner)
{
    /// <summary>Finds the program.</summary>
    /// <param name="package">What to run.</param>
    /// <param name="run">How.</param>
    /// <param name="runner">The path of the runner of .NET plugins.</param>
    /// <exception cref="PluginStartException">It is not there.</exception>
    public static PluginCommand Find(PluginPackage package, RunMode run, string runner)
    {
        if (run == RunMode.Executable)
        {
            var command = package.Manifest.Command;
            return new PluginCommand(Find(package.RunFolder, command[0]), [.. command.Skip(1)], IsRunner: false);
        }

        if (!File.Exists(runner)) throw new PluginStartException($"{runner} is missing, which runs .NET plugins", "install or build this program again as a whole");
        return new PluginCommand(runner, [package.RunFolder], IsRunner: true);
    }

    private static string Find(string folder, string name)
    {
        // An absolute name stays what it is.
        var own = Path.GetFullPath(Path.Combine(folder, name));
        if (File.Exists(own))
            return IsProgram(own) ? own : throw new PluginStartException($"{name} may not be run", $"give it the right to: chmod +x {name}");
        if (name.Contains('/')) throw new PluginStartException($"{name} is not there", "correct \"command\" in plugin.json, or copy the program into the plugin's folder");
        foreach (var place in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            if (Path.Combine(place, name) is var path && File.Exists(path) && IsProgram(path)) return path;
        throw new PluginStartException($"{name} is neither in the plugin's folder nor on the PATH", $"install {name}, or correct \"command\" in plugin.json");
    }

    private static bool IsProgram(string path)
    {
        const UnixFileMode Any = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Any) != 0;
    }
}
