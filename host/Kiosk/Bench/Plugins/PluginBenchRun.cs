using System.Globalization;
using System.Text.Json;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Commands;
using ConfEngine.Kiosk.Plugins;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Life;
using ConfEngine.Runtime.Outputs;
using Spectre.Console;

namespace ConfEngine.Kiosk.Bench.Plugins;

/// <summary>One run of <c>bench plugins</c>: tables, and JSON where it was asked for.</summary>
internal sealed class PluginBenchRun(BenchRequest request)
{
    private const int RedirectedWidth = 160;
    private const int CallsARun = 5000;
    private static readonly TimeSpan s_startPatience = TimeSpan.FromSeconds(30);
    private readonly SystemClock _clock = new();

    public int Run()
    {
        using var signals = new StopSignals();
        if (request.JsonFile is { } json) OutputFiles.CheckWritable(json, "--json");
        PluginFigureSet figures;
        try
        {
            figures = MeasureAsync(signals.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return 1;
        }

        if (request.JsonFile is { } file) OutputFiles.WriteText(file, "--json", JsonSerializer.Serialize(figures, PluginFigureJson.Default.PluginFigureSet) + "\n");
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = RedirectedWidth;
        AnsiConsole.Write(Calls(figures));
        AnsiConsole.Write(Codecs(figures));
        if (figures.Wall.Count > 0) AnsiConsole.Write(Wall(figures));
        return figures.Calls.Any(call => call.Note.Length > 0) ? 1 : 0;
    }

    private async Task<PluginFigureSet> MeasureAsync(CancellationToken stop)
    {
        Console.Error.WriteLine("Messages…");
        var codecs = new CodecBench(_clock).Measure().ToList();
        var calls = await CallsAsync(stop).ConfigureAwait(false);
        if (request.SpinningPlugin is not { } spinning) return new PluginFigureSet(calls, codecs, []);
        Console.Error.WriteLine("The wall, without and with the plugin…");
        return new PluginFigureSet(calls, codecs, await WallBeside.MeasureAsync(spinning, stop).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<CallFigure>> CallsAsync(CancellationToken stop)
    {
        using var plugins = new BenchPlugins();
        plugins.AddBuiltIn();
        plugins.AddPython();
        foreach (var folder in request.PluginFolders) plugins.Add(folder);
        using var system = new PluginSystem(new PluginSystemOptions
        {
            Folders = [plugins.Folder],
            DataFolder = plugins.Data,
            Clock = _clock,
            HostVersion = "0",
            RunnerPath = PluginPlaces.Runner,
            OnFault = fault => Console.Error.WriteLine($"confengine: {fault.Message}"),
        });
        system.Start();
        var figures = new List<CallFigure> { RawPipe.Measure(_clock, CallsARun, stop) };
        foreach (var (way, id) in plugins.Ways)
        {
            Console.Error.WriteLine($"{way}…");
            figures.Add(await CallAsync(system, way, id, stop).ConfigureAwait(false));
        }

        return figures;
    }

    // The median of the runs, by the one in a hundred.
    private async Task<CallFigure> CallAsync(PluginSystem system, string way, string id, CancellationToken stop)
    {
        if (await RestAsync(system, id, stop).ConfigureAwait(false) is { Length: > 0 } cause) return new CallFigure(way, "", 0, 0, 0, 0, cause);
        var meter = new CallMeter(system, _clock);
        var runs = new List<CallFigure>();
        for (var run = 0; run < request.Runs; run++) runs.Add(await meter.MeasureAsync(way, id, CallsARun, stop).ConfigureAwait(false));
        return runs.OrderBy(run => run.P99Us).ElementAt(runs.Count / 2);
    }

    // Empty when the plugin is at work, else why it is not.
    private static async Task<string> RestAsync(PluginSystem system, string id, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_startPatience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            switch (system.StatusOf(id))
            {
                case { State: PluginState.Running }: return "";
                case { State: PluginState.Refused or PluginState.Faulted } status: return status.Cause;
                case { State: PluginState.Disabled }: return "disabled";
            }

            try
            {
                await timer.WaitForNextTickAsync(patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new MediaException($"{id} did not start within {s_startPatience.TotalSeconds:0} s");
            }
        }
    }

    private static Table Calls(PluginFigureSet figures)
    {
        var table = Make("calls", "method", "p50 us", "p99 us", "calls/s, 32 at once", "bytes allocated");
        foreach (var row in figures.Calls)
            Add(table, row.Note.Length > 0
                ? [row.Way, row.Note]
                : [row.Way, row.Method, Text($"{row.P50Us:0.0}"), Text($"{row.P99Us:0.0}"), Text($"{row.CallsPerSecond:0}"), Text($"{row.BytesPerCall:0}")]);
        return table;
    }

    private static Table Codecs(PluginFigureSet figures)
    {
        var table = Make("message", "format", "bytes", "write MB/s", "read MB/s", "write ns", "read ns", "write allocates", "read allocates");
        foreach (var row in figures.Codecs)
            Add(table,
            [
                row.Message, row.Format, Text($"{row.Bytes}"), Text($"{row.WriteMegabytes:0}"), Text($"{row.ReadMegabytes:0}"), Text($"{row.WriteNs:0}"), Text($"{row.ReadNs:0}"),
                Text($"{row.WriteAllocated:0}"), Text($"{row.ReadAllocated:0}"),
            ]);
        return table;
    }

    private static Table Wall(PluginFigureSet figures)
    {
        var table = Make("wall beside", "frames", "lagged", "p99 ms");
        foreach (var row in figures.Wall) Add(table, [row.Beside, Text($"{row.Frames}"), Text($"{row.Lagged}"), Text($"{row.P99Ms:0.0}")]);
        return table;
    }

    private static Table Make(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings) table.AddColumn(heading);
        return table;
    }

    private static void Add(Table table, string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
