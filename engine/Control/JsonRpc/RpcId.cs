using System.Text.Json;

namespace ConfEngine.Control.JsonRpc;

/// <summary>A call's id, kept as it was written so that the response carries exactly the same: a string, a number or null. Without one the
/// call is a notification.</summary>
public readonly record struct RpcId
{
    private readonly string? _json;

    private RpcId(string json) => _json = json;

    /// <summary>The id of an answer to something whose id could not be made out.</summary>
    public static RpcId Null => new("null");

    /// <summary>True when there was none: nothing is answered.</summary>
    public bool IsAbsent => _json is null;

    /// <summary>Reads the id of a request object; false when it is of a type the protocol does not know, or too long.</summary>
    internal static bool TryRead(JsonElement request, int maxBytes, out RpcId id)
    {
        id = default;
        if (!request.TryGetProperty("id"u8, out var element)) return true;
        if (element.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null)) return false;
        var json = element.GetRawText();
        if (json.Length > maxBytes || System.Text.Encoding.UTF8.GetByteCount(json) > maxBytes) return false;
        id = new RpcId(json);
        return true;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("id"u8);
        writer.WriteRawValue(_json ?? "null");
    }
}
