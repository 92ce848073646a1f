using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Control.Client;

/// <summary>What a server sends: the answer to a call, or a notification.</summary>
/// <param name="Id">Of the call that is answered; 0 for a notification, and for an error about a message the server could not make out.</param>
/// <param name="Method">Of a notification; null for an answer.</param>
/// <param name="Value">The result, or the notification's parameters.</param>
/// <param name="Error">Set when the call was refused.</param>
internal sealed record ServerMessage(long Id, string? Method, JsonElement Value, RpcError? Error)
{
    private const int Depth = 64;
    private const int MaxText = 500;

    /// <summary>Takes bytes from outside apart; false when they are neither.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out ServerMessage? message)
    {
        message = null;
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = Depth });
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && IsVersion2(root)) message = Read(root);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is a string that is no Unicode, which only shows when it is read.
            return false;
        }

        return message is not null;
    }

    /// <summary>A server's own words on one line.</summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var end = Math.Min(text.Length, MaxText);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        return string.Create(end, text, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
    }

    private static bool IsVersion2(JsonElement root) => root.TryGetProperty("jsonrpc"u8, out var version) && version.ValueKind == JsonValueKind.String && version.ValueEquals("2.0"u8);

    private static ServerMessage? Read(JsonElement root)
    {
        var hasId = root.TryGetProperty("id"u8, out var id);
        if (root.TryGetProperty("method"u8, out var method))
        {
            if (hasId || method.ValueKind != JsonValueKind.String) return null;
            return new ServerMessage(0, method.GetString(), root.TryGetProperty("params"u8, out var parameters) ? parameters.Clone() : default, null);
        }

        if (!hasId) return null;
        var number = 0L;
        if (id.ValueKind != JsonValueKind.Null && (id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out number))) return null;
        if (root.TryGetProperty("error"u8, out var error)) return ReadError(error) is { } refused ? new ServerMessage(number, null, default, refused) : null;
        return number != 0 && root.TryGetProperty("result"u8, out var result) ? new ServerMessage(number, null, result.Clone(), null) : null;
    }

    private static RpcError? ReadError(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object) return null;
        if (!error.TryGetProperty("code"u8, out var code) || code.ValueKind != JsonValueKind.Number || !code.TryGetInt32(out var number)) return null;
        var message = Text(error, "message"u8) ?? "";
        if (!error.TryGetProperty("data"u8, out var data) || data.ValueKind != JsonValueKind.Object) return new RpcError(number, message);
        long? vendorCode = data.TryGetProperty("vendorCode"u8, out var vendor) && vendor.ValueKind == JsonValueKind.Number && vendor.TryGetInt64(out var value) ? value : null;
        return new RpcError(number, message, Text(data, "code"u8), Text(data, "field"u8), vendorCode, Text(data, "vendorText"u8));
    }

    private static string? Text(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? OneLine(value.GetString()) : null;
}
