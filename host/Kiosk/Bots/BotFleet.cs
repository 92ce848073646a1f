using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bots;

/// <summary>All bots of a run, with what they share: films, sockets, a media node and a network thread.</summary>
internal sealed class BotFleet : IDisposable
{
    // So many log in within a second; a real crowd comes no faster through a door.
    private const double JoinsPerSecond = 20;
    private static readonly TimeSpan s_settles = TimeSpan.FromSeconds(15);
    private readonly BotsRequest _request;
    private readonly IClock _clock;
    private readonly BotNetwork _network;
    private readonly Bot[] _bots;
    private readonly Instant _began;

    /// <summary>Encodes the films and opens the sockets.</summary>
    /// <exception cref="MediaException">A picture cannot be encoded, or the server's host has no way from here.</exception>
    public BotFleet(BotsRequest request, IClock clock)
    {
        (_request, _clock) = (request, clock);
        Totals = new BotTotals();
        var publishers = Math.Min(request.Count, request.Publishers);
        var heights = FilmMaker.Heights(request.Lines, request.IsSimulcast);
        var films = new FilmMaker(request.Codec, heights, clock).MakeAll(Math.Min(publishers, FilmMaker.Films));
        _network = new BotNetwork(request, ServerRoute.LocalAddress(request.Server.Server), films, Totals, clock);
        var mark = Random.Shared.Next(0x1000, 0x10000).ToString("x4", null);
        _bots = [.. BotCard.Make(request, mark).Select(card => new Bot(card, request, _network, Totals, clock))];
        _began = clock.Now;
    }

    /// <summary>The bots.</summary>
    public IReadOnlyList<Bot> Bots => _bots;

    /// <summary>What they share.</summary>
    public BotNetwork Network => _network;

    /// <summary>What they received together.</summary>
    public BotTotals Totals { get; }

    /// <summary>Sends the bots in, and brings them home at <paramref name="stop"/>. Ends early when nobody is let in.</summary>
    /// <exception cref="MediaException">The first bot was not let in: no other would be.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        var lives = new List<Task>();
        for (var i = 0; i < _bots.Length && !stop.IsCancellationRequested; i++)
        {
            var bot = _bots[i];
            lives.Add(Task.Run(() => bot.RunAsync(stop), CancellationToken.None));
            if (i == 0 || _request.IsOneByOne) await SettleAsync(bot, stop);
            else await Pause.ForAsync(1 / JoinsPerSecond, stop);
            if (i == 0 && bot is { State: BotState.Failed, Failure: { } why }) throw new MediaException(why);
        }

        await Task.WhenAll(lives);
    }

    /// <summary>How the bots do now.</summary>
    public BotSample Sample() => new(
        _clock.Now - _began, Count(BotState.In), Count(BotState.Joining) + Count(BotState.Waiting), Count(BotState.Away), Count(BotState.Failed),
        _network.SentBitsPerSecond, _network.ReceivedBitsPerSecond, Totals.Frames, Totals.Lost, Totals.Recovered, Totals.Gaps, _network.RoundTripMilliseconds);

    /// <summary>What it came to.</summary>
    public BotsReport Report() => BotsReport.Make(_request, _bots, Totals, _network, _clock.Now - _began);

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private int Count(BotState state) => _bots.Count(bot => bot.State == state);

    private static async Task SettleAsync(Bot bot, CancellationToken stop)
    {
        try
        {
            await bot.Settled.WaitAsync(s_settles, stop);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // Whoever does not get through in this time must not hold up the others; the report tells of it.
            return;
        }
    }
}
