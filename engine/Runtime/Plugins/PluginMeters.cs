using System.Diagnostics.Metrics;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.Runtime.Plugins;

/// <summary>The plugins' counters as instruments of .NET, for whoever collects them: OpenTelemetry, Prometheus, <c>dotnet-counters</c>. They cost nothing while
/// nobody does.</summary>
internal sealed class PluginMeters : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "ConfEngine.Plugins";

    private readonly Meter _meter = new(MeterName);

    public PluginMeters(PluginSystem plugins)
    {
        Counter(plugins, "confengine.plugin.calls", "calls that were answered", figures => figures.Calls);
        Counter(plugins, "confengine.plugin.errors", "calls that ended with an error", figures => figures.Errors);
        Counter(plugins, "confengine.plugin.timeouts", "calls whose deadline passed", figures => figures.Timeouts);
        Counter(plugins, "confengine.plugin.refused", "calls refused without asking the plugin", figures => figures.Refused);
        Counter(plugins, "confengine.plugin.retries", "calls tried again", figures => figures.Retries);
        Counter(plugins, "confengine.plugin.restarts", "starts after the first", figures => figures.Restarts);
        Counter(plugins, "confengine.plugin.strays", "answers to nothing", figures => figures.Strays);
        Counter(plugins, "confengine.plugin.bad_messages", "messages that could not be read", figures => figures.BadMessages);
        Gauge(plugins, "confengine.plugin.in_flight", "{call}", "calls that wait or are being worked on", plugin => plugin.Figures.InFlight);
        Gauge(plugins, "confengine.plugin.latency.p50", "us", "half of the latest calls took no longer", plugin => plugin.Figures.P50Us);
        Gauge(plugins, "confengine.plugin.latency.p99", "us", "all but one in a hundred of the latest calls took no longer", plugin => plugin.Figures.P99Us);
        Gauge(plugins, "confengine.plugin.memory", "By", "resident memory of its process", plugin => plugin.Figures.MemoryBytes);
        Gauge(plugins, "confengine.plugin.up", "1", "1 while it is at work", plugin => plugin.State is PluginState.Running or PluginState.Degraded or PluginState.Reloading ? 1 : 0);
    }

    public void Dispose() => _meter.Dispose();

    private void Counter(PluginSystem plugins, string name, string description, Func<PluginFigures, long> value) =>
        _meter.CreateObservableCounter(name, () => plugins.Plugins.Select(plugin => new Measurement<long>(value(plugin.Figures), Tag(plugin))), "{call}", description);

    private void Gauge(PluginSystem plugins, string name, string unit, string description, Func<PluginStatus, double> value) =>
        _meter.CreateObservableGauge(name, () => plugins.Plugins.Select(plugin => new Measurement<double>(value(plugin), Tag(plugin))), unit, description);

    private static KeyValuePair<string, object?> Tag(PluginStatus plugin) => new("plugin", plugin.Id);
}
