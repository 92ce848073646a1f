using ConfEngine.Contract.Errors;
using MessagePack;

namespace ConfEngine.Contract.Operations;

/// <summary>The host's name for an operation that takes its time. Key 0 of every two-phase request.</summary>
[MessagePackObject]
public sealed record OperationTicket
{
    /// <summary>Chosen by the host, never used for another operation; 1 to 64 letters, digits and dashes. A plugin that gets a request with an id it knows does not act
    /// again: it accepts, and sends the result again if there is one.</summary>
    [Key(0)]
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>So long the host waits for the result, in milliseconds from the arrival of the request. A result that comes later is still sent: the host reconciles.</summary>
    [Key(1)]
    public int DeadlineMs { get; init; }
}

/// <summary>The response to a two-phase request: the plugin has taken the operation on.</summary>
[MessagePackObject]
public sealed record Accepted
{
    /// <summary>The operation's id, from the ticket.</summary>
    [Key(0)]
    public string OperationId { get; init => field = value ?? ""; } = "";

    /// <summary>The vendor's own name for the operation; null where it has none.</summary>
    [Key(1)]
    public string? VendorReference { get; init; }
}

/// <summary>How a two-phase operation ended. Sent exactly once for an operation, however late; again only when the host asks again with the same id.</summary>
[MessagePackObject]
public sealed record OperationResult
{
    /// <summary>The operation's id, from the ticket.</summary>
    [Key(0)]
    public string OperationId { get; init => field = value ?? ""; } = "";

    /// <summary>Why it failed; null when it did not.</summary>
    [Key(1)]
    public ContractError? Error { get; init; }

    /// <summary>The result message of the method, as MessagePack inside a bin; null when it failed.</summary>
    [Key(2)]
    public byte[]? Payload { get; init; }
}

/// <summary>Notices about operations.</summary>
public static class OperationNotices
{
    /// <summary>An operation has ended.</summary>
    public static readonly Notice<OperationResult> Result = new("operation.result");
}
