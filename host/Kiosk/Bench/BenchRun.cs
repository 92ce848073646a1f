using System.Globalization;
using System.Text.Json;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Commands;
using ConfEngine.Runtime.Outputs;
using Spectre.Console;

namespace ConfEngine.Kiosk.Bench;

/// <summary>One run of <c>bench</c>. Ours and the peer's runs take turns, so that whatever else the machine does hits both alike.</summary>
internal sealed class BenchRun(BenchRequest request)
{
    private const int RedirectedWidth = 160;
    private readonly SystemClock _clock = new();

    public int Run()
    {
        using var signals = new StopSignals();
        var stop = signals.Token;
        if (request.JsonFile is { } json) OutputFiles.CheckWritable(json, "--json");
        var media = BenchMedia.Open(request.Media, _clock);
        media.Prepare();
        var cases = BenchCase.All(request.Suites, media).Where(candidate => request.Cases.Count == 0 || request.Cases.Contains(candidate.Name)).ToList();
        if (cases.Count == 0) throw new UsageException($"--case {string.Join(' ', request.Cases)}: there is no such case");
        var figures = new List<BenchFigure>();
        foreach (var bench in cases)
        {
            if (stop.IsCancellationRequested) break;
            Console.Error.WriteLine($"{bench.Suite} {bench.Name} ...");
            figures.Add(Measure(bench, stop));
        }

        if (request.JsonFile is { } file) OutputFiles.WriteText(file, "--json", JsonSerializer.Serialize(figures, BenchJson.Default.ListBenchFigure) + "\n");
        // Where the output goes to a file there is no terminal width to fit into.
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = RedirectedWidth;
        AnsiConsole.Write(Table(figures));
        return stop.IsCancellationRequested ? 1 : 0;
    }

    private BenchFigure Measure(BenchCase bench, CancellationToken stop)
    {
        var self = Environment.ProcessPath ?? throw new UsageException("bench: the program's own file is not known");
        List<ChildCost> ours = [], oursShort = [], peer = [], peerShort = [];
        for (var run = 0; run < request.Runs && !stop.IsCancellationRequested; run++)
        {
            ours.Add(ChildProcess.Run(_clock, self, bench.Ours(bench.LongSeconds)));
            if (request.WithPeers) peer.Add(ChildProcess.Run(_clock, "ffmpeg", bench.Peer(bench.LongSeconds)));
            oursShort.Add(ChildProcess.Run(_clock, self, bench.Ours(bench.ShortSeconds)));
            if (request.WithPeers) peerShort.Add(ChildProcess.Run(_clock, "ffmpeg", bench.Peer(bench.ShortSeconds)));
        }

        var (total, steady, factor) = Figures(bench, ours, oursShort);
        var other = request.WithPeers ? Figures(bench, peer, peerShort) : ((double, double, double)?)null;
        return new BenchFigure(bench.Suite, bench.Name, bench.Sources, total, steady, factor, other?.Item1, other?.Item2, other?.Item3);
    }

    private static (double Total, double Steady, double Factor) Figures(BenchCase bench, List<ChildCost> longRuns, List<ChildCost> shortRuns)
    {
        var cpu = Median(longRuns.Select(cost => cost.CpuSeconds));
        var start = Median(shortRuns.Select(cost => cost.CpuSeconds));
        return (cpu / bench.LongSeconds, (cpu - start) / (bench.LongSeconds - bench.ShortSeconds), bench.LongSeconds / longRuns.Min(cost => cost.WallSeconds));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private Table Table(List<BenchFigure> figures)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[] { "suite", "case", "CPU-s/s", "steady", "x real time", "streams/CPU" }) table.AddColumn(heading);
        if (request.WithPeers)
        {
            foreach (var heading in new[] { "ffmpeg CPU-s/s", "steady", "x real time", "ratio" }) table.AddColumn(heading);
        }

        foreach (var figure in figures) table.AddRow([.. Cells(figure).Select(Markup.Escape)]);
        return table;
    }

    private IEnumerable<string> Cells(BenchFigure figure)
    {
        string[] ours = [figure.Suite, figure.Case, Text(figure.Total), Text(figure.Steady), Short(figure.RealTimeFactor), Short(figure.StreamSecondsPerCpuSecond)];
        if (!request.WithPeers) return ours;
        return [.. ours, Text(figure.PeerTotal), Text(figure.PeerSteady), Short(figure.PeerRealTimeFactor), figure.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? ""];
    }

    private static string Text(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "";

    private static string Short(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";
}
