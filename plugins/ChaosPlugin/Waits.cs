namespace ConfEngine.ChaosPlugin;

/// <summary>Ways to take one's time without keeping a thread.</summary>
internal static class Waits
{
    /// <summary>Until the host withdraws the call: as a good plugin waits.</summary>
    public static Task ForEverAsync(CancellationToken cancellation) => new TaskCompletionSource().Task.WaitAsync(cancellation);

    /// <summary>Until half a second after the host has withdrawn the call.</summary>
    public static async Task BeyondAsync(CancellationToken cancellation)
    {
        var withdrawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(withdrawn.SetResult);
        await withdrawn.Task;
        await HalfASecondAsync();
    }

    /// <summary>Half a second, whatever the host wants.</summary>
    public static async Task HalfASecondAsync()
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = new Timer(_ => over.TrySetResult(), null, TimeSpan.FromSeconds(0.5), Timeout.InfiniteTimeSpan);
        await over.Task;
    }
}
