using System.Buffers;
using System.Text.Json;
using MessagePack.Json;
using MessagePack.Objects;

namespace MessagePack;

/// <content>MessagePack as JSON, for people to read and for tests to compare.</content>
public static partial class MessagePackSerializer
{
    public static string SerializeToJson<T>(T obj, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default) =>
        ConvertToJson(Serialize(obj, options, cancellationToken).AsMemory(), options, cancellationToken);

    public static void SerializeToJson<T>(TextWriter textWriter, T obj, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        textWriter.Write(SerializeToJson(obj, options, cancellationToken));
    }

    public static string ConvertToJson(ReadOnlyMemory<byte> bytes, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sequence = new ReadOnlySequence<byte>(bytes);
        return ConvertToJson(sequence, options, cancellationToken);
    }

    public static string ConvertToJson(in ReadOnlySequence<byte> bytes, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var text = new StringWriter();
        var reader = new MessagePackReader(bytes) { CancellationToken = cancellationToken };
        ConvertToJson(ref reader, text, options);
        return text.ToString();
    }

    public static void ConvertToJson(ref MessagePackReader reader, TextWriter jsonWriter, MessagePackSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(jsonWriter);
        if (!reader.End) JsonText.Write(ref reader, jsonWriter, (options ?? DefaultOptions).Security);
    }

    public static byte[] ConvertFromJson(string str, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(str);
        using var scratch = Scratch.Rent();
        var writer = new MessagePackWriter(scratch.Output) { CancellationToken = cancellationToken };
        using var text = new StringReader(str);
        ConvertFromJson(text, ref writer, options);
        writer.Flush();
        return scratch.Output.WrittenSpan.ToArray();
    }

    /// <exception cref="MessagePackSerializationException">The text is no JSON.</exception>
    public static void ConvertFromJson(TextReader reader, ref MessagePackWriter writer, MessagePackSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var deepest = (options ?? DefaultOptions).Security.MaximumObjectGraphDepth;
        try
        {
            using var document = JsonDocument.Parse(reader.ReadToEnd(), new JsonDocumentOptions { MaxDepth = deepest });
            JsonText.Read(document.RootElement, ref writer);
        }
        catch (JsonException fault)
        {
            throw new MessagePackSerializationException("The text is no JSON.", fault);
        }
    }
}
