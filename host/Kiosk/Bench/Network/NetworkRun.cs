using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Commands;
using ConfEngine.Runtime.Outputs;
using Spectre.Console;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>One run of <c>bench transport</c>: tables, and JSON where it was asked for.</summary>
internal sealed class NetworkRun(BenchRequest request)
{
    private const int RedirectedWidth = 160;

    public int Run()
    {
        using var signals = new StopSignals();
        if (request.JsonFile is { } json) OutputFiles.CheckWritable(json, "--json");
        NetworkFigures figures;
        try
        {
            figures = new NetworkBench(new SystemClock()).RunAsync(request.WithPeers, signals.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return 1;
        }

        if (request.JsonFile is { } file) OutputFiles.WriteText(file, "--json", JsonSerializer.Serialize(figures, NetworkJson.Default.NetworkFigures) + "\n");
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = RedirectedWidth;
        AnsiConsole.Write(Forwarding(figures));
        if (figures.Ratio is { } ratio) Console.Out.WriteLine(Text($"Packets a CPU-second, ours to the peer's: {ratio:0.00}"));
        AnsiConsole.Write(Receiving(figures));
        foreach (var line in figures.Joins.Lines()) Console.Out.WriteLine(line);
        if (figures.WallDelay is { } delay)
            Console.Out.WriteLine(Text($"Datagram to canvas, {delay.Bots} bots at {delay.Lines} lines: p50 {delay.P50Milliseconds:0.0} ms, p95 {delay.P95Milliseconds:0.0} ms ({delay.Pictures} pictures)."));
        return figures.Joins.Refusals.Count == 0 ? 0 : 1;
    }

    private static Table Forwarding(NetworkFigures figures)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[] { "forwarding", "publishers", "players", "packets/s", "frames/s", "CPU-s/s", "packets/CPU-s", "lost" }) table.AddColumn(heading);
        foreach (var row in figures.Forwarding)
        {
            string[] cells = row.Note.Length > 0
                ? [row.Server, row.Note]
                :
                [
                    row.Server, Text($"{row.Publishers}"), Text($"{row.Players}"), Text($"{row.PacketsPerSecond:0}"), Text($"{row.FramesPerSecond:0}"),
                    Text($"{row.CpuShare:0.000}"), Text($"{row.PacketsPerCpuSecond:0}"), Text($"{row.Lost}"),
                ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    private static Table Receiving(NetworkFigures figures)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[] { "receiving", "packet", "bytes", "SRTP ns", "SRTP + RTP ns" }) table.AddColumn(heading);
        foreach (var row in figures.ReceiveCosts)
            table.AddRow([.. new[] { row.Profile, row.Packet, Text($"{row.Bytes}"), Text($"{row.SrtpNanoseconds:0}"), Text($"{row.TotalNanoseconds:0}") }.Select(Markup.Escape)]);
        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NetworkFigures))]
internal sealed partial class NetworkJson : JsonSerializerContext;
