using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Life;

/// <summary>The supervisor's clock for libraries that want a <see cref="TimeProvider"/>: their timers fire in the supervisor's turns.</summary>
/// <param name="agenda">Has the timers.</param>
internal sealed class AgendaTime(Agenda agenda) : TimeProvider
{
    /// <inheritdoc/>
    public override long TimestampFrequency => 1_000_000_000;

    /// <inheritdoc/>
    public override long GetTimestamp() => agenda.Clock.Now.Nanoseconds;

    /// <inheritdoc/>
    // The monotonic time counted from an arbitrary day: a step of the wall clock must not end a break early or make it last for ever.
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddDays(1).AddTicks(GetTimestamp() / 100);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(agenda, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(Agenda agenda, Action act) : ITimer
    {
        private readonly Lock _gate = new();
        private AgendaTimer? _pending;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _pending?.Cancel();
                _period = period;
                _pending = dueTime < TimeSpan.Zero ? null : agenda.At(agenda.Clock.Now + new MediaTime(dueTime.Ticks * 100), Fire);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            act();
            if (_period > TimeSpan.Zero) Change(_period, _period);
        }
    }
}
