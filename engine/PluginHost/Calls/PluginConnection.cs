using System.Globalization;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost.Calls;

/// <summary>The calls of one running plugin over its channel: queue, deadlines, withdrawal, and what to do with answers that nobody asked for. Calls are sent by the
/// caller's own thread or by the channel's when an answer makes room; the supervisor only watches the deadlines.</summary>
internal sealed class PluginConnection : IChannelEvents, IWatched
{
    /// <summary>So long a plugin has to answer a call that was withdrawn, before it counts as hung.</summary>
    public static readonly MediaTime Grace = MediaTime.FromSeconds(2);

    private readonly string _plugin;
    private readonly IPluginChannel _channel;
    private readonly IClock _clock;
    private readonly CallCounters _counters;
    private readonly IConnectionEvents _events;
    private readonly Action _wake;
    private readonly SecretBlotter _blotter;
    private readonly NoticeLimit _limit = new();
    private readonly TaskCompletionSource<ChannelEnd> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();

    // Guarded by the gate.
    private readonly EnvelopeWriter _writer = new();
    private readonly CallTable _table = new();
    private TaskCompletionSource? _drained;
    private Instant? _paceAt;
    private ChannelEnd? _end;

    // The next time at which the supervisor looks here of itself.
    private Instant _armed = new(long.MaxValue);
    private long _lastHeard;

    /// <summary>A connection that does not receive yet.</summary>
    /// <param name="plugin">The plugin's id, for messages.</param>
    /// <param name="channel">The bytes; disposed by <see cref="Dispose"/>.</param>
    /// <param name="clock">The time.</param>
    /// <param name="counters">Counts what is odd.</param>
    /// <param name="events">Told of notices, lines of log and the end.</param>
    /// <param name="blotter">Takes secrets out of what the plugin says.</param>
    /// <param name="wake">Has <see cref="Turn"/> called soon.</param>
    public PluginConnection(string plugin, IPluginChannel channel, IClock clock, CallCounters counters, IConnectionEvents events, SecretBlotter blotter, Action wake)
    {
        (_plugin, _channel, _clock, _counters, _events, _blotter, _wake) = (plugin, channel, clock, counters, events, blotter, wake);
        _lastHeard = clock.Now.Nanoseconds;
    }

    /// <summary>When the plugin was last heard.</summary>
    public Instant LastHeard => new(Volatile.Read(ref _lastHeard));

    /// <summary>Completes when the channel has ended, with how.</summary>
    public Task<ChannelEnd> Closed => _closed.Task;

    /// <summary>What it uses.</summary>
    public ChannelFigures Figures => _channel.Figures;

    /// <summary>Why no more calls are taken; null while they are.</summary>
    public ChannelEnd? End
    {
        get { lock (_gate) return _end; }
    }

    /// <summary>Whether nothing waits for the plugin.</summary>
    public bool IsIdle
    {
        get { lock (_gate) return _table.IsEmpty; }
    }

    /// <summary>Begins to receive.</summary>
    public void Start() => _channel.Start(this);

    /// <summary>Sets order and pacing.</summary>
    public void Configure(PluginLimits limits)
    {
        lock (_gate) _table.Configure(limits);
    }

    /// <summary>Makes an attempt. Completes when it has ended, one way or the other; does not fail.</summary>
    public Task RunAsync(Attempt attempt, CancellationToken cancellation)
    {
        Add(attempt);
        return attempt.Settled.IsCompleted || !cancellation.CanBeCanceled ? attempt.Settled : WatchAsync(attempt, cancellation);
    }

