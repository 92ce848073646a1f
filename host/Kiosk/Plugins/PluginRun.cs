using System.Text.Json.Nodes;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Commands;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>One run of <c>plugin run</c>: a copy of the plugin in a process of its own, with data and settings that go away afterwards.</summary>
/// <param name="folder">The plugin's folder.</param>
/// <param name="settings">Its settings.</param>
/// <param name="seconds">How long; null until somebody stops it.</param>
internal sealed class PluginRun(string folder, IReadOnlyDictionary<string, string> settings, double? seconds)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);
    private const int LooksBetweenFigures = 8;

    private readonly PluginScreen _screen = new(Console.Out);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var signals = new StopSignals();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, signals.Token);
        if (seconds is { } limit) stop.CancelAfter(TimeSpan.FromSeconds(limit));
        var scratch = Directory.CreateTempSubdirectory("confengine-plugin-run-").FullName;
        try
        {
            var manifest = Prepare(scratch);
            return await WatchAsync(manifest.Id, Options(scratch), stop.Token);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private PluginSystemOptions Options(string scratch) => new()
    {
        Folders = [Path.Combine(scratch, "plugins")],
        DataFolder = Path.Combine(scratch, "data"),
        Clock = new SystemClock(),
        HostVersion = typeof(PluginRun).Assembly.GetName().Version?.ToString(3) ?? "0",
        RunnerPath = PluginPlaces.Runner,
        RoomName = Environment.MachineName,
        TimeZone = TimeZoneInfo.Local.Id,
        OnFault = fault => Console.Error.WriteLine($"confengine: {fault.Message}"),
    };

    // The folder may be at work elsewhere, and is left as it is.
    private PluginManifest Prepare(string scratch)
    {
        var manifest = ManifestFile.Read(Path.Combine(folder, PluginManifest.FileName));
        var copy = Path.Combine(scratch, "plugins", manifest.Id);
        try
        {
            foreach (var file in FolderFiles.List(folder))
            {
                var to = Path.Combine(copy, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file.Source, to);
            }

            if (manifest.Run == RunMode.InProcess) RunAsChild(Path.Combine(copy, PluginManifest.FileName));
            var store = new SettingsStore(Path.Combine(scratch, "data"));
            foreach (var (name, value) in settings) store.Set(manifest, name, value);
            return manifest;
        }
        catch (FolderFault fault)
        {
            throw new MediaException($"{folder}: {fault.Message}", fault);
        }
        catch (ContractException refused)
        {
            throw new UsageException($"plugin run: {refused.Error.Message}");
        }
    }

    private static void RunAsChild(string file)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(file))!;
        manifest["run"] = "child";
        File.WriteAllText(file, manifest.ToJsonString());
    }

    private async Task<int> WatchAsync(string id, PluginSystemOptions options, CancellationToken stop)
    {
        using var system = new PluginSystem(options);
        system.Notified += notification => _screen.Heard(notification.Method, notification.Payload.Length);
        system.Start();
        using var timer = new PeriodicTimer(s_look);
        for (var looks = 0; ; looks++)
        {
            var status = system.Plugins.FirstOrDefault(plugin => plugin.Id == id);
            if (status is not null) _screen.Show(status, withFigures: looks % LooksBetweenFigures == 0);
            if (status?.State == PluginState.Refused) throw new MediaException(status.Cause);
            if (!await TickAsync(timer, stop)) return 0;
        }
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
