namespace ConfEngine.PluginHost.Life;

/// <summary>Waits that end.</summary>
internal static class Waiting
{
    /// <summary>Waits for a task that does not fail, at most so long.</summary>
    /// <returns>Whether it has completed.</returns>
    public static async Task<bool> ForAsync(Task task, TimeSpan most, TimeProvider time)
    {
        try
        {
            await task.WaitAsync(most, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
