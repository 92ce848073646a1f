using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ConfEngine.Control.Client;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Bots;
using ConfEngine.Kiosk.Commands;
using ConfEngine.Kiosk.Rooms;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>How long a picture takes from its first datagram to the wall.</summary>
/// <param name="Bots">How many were on the wall.</param>
/// <param name="Lines">Of their pictures.</param>
/// <param name="Pictures">How many were measured.</param>
/// <param name="P50Milliseconds">Half of them took no longer.</param>
/// <param name="P95Milliseconds">95 of 100 took no longer.</param>
internal sealed record WallDelayFigure(int Bots, int Lines, long Pictures, double P50Milliseconds, double P95Milliseconds);

/// <summary>Measures it with a real kiosk as a child process, without a window, and bots on its wall.</summary>
/// <param name="clock">The system's.</param>
internal sealed class WallDelay(IClock clock)
{
    private const int Bots = 4;
    private const int Lines = 360;
    private const double StaySeconds = 12;

    // Enough for start, bots and a busy machine; the kiosk ends by itself, so it cannot outlive us by more than this.
    private const int KioskSeconds = 40;
    private const string JoinPath = "/join/";

    /// <summary>Measures; null when no picture reached the wall.</summary>
    /// <exception cref="MediaException">The kiosk does not start, or the bots are not let in.</exception>
    public async Task<WallDelayFigure?> MeasureAsync(CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("confengine-bench-").FullName;
        try
        {
            var stats = Path.Combine(folder, "stats.json");
            using var kiosk = Start(folder, stats);
            var said = kiosk.StandardOutput;
            var url = await FindAddressAsync(said, stop);
            var rest = said.ReadToEndAsync(stop);
            await VisitAsync(url, stop);
            await rest;
            await kiosk.WaitForExitAsync(stop);
            return Read(await File.ReadAllTextAsync(stats, stop));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string folder, string stats)
    {
        var self = Environment.ProcessPath ?? throw new UsageException("bench: the program's own file is not known");
        var start = new ProcessStartInfo(self) { RedirectStandardOutput = true };
        string[] arguments =
        [
            "kiosk", "--headless", "--empty", "--listen", "127.0.0.1:0", "--rtc-port", "0", "--room", "bench", "--state", folder, "--camera", "none", "--microphone", "none",
            "--audio-out", "null", "--size", "1280x720", "--duration", KioskSeconds.ToString(CultureInfo.InvariantCulture), "--stats", stats,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new MediaException($"{self} did not start");
    }

    private static async Task<ServerUrl> FindAddressAsync(StreamReader said, CancellationToken stop)
    {
        while (await said.ReadLineAsync(stop) is { } line)
        {
            var at = line.IndexOf("http", StringComparison.Ordinal);
            if (at >= 0 && line.Contains(JoinPath, StringComparison.Ordinal) && ServerUrl.TryParse(line[at..].Trim(), out var url)) return url;
        }

        throw new MediaException("bench: the kiosk did not start; its error is above");
    }

    private async Task VisitAsync(ServerUrl url, CancellationToken stop)
    {
        using var fleet = new BotFleet(new BotsRequest { Server = new RpcClientOptions(url), Room = url.Room!, Count = Bots, Lines = Lines, Plays = false }, clock);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var run = fleet.RunAsync(leave.Token);
        leave.CancelAfter(TimeSpan.FromSeconds(StaySeconds));
        await run;
    }

    private static WallDelayFigure? Read(string json)
    {
        var room = JsonSerializer.Deserialize(json, KioskStatisticsJson.Default.KioskStatistics)?.Room;
        return room is { DatagramToCanvasP50Milliseconds: { } half, DatagramToCanvasP95Milliseconds: { } most } ? new WallDelayFigure(Bots, Lines, room.LivePictures, half, most) : null;
    }
}
