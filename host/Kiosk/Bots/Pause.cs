namespace ConfEngine.Kiosk.Bots;

/// <summary>Waits that end early when it is time to stop.</summary>
internal static class Pause
{
    /// <summary>Waits for so many seconds, or until <paramref name="stop"/>; then returns all the same.</summary>
    public static async Task ForAsync(double seconds, CancellationToken stop)
    {
        try
        {
            await new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromSeconds(seconds), stop);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // Either is what was waited for.
            return;
        }
    }
}
