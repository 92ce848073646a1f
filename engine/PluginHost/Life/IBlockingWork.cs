namespace ConfEngine.PluginHost.Life;

/// <summary>Where work is done that may block: reading, copying, starting.</summary>
internal interface IBlockingWork
{
    /// <summary>Has it done.</summary>
    Task<T> RunAsync<T>(Func<T> work);
}

/// <summary>On the thread pool.</summary>
internal sealed class PooledWork : IBlockingWork
{
    /// <inheritdoc/>
    public Task<T> RunAsync<T>(Func<T> work) => Task.Run(work);
}
