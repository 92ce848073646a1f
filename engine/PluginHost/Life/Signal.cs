using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Life;

/// <summary>"Look again": set by anybody on the supervisor's thread, awaited by one flow there. Sets that come before the wait are one.</summary>
/// <param name="agenda">Has the timers.</param>
internal sealed class Signal(Agenda agenda)
{
    private TaskCompletionSource? _waiting;
    private bool _isSet;

    /// <summary>Lets the flow go on.</summary>
    public void Set()
    {
        _isSet = true;
        _waiting?.TrySetResult();
    }

    /// <summary>Waits for a set, or for <paramref name="until"/>.</summary>
    public async Task WaitAsync(Instant? until)
    {
        if (!_isSet)
        {
            // The flow goes on in a turn of its own, not inside of whoever sets.
            _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var timer = until is { } due ? agenda.At(due, Set) : null;
            await _waiting.Task;
            timer?.Cancel();
            _waiting = null;
        }

        _isSet = false;
    }
}
