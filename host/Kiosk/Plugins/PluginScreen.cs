using ConfEngine.PluginHost.Life;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>Says what is new about a plugin, in lines that a person and a pipe can read.</summary>
internal sealed class PluginScreen(TextWriter output)
{
    private readonly Lock _gate = new();
    private string _state = "";
    private string _figures = "";
    private PluginLogLine? _last;

    /// <summary>A notice came.</summary>
    public void Heard(string method, int bytes) => Line($"notice  {method}, {bytes} bytes");

    /// <summary>Says what has changed since it was shown last.</summary>
    public void Show(PluginStatus status, bool withFigures)
    {
        var state = $"{status.State.ToString().ToLowerInvariant()}{(status.Cause.Length > 0 ? ": " + status.Cause : "")}";
        if (state != _state) Line($"state   {_state = state}");
        foreach (var line in New(status.Log)) Line($"log     {line.Level.ToString().ToLowerInvariant(),-7} {line.Text}");
        if (withFigures && Figures(status.Figures) is var figures && figures != _figures) Line($"figures {_figures = figures}");
    }

    private static string Figures(PluginFigures figures) =>
        $"{figures.Calls} calls, {figures.Errors} errors, {figures.Timeouts} timeouts, p50 {figures.P50Us:0} us, p99 {figures.P99Us:0} us, {figures.MemoryBytes >> 20} MiB, {figures.Restarts} restarts";

    // The lines after the one that was shown last; all of them when that has gone out of the list.
    private List<PluginLogLine> New(IReadOnlyList<PluginLogLine> log)
    {
        var from = 0;
        for (var i = log.Count - 1; i >= 0 && from == 0; i--)
            if (log[i] == _last)
                from = i + 1;
        if (log.Count > 0) _last = log[^1];
        return [.. log.Skip(from)];
    }

    private void Line(string text)
    {
        lock (_gate) output.WriteLine(text);
    }
}