    /// <summary>Sends nothing new any more: what waits is handed back as <see cref="CallFault.Moved"/>. Completes when the plugin has nothing left to answer.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            foreach (var attempt in _table.TakeWaiting()) Move(attempt);
            if (_table.Sent == 0) _drained.TrySetResult();
            return _drained.Task;
        }
    }

    /// <summary>Takes calls again.</summary>
    public void EndDrain()
    {
        lock (_gate) _drained = null;
    }

    /// <summary>Withdraws what the plugin has.</summary>
    public void CancelAll(string why)
    {
        lock (_gate)
            foreach (var attempt in _table.CopySent())
                if (attempt.State == AttemptState.Sent)
                    Withdraw(attempt, CallFault.Answered, new ContractError { Code = ErrorCodes.Cancelled, Message = why }, _clock.Now);
    }

    /// <summary>Ends the channel; calls that are not answered fail.</summary>
    public void Close(TimeSpan grace)
    {
        Finish(new ChannelEnd(ChannelEndKind.Closed, "it was stopped"), tells: false);
        _channel.Close(grace);
    }

    /// <inheritdoc/>
    public Instant? Turn(Instant now)
    {
        ChannelEnd? hung = null;
        Instant armed;
        lock (_gate)
        {
            if (_end is not null) return null;
            while (hung is null && _table.TryFindOverdue(now, out var attempt)) hung = Expire(attempt, now);
            Pump(now);
            var next = _table.NextDue() ?? new Instant(long.MaxValue);
            if (_paceAt is { } pace && pace < next) next = pace;
            // A time that lies ahead is kept even when its call has been answered, so that the next call need not wake the supervisor.
            if (_armed <= now || next < _armed) _armed = next;
            armed = _armed;
        }

        if (hung is { } end) Finish(end);
        return armed.Nanoseconds == long.MaxValue ? null : armed;
    }

    /// <inheritdoc/>
    public void OnMessage(ReadOnlyMemory<byte> message)
    {
        var now = _clock.Now;
        Volatile.Write(ref _lastHeard, now.Nanoseconds);
        if (!Envelope.TryRead(message, out var envelope, out var error))
        {
            BreakOff(error);
            return;
        }

        switch (envelope.Kind)
        {
            case EnvelopeKind.Response: OnResponse(envelope, now); break;
            case EnvelopeKind.Notification: OnNotice(envelope, now); break;
            default: BreakOff($"a {envelope.Kind.ToString().ToLowerInvariant()}, which only the host sends"); break;
        }
    }

    /// <inheritdoc/>
    public void OnLog(string line)
    {
        if (Admit(_clock.Now)) _events.OnLog(LogLevel.Info, line);
    }

    /// <inheritdoc/>
    public void OnClosed(ChannelEnd end)
    {
        Finish(end);
        _closed.TrySetResult(end);
    }

    /// <summary>Lets go of the channel, whatever state it is in.</summary>
    public void Dispose()
    {
        Finish(new ChannelEnd(ChannelEndKind.Closed, "it was stopped"), tells: false);
        _channel.Dispose();
    }

    private static string Seconds(MediaTime time) => time.Seconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static void Move(Attempt attempt)
    {
        attempt.State = AttemptState.Done;
        attempt.Fail(CallFault.Moved, ErrorCodes.Unavailable, "the plugin is being replaced");
    }

    private async Task WatchAsync(Attempt attempt, CancellationToken cancellation)
    {
        attempt.Owner = this;
        var registration = cancellation.UnsafeRegister(static state => ((Attempt)state!).Owner!.WithdrawByCaller((Attempt)state), attempt);
        await attempt.Settled.ConfigureAwait(false);
        registration.Unregister();
    }

    private void Add(Attempt attempt)
    {
        var now = _clock.Now;
        lock (_gate)
        {
            if (_end is { } end) attempt.Fail(CallFault.Lost, ErrorCodes.Unavailable, $"{_plugin} is gone: {end.Cause}");
            else if (attempt.IsUrgent) Send(attempt, now);
            else if (_drained is not null) Move(attempt);
            else if (_table.IsFull) attempt.Fail(CallFault.Refused, ErrorCodes.Unavailable, $"{CallTable.Capacity} calls wait for {_plugin} already; try again later");
            else
            {
                _table.Wait(attempt);
                Pump(now);
            }

            if (attempt.State is AttemptState.Waiting or AttemptState.Sent) Arm(attempt.Deadline);
        }
    }

    private void Pump(Instant now)
    {
        while (_table.TryTakeNext(now, out var next, out _paceAt)) Send(next, now);
        if (_paceAt is { } at) Arm(at);
    }

    private void Send(Attempt attempt, Instant now)
    {
        var left = Math.Clamp(((attempt.Deadline - now).Nanoseconds + 999_999) / 1_000_000, 1, int.MaxValue);
        var id = _table.Register(attempt);
        try
        {
            var bytes = attempt.Encode(_writer, id, (int)left);
            if (bytes.Length > MessageLimits.MaxBytes)
                Unsend(attempt, CallFault.Refused, ErrorCodes.InvalidArgument, $"the request has {bytes.Length} bytes; the most is {MessageLimits.MaxBytes}");
            else if (!_channel.TrySend(bytes.Span))
                Unsend(attempt, CallFault.Lost, ErrorCodes.Unavailable, $"{_plugin} does not read what is sent to it");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Unsend(attempt, CallFault.Refused, ErrorCodes.InvalidArgument, $"the request for {attempt.Method.Name} cannot be written: {(e.InnerException ?? e).Message}");
        }
    }

    private void Unsend(Attempt attempt, CallFault fault, string code, string message)
    {
        _table.TryRemove(attempt.Id, out _);
        attempt.State = AttemptState.Done;
        attempt.Fail(fault, code, message);
        if (_table.Sent == 0) _drained?.TrySetResult();
    }

    private void Arm(Instant due)
    {
        if (due >= _armed) return;
        _armed = due;
        _wake();
    }

    // What makes the plugin count as hung; null when it has a while left.
    private ChannelEnd? Expire(Attempt attempt, Instant now)
    {
        var method = attempt.Method.Name;
        switch (attempt.State)
        {
            case AttemptState.Waiting:
                _table.RemoveWaiting(attempt);
                attempt.State = AttemptState.Done;
                attempt.Fail(CallFault.Timeout, ErrorCodes.Timeout, $"{_plugin} was too busy to be asked for {method} in time");
                return null;
            case AttemptState.Sent:
                Withdraw(attempt, CallFault.Timeout, new ContractError { Code = ErrorCodes.Timeout, Message = $"{_plugin} did not answer {method} in time" }, now);
                return null;
            default:
                return new ChannelEnd(ChannelEndKind.Stuck, $"hung: it did not answer {method}, nor within {Seconds(Grace)} s of its being cancelled");
        }
    }

    private void WithdrawByCaller(Attempt attempt)
    {
        lock (_gate)
        {
            var error = new ContractError { Code = ErrorCodes.Cancelled, Message = "the caller withdrew the call" };
            if (attempt.State == AttemptState.Sent) Withdraw(attempt, CallFault.Withdrawn, error, _clock.Now);
            if (attempt.State != AttemptState.Waiting) return;
            _table.RemoveWaiting(attempt);
            attempt.State = AttemptState.Done;
            attempt.Fail(CallFault.Withdrawn, error);
        }
    }

    private void Withdraw(Attempt attempt, CallFault fault, ContractError error, Instant now)
    {
        (attempt.State, attempt.GraceEnds) = (AttemptState.Withdrawn, now + Grace);
        attempt.Fail(fault, error);
        // Whether it can be sent or not: the plugin has its grace, and then it is ended.
        _channel.TrySend(_writer.Cancel(attempt.Id).Span);
        Arm(attempt.GraceEnds);
    }

    private void OnResponse(in Envelope response, Instant now)
    {
        Attempt? attempt;
        bool wasAsked, isLate;
        lock (_gate)
        {
            if (_end is not null) return;
            wasAsked = _table.WasAsked(response.Id);
            isLate = _table.TryRemove(response.Id, out attempt) && attempt.State == AttemptState.Withdrawn;
            if (attempt is not null)
            {
                attempt.State = AttemptState.Done;
                Pump(now);
                if (_table.Sent == 0) _drained?.TrySetResult();
            }
        }

        if (attempt is null) Stray(wasAsked ? $"answered request {response.Id} a second time" : $"answered request {response.Id}, which was never made", now);
        // An answer to a withdrawn call is what the contract asks for; only one that comes after the call's deadline is odd.
        else if (isLate && attempt.Fault == CallFault.Timeout) Stray($"answered {attempt.Method.Name} {Seconds(now - attempt.Deadline)} s after its deadline", now);
        else if (!isLate) Settle(attempt, response, now);
    }

    private void Settle(Attempt attempt, in Envelope response, Instant now)
    {
        if (response.Error is { } error)
        {
            attempt.Fail(CallFault.Answered, _blotter.Clean(error));
            return;
        }

        if (TryRead(attempt, response.Payload, out var problem))
        {
            attempt.Succeed();
            return;
        }

        var what = _blotter.Clean($"the answer to {attempt.Method.Name} is wrong: {problem}");
        _counters.CountBadMessage(what);
        if (Admit(now)) _events.OnLog(LogLevel.Warning, what);
        attempt.Fail(CallFault.BadMessage, ErrorCodes.BadMessage, what);
    }

    // Whatever the formatters make of hostile bytes ends here: this thread goes on.
    private static bool TryRead(Attempt attempt, ReadOnlyMemory<byte> payload, out string? problem)
    {
        try
        {
            return attempt.TryRead(payload, out problem);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            problem = e.Message;
            return false;
        }
    }

    private void OnNotice(in Envelope notice, Instant now)
    {
        lock (_gate)
            if (_end is not null) return;
        // A result that is awaited must not be lost in a flood; one that is not counts towards it.
        var isResult = notice.Method == OperationNotices.Result.Name;
        if (!isResult && !Admit(now)) return;
        if (!_events.OnNotice(notice.Method, notice.Payload)) Stray($"sent {_blotter.Clean(notice.Method)} for nothing that was asked", now);
    }

    private void Stray(string what, Instant now)
    {
        _counters.CountStray(what);
        if (Admit(now)) _events.OnLog(LogLevel.Warning, what);
    }

    private bool Admit(Instant now)
    {
        if (_limit.TryTake(now)) return true;
        _counters.CountDropped();
        if (_limit.IsFlood) Finish(new ChannelEnd(ChannelEndKind.BadBytes, $"flooded the host: more than {NoticeLimit.PerSecond} notices or lines a second, without end"));
        return false;
    }

    private void BreakOff(string error)
    {
        var what = _blotter.Clean($"sent what is no message of the contract: {error}");
        _counters.CountBadMessage(what);
        Finish(new ChannelEnd(ChannelEndKind.BadBytes, what));
    }

    private void Finish(ChannelEnd end, bool tells = true)
    {
        // A cause may quote the plugin's last words.
        end = end with { Cause = _blotter.Clean(end.Cause) };
        lock (_gate)
        {
            if (_end is not null) return;
            _end = end;
            foreach (var attempt in (Attempt[])[.. _table.TakeSent(), .. _table.TakeWaiting()])
            {
                attempt.State = AttemptState.Done;
                attempt.Fail(CallFault.Lost, ErrorCodes.Unavailable, $"{_plugin} ended before it answered {attempt.Method.Name}: {end.Cause}");
            }

            _drained?.TrySetResult();
        }

        if (tells) _events.OnEnded(this, end);
    }
}
