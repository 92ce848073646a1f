using System.Buffers;
using System.Text.Json;

namespace ConfEngine.Control.Http;

/// <summary>An HTTP reply.</summary>
/// <param name="Status">200, 404, …</param>
/// <param name="ContentType">Empty when there is no body.</param>
/// <param name="Body">What goes with it.</param>
public sealed record ControlReply(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Further headers, as <c>Location</c> and <c>ETag</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>An error: <c>{"error":{"code":…,"message":…}}</c>.</summary>
    /// <param name="status">400 and above.</param>
    /// <param name="code">The reason as a word.</param>
    /// <param name="message">One line for a person.</param>
    public static ControlReply Error(int status, string code, string message)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, code);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return new ControlReply(status, "application/json", buffer.WrittenSpan.ToArray());
    }
}
