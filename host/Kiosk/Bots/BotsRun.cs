using ConfEngine.Control.Client;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Commands;
using ConfEngine.Runtime.Outputs;
using Spectre.Console;

namespace ConfEngine.Kiosk.Bots;

/// <summary>One run of <c>bots</c>: a live table on a terminal, plain lines elsewhere, figures at the end.</summary>
internal sealed class BotsRun(BotsRequest request)
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(1);

    public int Run()
    {
        using var signals = new StopSignals();
        if (request.JsonFile is { } json) OutputFiles.CheckWritable(json, "--json");
        return RunAsync(signals.Token).GetAwaiter().GetResult();
    }

    private async Task<int> RunAsync(CancellationToken signal)
    {
        // Before anything is encoded: where nobody answers there is no need to.
        await using (await RpcClient.ConnectAsync(request.Server, static (_, _) => { }, signal))
        {
        }

        using var fleet = new BotFleet(request, new SystemClock());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signal);
        if (request.Duration is { } duration) stop.CancelAfter(TimeSpan.FromSeconds(duration.Seconds));
        var run = fleet.RunAsync(stop.Token);
        if (Console.IsOutputRedirected) await FollowAsync(fleet, run, WriteLine);
        else await ShowTableAsync(fleet, run);
        await run;
        var report = fleet.Report();
        foreach (var line in report.Lines()) Console.Out.WriteLine(line);
        if (request.JsonFile is { } file) report.Write(file);
        foreach (var refusal in report.Refusals) Console.Error.WriteLine($"confengine: {refusal.Count} of {report.Count} bots did not get in: {refusal.Reason}");
        return report.Refusals.Count == 0 ? 0 : 1;
    }

    private static async Task ShowTableAsync(BotFleet fleet, Task run)
    {
        var first = Table(fleet.Sample(), null);
        await AnsiConsole.Live(first).StartAsync(context => FollowAsync(fleet, run, (sample, before) => context.UpdateTarget(Table(sample, before))));
    }

    private static async Task FollowAsync(BotFleet fleet, Task run, Action<BotSample, BotSample?> show)
    {
        using var timer = new PeriodicTimer(s_period);
        BotSample? before = null;
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask());
            if (run.IsCompleted) return;
            var sample = fleet.Sample();
            show(sample, before);
            before = sample;
        }
    }

    private static Table Table(BotSample sample, BotSample? before)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in BotSample.Headings) table.AddColumn(new TableColumn(heading).RightAligned());
        table.AddRow(sample.Cells(before));
        return table;
    }

    private static void WriteLine(BotSample sample, BotSample? before) =>
        Console.Out.WriteLine(string.Join(", ", BotSample.Headings.Zip(sample.Cells(before), (heading, cell) => $"{heading} {cell}")));
}
