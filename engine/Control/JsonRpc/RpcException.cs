namespace ConfEngine.Control.JsonRpc;

/// <summary>Thrown by a method to answer the call with an error.</summary>
/// <param name="error">The error, as the client gets it.</param>
public sealed class RpcException(RpcError error) : Exception(error.Message)
{
    /// <summary>What the client gets.</summary>
    public RpcError Error { get; } = error;

    /// <summary>A parameter is missing, unknown, of the wrong type or out of range.</summary>
    public static RpcException InvalidParams(string field, string message) =>
        new(new RpcError(RpcErrorCode.InvalidParams, message, Field: field));

    /// <summary>The application refuses.</summary>
    public static RpcException Refused(string neutralCode, string message, string? field = null, long? vendorCode = null, string? vendorText = null) =>
        new(new RpcError(RpcErrorCode.Application, message, neutralCode, field, vendorCode, vendorText));
}
