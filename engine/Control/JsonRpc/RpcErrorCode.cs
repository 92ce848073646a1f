namespace ConfEngine.Control.JsonRpc;

/// <summary>The error codes of JSON-RPC 2.0, section 5.1.</summary>
public static class RpcErrorCode
{
    /// <summary>The message is not JSON.</summary>
    public const int ParseError = -32700;

    /// <summary>The JSON is not a request object.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>There is no such method.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>A parameter is missing, unknown, of the wrong type or out of range; the error's data names it.</summary>
    public const int InvalidParams = -32602;

    /// <summary>The method failed in a way that is our fault.</summary>
    public const int InternalError = -32603;

    /// <summary>The method refused, for a reason of the application; the error's data holds the neutral code.</summary>
    public const int Application = -32000;
}
