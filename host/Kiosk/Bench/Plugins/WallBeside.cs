using System.Text.Json;
using ConfEngine.Core.Media;

namespace ConfEngine.Kiosk.Bench.Plugins;

/// <summary>The demo wall in a process of its own, without and with somebody's plugin beside it.</summary>
internal static class WallBeside
{
    private const int Seconds = 20;

    public static async Task<IReadOnlyList<WallFigure>> MeasureAsync(string pluginFolder, CancellationToken stop)
    {
        var scratch = Directory.CreateTempSubdirectory("confengine-bench-wall-").FullName;
        try
        {
            var alone = await RunAsync(scratch, "no plugin", [], stop).ConfigureAwait(false);
            var folder = Path.Combine(scratch, "plugins");
            BenchPlugins.Copy(pluginFolder, Path.Combine(folder, "beside"));
            return [alone, await RunAsync(scratch, Path.GetFileName(Path.TrimEndingDirectorySeparator(pluginFolder)), ["--plugins", folder], stop).ConfigureAwait(false)];
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<WallFigure> RunAsync(string scratch, string beside, string[] more, CancellationToken stop)
    {
        var stats = Path.Combine(scratch, "stats.json");
        string[] arguments =
        [
            "kiosk", "--headless", "--listen", "127.0.0.1:0", "--rtc-port", "0", "--camera", "none", "--microphone", "none", "--audio-out", "null", "--size", "1280x720",
            "--state", Path.Combine(scratch, "state"), "--duration", $"{Seconds}", "--stats", stats, .. more,
        ];
        var start = new System.Diagnostics.ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var kiosk = System.Diagnostics.Process.Start(start)!;
        try
        {
            var (said, complained) = (kiosk.StandardOutput.ReadToEndAsync(stop), kiosk.StandardError.ReadToEndAsync(stop));
            await kiosk.WaitForExitAsync(stop).ConfigureAwait(false);
            if (!File.Exists(stats)) throw new MediaException($"the wall did not run: {(await complained.ConfigureAwait(false)).Trim()} {(await said.ConfigureAwait(false)).Trim()}");
        }
        finally
        {
            if (!kiosk.HasExited) kiosk.Kill(entireProcessTree: true);
        }

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(stats, stop).ConfigureAwait(false));
        File.Delete(stats);
        var root = json.RootElement;
        return new WallFigure(beside, root.GetProperty("frames").GetInt64(), root.GetProperty("lagged").GetInt64(), root.GetProperty("p99Milliseconds").GetDouble());
    }
}
