namespace ConfEngine.Contract.Kit;

/// <summary>One call that a plugin answers.</summary>
/// <param name="cancellation">See <see cref="Cancellation"/>.</param>
/// <param name="operationId">See <see cref="OperationId"/>.</param>
public sealed class PluginCall(CancellationToken cancellation, string? operationId = null)
{
    /// <summary>Ends a direct call when the host withdraws it, and an operation when the plugin is stopped: an operation that has been accepted goes on beyond its
    /// deadline, for the host reconciles. Throw <see cref="OperationCanceledException"/> then, or still give the result. Set from another thread, so that a loop sees it.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The operation's id; null in a direct call. The kit has made sure that it is new.</summary>
    public string? OperationId { get; } = operationId;
}
