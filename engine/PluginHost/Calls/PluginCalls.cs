using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Core.Time;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ConfEngine.PluginHost.Calls;

/// <summary>A plugin's calls over all its starts: tried again where that is allowed, refused for a while when too many fail. Any thread.</summary>
internal sealed class PluginCalls
{
    /// <summary>Of so many calls within 30 s, half may fail before the rest is refused.</summary>
    public const int LeastCalls = 6;

    /// <summary>So long calls are refused when too many have failed.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_firstRetry = TimeSpan.FromMilliseconds(200);
    private static readonly ResiliencePropertyKey<Call> s_call = new("call");

    private readonly string _plugin;
    private readonly IClock _clock;
    private readonly CircuitBreakerManualControl _breakerControl = new();
    private readonly ResiliencePipeline _pipeline;
    private int _timeoutMs = 5000;

    /// <summary>Calls that are refused until <see cref="Gate"/> is opened.</summary>
    /// <param name="plugin">The plugin's id.</param>
    /// <param name="clock">The time.</param>
    /// <param name="time">The same time, for retries and the breaker.</param>
    /// <param name="counters">Counts the calls.</param>
    /// <param name="onBreaker">Told when calls begin or cease to be refused; any thread.</param>
    public PluginCalls(string plugin, IClock clock, TimeProvider time, CallCounters counters, Action<bool> onBreaker)
    {
        (_plugin, _clock, Counters, Gate) = (plugin, clock, counters, new CallGate(plugin, time));
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 3, Delay = s_firstRetry, BackoffType = DelayBackoffType.Exponential, UseJitter = true, MaxDelay = TimeSpan.FromSeconds(5),
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is Attempt attempt && MayRetry(attempt, args.Context)),
                DelayGenerator = static args => ValueTask.FromResult(args.Outcome.Result is Attempt { Error.RetryAfterMs: > 0 and < 600_000 and var wait } ? TimeSpan.FromMilliseconds(wait) : (TimeSpan?)null),
                OnRetry = _ =>
                {
                    Counters.CountRetry();
                    return default;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5, MinimumThroughput = LeastCalls, SamplingDuration = TimeSpan.FromSeconds(30), BreakDuration = Break, ManualControl = _breakerControl,
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is Attempt attempt && IsFailure(attempt)),
                OnOpened = _ =>
                {
                    onBreaker(true);
                    return default;
                },
                OnClosed = _ =>
                {
                    onBreaker(false);
                    return default;
                },
            })
            .Build();
    }

    /// <summary>Where calls go.</summary>
    public CallGate Gate { get; }

    /// <summary>What they come to.</summary>
    public CallCounters Counters { get; }

    /// <summary>How long a call may take.</summary>
    public void Configure(int timeoutMs) => Volatile.Write(ref _timeoutMs, timeoutMs);

    /// <summary>Gives a new version its chance.</summary>
    public Task ForgetFailuresAsync() => _breakerControl.CloseAsync();

    /// <summary>Calls a method and waits for the response.</summary>
    /// <exception cref="ContractException">The call failed, was refused, or was not answered in time.</exception>
    /// <exception cref="OperationCanceledException">The caller withdrew it.</exception>
    public async Task<TResult> CallAsync<TRequest, TResult>(Method method, TRequest request, CancellationToken cancellation)
        where TResult : class
    {
        var began = _clock.Now;
        var deadline = began + MediaTime.FromMilliseconds(Volatile.Read(ref _timeoutMs));
        Counters.Begin();
        var ended = await TryAsync(new Attempt<TRequest, TResult>(method, request, deadline), cancellation).ConfigureAwait(false);
        Counters.End(ended.Fault, ended.Error, _clock.Now - began);
        if (ended.Fault == CallFault.None) return ((Attempt<TRequest, TResult>)ended).Result!;
        // Also when the token fired between two attempts.
        cancellation.ThrowIfCancellationRequested();
        throw new ContractException(ended.Error!);
    }

    // Refusals of the vendor are answers like any other: only what says that the plugin itself fails counts.
    private static bool IsFailure(Attempt attempt) =>
        attempt.Fault is CallFault.Timeout or CallFault.BadMessage or CallFault.Lost
        || (attempt.Fault == CallFault.Answered && attempt.Error?.Code is ErrorCodes.Timeout or ErrorCodes.Internal or ErrorCodes.BadMessage);

    private static bool MayRetry(Attempt attempt, ResilienceContext context)
    {
        if (!attempt.MayRepeat || !context.Properties.TryGetValue(s_call, out var call)) return false;
        if (attempt.Fault != CallFault.Lost && !(attempt.Fault == CallFault.Answered && attempt.Error?.Code == ErrorCodes.Network)) return false;
        var wait = attempt.Error?.RetryAfterMs is > 0 and var asked ? asked : s_firstRetry.TotalMilliseconds;
        return call.Clock.Now + MediaTime.FromMilliseconds(wait) < attempt.Deadline;
    }

    private async ValueTask<Attempt> TryAsync(Attempt first, CancellationToken cancellation)
    {
        var call = new Call(Gate, first, _clock);
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(s_call, call);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(
                static async (context, call) => Outcome.FromResult(await call.TryAsync(context.CancellationToken).ConfigureAwait(false)), context, call).ConfigureAwait(false);
            if (outcome.Result is { } ended) return ended;
            Refuse(call.Current, outcome.Exception);
            return call.Current;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private void Refuse(Attempt attempt, Exception? cause)
    {
        if (attempt.Settled.IsCompleted) return;
        if (cause is OperationCanceledException) attempt.Fail(CallFault.Withdrawn, ErrorCodes.Cancelled, "the caller withdrew the call");
        else if (cause is BrokenCircuitException broken)
            attempt.Fail(CallFault.Refused, new ContractError
            {
                Code = ErrorCodes.Unavailable, Message = $"too many calls of {_plugin} have failed; it is asked again in a while",
                RetryAfterMs = broken.RetryAfter is { } wait ? (int)Math.Ceiling(wait.TotalMilliseconds) : null,
            });
        else attempt.Fail(CallFault.Refused, ErrorCodes.Unavailable, $"{_plugin} could not be asked: {cause?.Message}");
    }

    // One call with all its attempts.
    private sealed class Call(CallGate gate, Attempt first, IClock clock)
    {
        private bool _isRepeat;

        public IClock Clock { get; } = clock;

        public Attempt Current { get; private set; } = first;

        public async ValueTask<Attempt> TryAsync(CancellationToken cancellation)
        {
            if (_isRepeat) Current = Current.Again();
            var ended = await gate.RunAsync(Current, _isRepeat, cancellation).ConfigureAwait(false);
            _isRepeat = true;
            return Current = ended;
        }
    }
}
