using ConfEngine.Control.Client;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Bots;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>What <c>bench transport</c> found.</summary>
/// <param name="Forwarding">What forwarding costs, ours and the peer's.</param>
/// <param name="Ratio">Packets a CPU-second of ours, as a multiple of the peer's; null without the peer.</param>
/// <param name="ReceiveCosts">What receiving a packet costs.</param>
/// <param name="Joins">How long it takes to see the others.</param>
/// <param name="WallDelay">How long a picture takes to the wall; null when none got there.</param>
internal sealed record NetworkFigures(
    IReadOnlyList<ForwardingFigure> Forwarding, double? Ratio, IReadOnlyList<ReceiveCostFigure> ReceiveCosts, BotsReport Joins, WallDelayFigure? WallDelay);

/// <summary>Measures the transport with the bots.</summary>
/// <param name="clock">The system's.</param>
internal sealed class NetworkBench(IClock clock)
{
    private const int Publishers = 10;
    private const int Players = 10;
    private const int ForwardedLines = 720;
    private const int JoiningBots = 20;
    private const int JoiningLines = 360;
    private const string Ours = "confengine";
    private const string Janus = "janus";
    private const double JoinSettleSeconds = 1;
    private static readonly TimeSpan s_setUp = TimeSpan.FromSeconds(60);

    /// <summary>Runs all cases; what has no peer on this machine says so.</summary>
    public async Task<NetworkFigures> RunAsync(bool withPeers, CancellationToken stop)
    {
        Say("receiving ...");
        var costs = new ReceiveCost(clock).Measure();
        Say($"forwarding {Publishers} publishers to {Players} players ...");
        var ours = await ForwardAsync(stop);
        var rows = new List<ForwardingFigure> { ours };
        if (withPeers)
        {
            Say("the same through janus ...");
            rows.Add(await TryForwardByJanusAsync(stop));
        }

        Say($"{JoiningBots} bots, one after another ...");
        var joins = await JoinAsync(stop);
        Say("a kiosk's wall ...");
        var delay = await new WallDelay(clock).MeasureAsync(stop);
        var peer = rows.Find(row => row.Server == Janus && row.Note.Length == 0);
        return new NetworkFigures(rows, peer is null ? null : ours.PacketsPerCpuSecond / peer.PacketsPerCpuSecond, costs, joins, delay);
    }

    private static void Say(string text) => Console.Error.WriteLine($"transport {text}");

    private static BotsRequest ForwardingRequest(ServerUrl server) => new()
    {
        Server = new RpcClientOptions(server),
        Room = "bench",
        Count = Publishers + Players,
        Publishers = Publishers,
        OnlyWatchersPlay = true,
        Lines = ForwardedLines,
    };

    private async Task<ForwardingFigure> ForwardAsync(CancellationToken stop)
    {
        using var server = await ServerProcess.StartAsync(stop);
        using var fleet = new BotFleet(ForwardingRequest(server.Url), clock);
        return await WhileInAsync(
            fleet, () => new ForwardingMeter(clock).MeasureAsync(Ours, server.ProcessId, Publishers, Players, fleet.Network, fleet.Totals, stop), stop);
    }

    // Does something while all bots see each other, and brings them home whatever comes of it.
    private static async Task<T> WhileInAsync<T>(BotFleet fleet, Func<Task<T>> measure, CancellationToken stop)
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var run = fleet.RunAsync(leave.Token);
        try
        {
            var settled = Task.WhenAll(fleet.Bots.Select(bot => bot.Settled)).WaitAsync(s_setUp, stop);
            // Should the run end first, then it has failed, and says why.
            if (await Task.WhenAny(run, settled) == run) await run;
            await settled;
            return await measure();
        }
        catch (TimeoutException e)
        {
            throw new MediaException($"the bots do not all see each other within {s_setUp.TotalSeconds} s: {fleet.Report().Lines().First()}", e);
        }
        finally
        {
            await leave.CancelAsync();
            await run;
        }
    }

    private async Task<ForwardingFigure> TryForwardByJanusAsync(CancellationToken stop)
    {
        try
        {
            return await ForwardByJanusAsync(stop);
        }
        catch (Exception e) when (e is MediaException or TimeoutException)
        {
            return ForwardingFigure.Missing(Janus, Publishers, Players, e.Message);
        }
    }

    private async Task<ForwardingFigure> ForwardByJanusAsync(CancellationToken stop)
    {
        if (JanusServer.MediaAddress is not { } address) return ForwardingFigure.Missing(Janus, Publishers, Players, "this machine has no address but the loopback one, which janus refuses");
        using var server = await JanusServer.StartAsync(address, stop);
        if (!ServerUrl.TryParse(server.Url.ToString(), out var url)) throw new InvalidOperationException($"{server.Url} is no address");
        var request = ForwardingRequest(url);
        var totals = new BotTotals();
        var films = new FilmMaker(request.Codec, FilmMaker.Heights(request.Lines, isSimulcast: false), clock).MakeAll(FilmMaker.Films);
        using var network = new BotNetwork(request, address, films, totals, clock);
        await using var client = await JanusClient.ConnectAsync(server.Url, stop);
        var room = new JanusRoom(client, network, clock);
        await room.OpenAsync(Publishers, stop);
        var cards = BotCard.Make(request, "janus");
        var feeds = new List<long>();
        foreach (var card in cards.Take(Publishers)) feeds.Add((await room.PublishAsync(card, stop).WaitAsync(s_setUp, stop)).Feed);
        foreach (var card in cards.Skip(Publishers))
        {
            var (listener, join) = await room.PlayAsync(card, feeds, stop);
            await listener.Connected.WaitAsync(s_setUp, stop);
            await join.Done.WaitAsync(s_setUp, stop);
        }

        return await new ForwardingMeter(clock).MeasureAsync(Janus, server.ProcessId, Publishers, Players, network, totals, stop);
    }

    private async Task<BotsReport> JoinAsync(CancellationToken stop)
    {
        using var server = await ServerProcess.StartAsync(stop);
        using var fleet = new BotFleet(
            new BotsRequest { Server = new RpcClientOptions(server.Url), Room = "bench", Count = JoiningBots, Lines = JoiningLines, IsOneByOne = true },
            clock);
        return await WhileInAsync(
            fleet,
            async () =>
            {
                await Pause.ForAsync(JoinSettleSeconds, stop);
                return fleet.Report();
            },
            stop);
    }
}
