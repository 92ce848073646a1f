using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Overlays;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.Runtime.Plugins;

/// <summary>Words plugins for the overlay.</summary>
internal static class PluginRows
{
    private const double BytesPerMegabyte = 1 << 20;

    /// <summary>A row for every plugin.</summary>
    public static PluginRow[] Of(IReadOnlyList<PluginStatus> plugins, Instant now) => [.. plugins.Select(plugin => Row(plugin, now))];

    /// <summary>The word for a way to run.</summary>
    public static string Runs(RunMode run) => run switch
    {
        RunMode.InProcess => "in-process",
        RunMode.Executable => "executable",
        _ => "child",
    };

    /// <summary>The word for a state.</summary>
    public static string State(PluginState state) => state.ToString().ToLowerInvariant();

    private static PluginRow Row(PluginStatus plugin, Instant now) => new(plugin.Manifest?.Name ?? plugin.Id, plugin.Manifest is null ? "-" : Runs(plugin.Run), State(plugin.State), Mood(plugin.State))
    {
        Calls = plugin.Figures.Calls,
        Errors = plugin.Figures.Errors,
        P50 = plugin.Figures.P50Us / 1000,
        P99 = plugin.Figures.P99Us / 1000,
        InFlight = plugin.Figures.InFlight,
        Restarts = plugin.Figures.Restarts,
        Megabytes = plugin.Figures.MemoryBytes / BytesPerMegabyte,
        Cause = Cause(plugin, now),
        LastError = plugin.Figures.LastError,
    };

    private static string Cause(PluginStatus plugin, Instant now)
    {
        // The line is short, and whose it is stands above it.
        var cause = plugin.Cause.Replace(plugin.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        if (plugin.NextTry is not { } next || next <= now) return cause;
        return $"{cause}; again in {Math.Ceiling((next - now).Seconds):F0} s";
    }

    private static PluginMood Mood(PluginState state) => state switch
    {
        PluginState.Running => PluginMood.Good,
        PluginState.Degraded => PluginMood.Troubled,
        PluginState.Faulted or PluginState.Refused => PluginMood.Bad,
        PluginState.Disabled => PluginMood.Off,
        _ => PluginMood.Busy,
    };
}
