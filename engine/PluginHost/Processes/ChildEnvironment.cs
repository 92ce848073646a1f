using System.Globalization;

namespace ConfEngine.PluginHost.Processes;

/// <summary>The environment of a plugin's process: the host's own holds keys and tokens that are none of a plugin's business.</summary>
internal static class ChildEnvironment
{
    /// <summary>Marks all processes of one run of a plugin.</summary>
    public const string RunMark = "CONFENGINE_PLUGIN_RUN";

    private static readonly string[] s_passed = ["PATH", "HOME", "LANG", "TZ", "DOTNET_ROOT"];

    /// <summary>Fills the environment of a process to be started.</summary>
    /// <param name="variables">All are replaced.</param>
    /// <param name="run">A name of this run.</param>
    /// <param name="heapBytes">The most that a .NET plugin's heap may take; null for other programs.</param>
    public static void Fill(IDictionary<string, string?> variables, string run, long? heapBytes)
    {
        var passed = variables.Where(pair => s_passed.Contains(pair.Key) || pair.Key.StartsWith("CONFENGINE_", StringComparison.Ordinal)).ToArray();
        variables.Clear();
        foreach (var (name, value) in passed) variables[name] = value;
        variables[RunMark] = run;
        // A copy that runs is not to be changed, and Python would put its compiled files there.
        variables["PYTHONDONTWRITEBYTECODE"] = "1";
        if (heapBytes is not { } bytes) return;
        variables.TryAdd("DOTNET_ROOT", Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..")));
        variables["DOTNET_GCHeapHardLimit"] = bytes.ToString("x", CultureInfo.InvariantCulture);
    }
}
