using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Life;

/// <summary>Waits that end. The supervisor's flows.</summary>
internal static class Waiting
{
    /// <summary>Waits for a task that does not fail, at most so long.</summary>
    /// <returns>Whether it has completed.</returns>
    public static async Task<bool> ForAsync(Task task, TimeSpan most, Agenda agenda)
    {
        var over = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = agenda.At(agenda.Clock.Now + MediaTime.FromSeconds(most.TotalSeconds), () => over.TrySetResult(false));
        _ = TellAsync();
        var hasCompleted = await over.Task;
        timer.Cancel();
        return hasCompleted;

        async Task TellAsync()
        {
            await task;
            over.TrySetResult(true);
        }
    }
}
