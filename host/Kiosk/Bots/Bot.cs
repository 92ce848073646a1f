using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bots;

/// <summary>What a bot is doing.</summary>
internal enum BotState
{
    /// <summary>It has not begun.</summary>
    Waiting,

    /// <summary>It is logging in, or its media does not flow yet.</summary>
    Joining,

    /// <summary>It is in the room.</summary>
    In,

    /// <summary>It left and will come back.</summary>
    Away,

    /// <summary>It was not let in.</summary>
    Failed,

    /// <summary>It left for good.</summary>
    Left,
}

/// <summary>One synthetic participant: comes, stays, perhaps leaves and comes back, and comes back when it was thrown out by accident.</summary>
internal sealed class Bot(BotCard card, BotsRequest request, BotNetwork network, BotTotals totals, IClock clock)
{
    private const double LeastStaySeconds = 5;
    private const double MostStaySeconds = 20;
    private const double LeastAwaySeconds = 1;
    private const double MostAwaySeconds = 5;
    private const double LongestRetrySeconds = 30;

    // A prime: neighbouring seeds give no bot the same luck.
    private const int SeedStep = 7919;

    private readonly Random _random = new(unchecked(request.Seed * SeedStep + card.Index));
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int _state;
    private volatile string? _failure;
    private volatile bool _wasIn;

    /// <summary>What it is doing.</summary>
    public BotState State => (BotState)_state;

    /// <summary>Why it was not let in, or lost its place for good; null otherwise.</summary>
    public string? Failure => _failure;

    /// <summary>It was in the room at least once.</summary>
    public bool WasIn => _wasIn;

    /// <summary>Done when it sees everybody who was there before it and can be seen itself, or when it was not let in.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Lives until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var retrySeconds = 1.0;
        while (!stop.IsCancellationRequested && State != BotState.Failed)
        {
            if (await StayAsync(stop)) retrySeconds = 1;
            else if (!_wasIn) _state = (int)BotState.Failed;
            if (State == BotState.Failed || stop.IsCancellationRequested) break;
            var isPlanned = request.IsChurning && _failure is null;
            var away = isPlanned ? Between(LeastAwaySeconds, MostAwaySeconds) : retrySeconds;
            if (!isPlanned) retrySeconds = Math.Min(LongestRetrySeconds, retrySeconds * 2);
            _state = (int)BotState.Away;
            await Pause.ForAsync(away, stop);
        }

        if (State != BotState.Failed) _state = (int)BotState.Left;
        _settled.TrySetResult();
    }

    // True when the stay ended as it should.
    private async Task<bool> StayAsync(CancellationToken stop)
    {
        _state = (int)BotState.Joining;
        _failure = null;
        var join = new BotJoin(clock.Now);
        totals.CountJoin(join);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            var transport = network.Open(card);
            await using var session = await BotSession.JoinAsync(request, card, transport, join, stop);
            _state = (int)BotState.In;
            _wasIn = true;
            _ = SettleAsync(join, session);
            if (request.IsChurning) leave.CancelAfter(TimeSpan.FromSeconds(Between(LeastStaySeconds, MostStaySeconds)));
            await session.StayAsync(leave.Token);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return true;
        }
        catch (MediaException e)
        {
            _failure = e.Message;
            if (_wasIn) totals.CountThrownOut();
            return false;
        }
    }

    private async Task SettleAsync(BotJoin join, BotSession session)
    {
        await Task.WhenAll(join.Done, session.Published);
        _settled.TrySetResult();
    }

    private double Between(double least, double most) => least + _random.NextDouble() * (most - least);
}
