using ConfEngine.Contract.Errors;
using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Calls;

/// <summary>The door through which a plugin's calls go: to the connection at work, to wait while a new one takes over, or back with a refusal. Any thread.</summary>
/// <param name="plugin">The plugin's id, for messages.</param>
/// <param name="time">The supervisor's time.</param>
internal sealed class CallGate(string plugin, TimeProvider time)
{
    private Way _way = new(null, false, "it has not been started");

    /// <summary>Sends calls to this connection.</summary>
    public void Open(PluginConnection connection) => Turn(new Way(connection, false, ""));

    /// <summary>Has calls wait for the next connection.</summary>
    public void Hold() => Turn(new Way(null, true, "a new version takes over"));

    /// <summary>Refuses calls; those that are tried again may wait when <paramref name="comesBack"/>.</summary>
    public void Shut(string cause, bool comesBack) => Turn(new Way(null, false, cause, comesBack));

    /// <summary>Makes one attempt, on whichever connection there is.</summary>
    /// <param name="attempt">The attempt, new.</param>
    /// <param name="isRepeat">Whether the call has been tried before, so that it may wait for the plugin to come back.</param>
    /// <param name="cancellation">The caller's.</param>
    /// <returns>The attempt that ended; another than the given one when the connection changed under it.</returns>
    public async ValueTask<Attempt> RunAsync(Attempt attempt, bool isRepeat, CancellationToken cancellation)
    {
        while (true)
        {
            var way = Volatile.Read(ref _way);
            if (way.Connection is { } connection)
            {
                await connection.RunAsync(attempt, cancellation).ConfigureAwait(false);
                if (attempt.Fault != CallFault.Moved) return attempt;
                attempt = attempt.Again();
                // Whoever moved it is about to turn the way.
                if (Volatile.Read(ref _way) != way) continue;
            }
            else if (!way.Holds && !(isRepeat && way.ComesBack))
            {
                attempt.Fail(CallFault.Refused, ErrorCodes.Unavailable, $"{plugin} is not running: {way.Cause}");
                return attempt;
            }

            if (!await WaitAsync(way, attempt, cancellation).ConfigureAwait(false)) return attempt;
        }
    }

    private async ValueTask<bool> WaitAsync(Way way, Attempt attempt, CancellationToken cancellation)
    {
        var left = new Instant(time.GetTimestamp()) < attempt.Deadline ? attempt.Deadline - new Instant(time.GetTimestamp()) : MediaTime.Zero;
        try
        {
            await way.Turned.Task.WaitAsync(TimeSpan.FromTicks(left.Nanoseconds / 100), time, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            attempt.Fail(CallFault.Timeout, ErrorCodes.Timeout, $"{plugin} was not back in time for {attempt.Method.Name}");
        }
        catch (OperationCanceledException)
        {
            attempt.Fail(CallFault.Withdrawn, ErrorCodes.Cancelled, "the caller withdrew the call");
        }

        return false;
    }

    private void Turn(Way way) => Interlocked.Exchange(ref _way, way).Turned.TrySetResult();

    // Where calls go; replaced as a whole.
    private sealed class Way(PluginConnection? connection, bool holds, string cause, bool comesBack = false)
    {
        public PluginConnection? Connection { get; } = connection;

        public bool Holds { get; } = holds;

        public string Cause { get; } = cause;

        public bool ComesBack { get; } = comesBack;

        public TaskCompletionSource Turned { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
