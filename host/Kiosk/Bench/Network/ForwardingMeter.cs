using System.Diagnostics;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Bots;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>Holds what arrives against what the server's process costs, over one stretch of steady flow.</summary>
/// <param name="clock">Measures the stretch.</param>
internal sealed class ForwardingMeter(IClock clock)
{
    /// <summary>How long is measured.</summary>
    public const double Seconds = 10;

    // Encoders, estimators and just-in-time compilers come to rest first.
    private const double RestSeconds = 5;

    /// <summary>Measures.</summary>
    /// <param name="name">Of the server.</param>
    /// <param name="processId">Of the server.</param>
    /// <param name="publishers">How many send.</param>
    /// <param name="players">How many receive.</param>
    /// <param name="network">The bots'.</param>
    /// <param name="totals">The bots'.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<ForwardingFigure> MeasureAsync(string name, int processId, int publishers, int players, BotNetwork network, BotTotals totals, CancellationToken stop)
    {
        await Pause.ForAsync(RestSeconds, stop);
        using var server = Process.GetProcessById(processId);
        var before = Read(server, network, totals);
        await Pause.ForAsync(Seconds, stop);
        stop.ThrowIfCancellationRequested();
        server.Refresh();
        var after = Read(server, network, totals);
        var (seconds, cpu, packets) = ((after.At - before.At).Seconds, after.Cpu - before.Cpu, after.Packets - before.Packets);
        return new ForwardingFigure(
            name, publishers, players, seconds, packets / seconds, cpu / seconds, packets / cpu, (after.Frames - before.Frames) / seconds, after.Lost - before.Lost, "");
    }

    private Reading Read(Process server, BotNetwork network, BotTotals totals) =>
        new(clock.Now, server.TotalProcessorTime.TotalSeconds, network.PacketsReceived, totals.Frames, totals.Lost);

    private readonly record struct Reading(Instant At, double Cpu, long Packets, long Frames, long Lost);
}
