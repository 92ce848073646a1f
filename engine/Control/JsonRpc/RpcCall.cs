using System.Text.Json;

namespace ConfEngine.Control.JsonRpc;

/// <summary>One request object of a message, or the reason why it is none.</summary>
/// <param name="Id">Absent for a notification.</param>
/// <param name="Method">The method's name; empty when <paramref name="Error"/> is set.</param>
/// <param name="Params">An array, an object, or nothing.</param>
/// <param name="Error">Set when the object is no valid request.</param>
public sealed record RpcCall(RpcId Id, string Method, JsonElement? Params, RpcError? Error = null);
