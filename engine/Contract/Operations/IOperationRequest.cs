namespace ConfEngine.Contract.Operations;

/// <summary>The request of a two-phase method.</summary>
public interface IOperationRequest
{
    /// <summary>The host's name for the operation; key 0 of every such request.</summary>
    OperationTicket Ticket { get; }
}
