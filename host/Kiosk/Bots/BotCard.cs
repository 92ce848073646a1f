namespace ConfEngine.Kiosk.Bots;

/// <summary>Who a bot is.</summary>
/// <param name="Index">From 0; also the number of its socket.</param>
/// <param name="User">Its user id.</param>
/// <param name="Name">What people read.</param>
/// <param name="Stream">What it publishes; null when it only watches.</param>
/// <param name="Plays">It plays the streams of the others.</param>
internal sealed record BotCard(int Index, string User, string Name, string? Stream, bool Plays)
{
    /// <summary>The bots of one run. The run's own mark keeps two runs from signing each other out: one user id, one session.</summary>
    public static IReadOnlyList<BotCard> Make(BotsRequest request, string mark) =>
    [
        .. Enumerable.Range(0, request.Count).Select(i => new BotCard(
            i, $"bot-{mark}-{i + 1}", $"{request.NamePrefix} {i + 1}", i < request.Publishers ? $"bot-{mark}-{i + 1}-camera" : null,
            request.Plays && (i >= request.Publishers || !request.OnlyWatchersPlay))),
    ];
}
