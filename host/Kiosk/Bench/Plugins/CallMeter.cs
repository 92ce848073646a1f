using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost;

namespace ConfEngine.Kiosk.Bench.Plugins;

/// <summary>Calls one plugin: one at a time for the round trips, many at a time for the rate.</summary>
internal sealed class CallMeter(PluginSystem system, IClock clock)
{
    private const int Callers = 32;

    public async Task<CallFigure> MeasureAsync(string way, string plugin, int calls, CancellationToken stop)
    {
        for (var i = 0; i < calls / 5; i++) await PingAsync(plugin, stop).ConfigureAwait(false);
        var times = new double[calls];
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < calls; i++)
        {
            var at = clock.Now;
            await PingAsync(plugin, stop).ConfigureAwait(false);
            times[i] = (clock.Now - at).Nanoseconds / 1e3;
        }

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var begun = clock.Now;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => CallerAsync(plugin, calls / Callers, stop))).ConfigureAwait(false);
        var rate = calls / Callers * Callers / (clock.Now - begun).Seconds;
        return new CallFigure(way, LifeMethods.Ping.Name, At(times, 0.50), At(times, 0.99), rate, (double)allocated / calls);
    }

    /// <summary>By the nearest rank: a figure that was measured.</summary>
    public static double At(double[] times, double part)
    {
        var sorted = times.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    private async Task CallerAsync(string plugin, int calls, CancellationToken stop)
    {
        for (var i = 0; i < calls; i++) await PingAsync(plugin, stop).ConfigureAwait(false);
    }

    private Task<Nothing> PingAsync(string plugin, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return system.CallAsync(plugin, LifeMethods.Ping, Nothing.Instance, CancellationToken.None);
    }
}
