using System.Text.Json;
using System.Text.Unicode;

namespace ConfEngine.Control.JsonRpc;

/// <summary>A message from a client: one call, or a batch of them (JSON-RPC 2.0, sections 4 and 6).</summary>
/// <param name="Calls">At least one.</param>
/// <param name="IsBatch">True when the answers go into an array.</param>
public sealed record RpcMessage(IReadOnlyList<RpcCall> Calls, bool IsBatch)
{
    /// <summary>Takes bytes from outside apart. It never throws: what is wrong becomes a call that carries the error.</summary>
    public static RpcMessage Parse(ReadOnlySpan<byte> utf8, RpcLimits limits)
    {
        if (utf8.Length > limits.MessageBytes)
            return Invalid(RpcErrorCode.InvalidRequest, $"the message has {utf8.Length} bytes, at most {limits.MessageBytes} are taken");
        if (!IsWellFormed(utf8, limits.Depth) || !TryParse(utf8, limits.Depth, out var root))
            return Invalid(RpcErrorCode.ParseError, $"the message is not JSON in UTF-8 with unique names and at most {limits.Depth} levels");
        if (root.ValueKind != JsonValueKind.Array) return new RpcMessage([ReadCall(root, limits)], false);
        var count = root.GetArrayLength();
        if (count == 0) return Invalid(RpcErrorCode.InvalidRequest, "the batch is empty");
        if (count > limits.BatchCalls)
            return Invalid(RpcErrorCode.InvalidRequest, $"the batch has {count} calls, at most {limits.BatchCalls} are taken");
        var calls = new RpcCall[count];
        for (var i = 0; i < count; i++) calls[i] = ReadCall(root[i], limits);
        return new RpcMessage(calls, true);
    }

    // The document reads strings lazily and would throw much later on half a surrogate pair, which I-JSON (RFC 7493, section 2.1) rules out.
    private static bool IsWellFormed(ReadOnlySpan<byte> utf8, int depth)
    {
        if (!Utf8.IsValid(utf8)) return false;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = depth });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && reader.GetString() is null)
                    return false;
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryParse(ReadOnlySpan<byte> utf8, int depth, out JsonElement root)
    {
        try
        {
            root = JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = depth, AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            root = default;
            return false;
        }
    }

    private static RpcMessage Invalid(int code, string message) => new([Faulty(RpcId.Null, code, message)], false);

    private static RpcCall Faulty(RpcId id, int code, string message) =>
        new(id.IsAbsent ? RpcId.Null : id, "", null, new RpcError(code, message));

    private static RpcCall ReadCall(JsonElement request, RpcLimits limits)
    {
        if (request.ValueKind != JsonValueKind.Object) return Faulty(RpcId.Null, RpcErrorCode.InvalidRequest, "a request is an object");
        if (!RpcId.TryRead(request, limits.IdBytes, out var id))
            return Faulty(RpcId.Null, RpcErrorCode.InvalidRequest, $"id is a string, a number or null, of at most {limits.IdBytes} bytes");
        if (!request.TryGetProperty("jsonrpc"u8, out var version) || version.ValueKind != JsonValueKind.String || !version.ValueEquals("2.0"u8))
            return Faulty(id, RpcErrorCode.InvalidRequest, "jsonrpc is \"2.0\"");
        if (!request.TryGetProperty("method"u8, out var method) || method.ValueKind != JsonValueKind.String)
            return Faulty(id, RpcErrorCode.InvalidRequest, "method is a string");
        if (!request.TryGetProperty("params"u8, out var parameters)) return new RpcCall(id, method.GetString()!, null);
        if (parameters.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            return Faulty(id, RpcErrorCode.InvalidRequest, "params is an object or an array");
        return new RpcCall(id, method.GetString()!, parameters);
    }
}
