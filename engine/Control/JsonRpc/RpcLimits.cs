namespace ConfEngine.Control.JsonRpc;

/// <summary>What one client may ask of us. Everything beyond is refused with an error, or ends the connection where it cannot be answered.</summary>
public sealed record RpcLimits
{
    /// <summary>Bytes of UTF-8 in one message.</summary>
    public int MessageBytes { get; init; } = 256 * 1024;

    /// <summary>Calls in one batch.</summary>
    public int BatchCalls { get; init; } = 32;

    /// <summary>Levels of arrays and objects, the batch's and the request's own included.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Bytes of UTF-8 in a call's id as it is written, quotes included.</summary>
    public int IdBytes { get; init; } = 128;

    /// <summary>Calls received and not yet answered, notifications included.</summary>
    public int CallsInFlight { get; init; } = 64;

    /// <summary>Messages waiting to be sent. A client that lets them pile up is disconnected.</summary>
    public int OutgoingMessages { get; init; } = 256;

    /// <summary>Bytes waiting to be sent, the message on its way included.</summary>
    public int OutgoingBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a call may take before it is answered with an error.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(10);
}
