using System.Buffers;
using System.Text.Json;

namespace ConfEngine.Control.JsonRpc;

/// <summary>Writes what goes to a client.</summary>
internal static class RpcText
{
    private const int MaxEcho = 64;

    /// <summary>A client's own words in an error, not longer than one reads.</summary>
    public static string Clip(string text)
    {
        if (text.Length <= MaxEcho) return text;
        var end = char.IsHighSurrogate(text[MaxEcho - 1]) ? MaxEcho - 1 : MaxEcho;
        return text[..end] + "…";
    }

    public static byte[] Result(RpcId id, Action<Utf8JsonWriter>? result) => Write(writer =>
    {
        writer.WritePropertyName("result"u8);
        if (result is null) writer.WriteNullValue();
        else result(writer);
        id.Write(writer);
    });

    public static byte[] Error(RpcId id, RpcError error) => Write(writer =>
    {
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, error.Code);
        writer.WriteString("message"u8, error.Message);
        WriteData(writer, error);
        writer.WriteEndObject();
        id.Write(writer);
    });

    public static byte[] Notification(string method, Action<Utf8JsonWriter>? parameters) => Write(writer =>
    {
        writer.WriteString("method"u8, method);
        if (parameters is null) return;
        writer.WritePropertyName("params"u8);
        parameters(writer);
    });

    /// <summary>The answers of a batch in one array.</summary>
    public static byte[] Batch(IReadOnlyList<byte[]> answers)
    {
        var text = new byte[answers.Sum(answer => answer.Length + 1) + 1];
        var at = 0;
        foreach (var answer in answers)
        {
            text[at] = at == 0 ? (byte)'[' : (byte)',';
            answer.CopyTo(text, at + 1);
            at += answer.Length + 1;
        }

        text[at] = (byte)']';
        return text;
    }

    private static void WriteData(Utf8JsonWriter writer, RpcError error)
    {
        if (error is { NeutralCode: null, Field: null, VendorCode: null, VendorText: null }) return;
        writer.WriteStartObject("data"u8);
        if (error.NeutralCode is { } code) writer.WriteString("code"u8, code);
        if (error.Field is { } field) writer.WriteString("field"u8, field);
        if (error.VendorCode is { } vendorCode) writer.WriteNumber("vendorCode"u8, vendorCode);
        if (error.VendorText is { } vendorText) writer.WriteString("vendorText"u8, vendorText);
        writer.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        members(writer);
        if (writer.CurrentDepth != 1) throw new InvalidOperationException("a value was begun and not ended, or ended twice");
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
