using System.Buffers;

namespace MessagePack.Formatters;

internal sealed class ByteArrayFormatter : IMessagePackFormatter<byte[]?>
{
    public void Serialize(ref MessagePackWriter writer, byte[]? value, MessagePackSerializerOptions options) => writer.Write(value);

    public byte[]? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes() is { } bytes ? bytes.ToArray() : null;
}

internal sealed class MemoryFormatter : IMessagePackFormatter<Memory<byte>>
{
    public void Serialize(ref MessagePackWriter writer, Memory<byte> value, MessagePackSerializerOptions options) => writer.Write(value.Span);

    public Memory<byte> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes() is { } bytes ? bytes.ToArray() : default(Memory<byte>);
}

internal sealed class ReadOnlyMemoryFormatter : IMessagePackFormatter<ReadOnlyMemory<byte>>
{
    public void Serialize(ref MessagePackWriter writer, ReadOnlyMemory<byte> value, MessagePackSerializerOptions options) => writer.Write(value.Span);

    public ReadOnlyMemory<byte> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes() is { } bytes ? bytes.ToArray() : default(ReadOnlyMemory<byte>);
}

internal sealed class ReadOnlySequenceFormatter : IMessagePackFormatter<ReadOnlySequence<byte>>
{
    public void Serialize(ref MessagePackWriter writer, ReadOnlySequence<byte> value, MessagePackSerializerOptions options) => writer.Write(value);

    public ReadOnlySequence<byte> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes() is { } bytes ? new ReadOnlySequence<byte>(bytes.ToArray()) : default;
}

internal sealed class ArraySegmentFormatter : IMessagePackFormatter<ArraySegment<byte>>
{
    public void Serialize(ref MessagePackWriter writer, ArraySegment<byte> value, MessagePackSerializerOptions options)
    {
        if (value.Array is null) writer.WriteNil();
        else writer.Write(value.AsSpan());
    }

    public ArraySegment<byte> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadBytes() is { } bytes ? new ArraySegment<byte>(bytes.ToArray()) : default;
}
