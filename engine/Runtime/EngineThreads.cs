namespace ConfEngine.Runtime;

/// <summary>How many threads there are of each kind. Names as in the thread table of engine/README.md.</summary>
public static class EngineThreads
{
    /// <summary>Decode workers: one a processor. Offline the render thread works too while it waits, so it counts as one.</summary>
    public static int DecodeWorkers(EngineOptions options)
    {
        var wanted = options.DecodeThreads > 0 ? options.DecodeThreads : Environment.ProcessorCount;
        return options.IsOffline ? wanted - 1 : wanted;
    }
}
