using System.Buffers;
using MessagePack.Objects;

namespace MessagePack;

/// <content>The same for types that are known at run time only.</content>
public static partial class MessagePackSerializer
{
    public static void Serialize(Type type, ref MessagePackWriter writer, object? obj, MessagePackSerializerOptions? options = null) =>
        Door.Of(type).Serialize(ref writer, obj, options);

    public static void Serialize(Type type, IBufferWriter<byte> writer, object? obj, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var fast = new MessagePackWriter(writer) { CancellationToken = cancellationToken };
        Door.Of(type).Serialize(ref fast, obj, options);
        fast.Flush();
    }

    public static byte[] Serialize(Type type, object? obj, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var scratch = Scratch.Rent();
        Serialize(type, scratch.Output, obj, options, cancellationToken);
        return scratch.Output.WrittenSpan.ToArray();
    }

    public static void Serialize(Type type, Stream stream, object? obj, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var scratch = Scratch.Rent();
        Serialize(type, scratch.Output, obj, options, cancellationToken);
        Streams.Write(stream, scratch.Output.WrittenSpan);
    }

    public static async Task SerializeAsync(Type type, Stream stream, object? obj, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await Streams.WriteAsync(stream, Serialize(type, obj, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public static object? Deserialize(Type type, ref MessagePackReader reader, MessagePackSerializerOptions? options = null) =>
        Door.Of(type).Deserialize(ref reader, options);

    public static object? Deserialize(Type type, ReadOnlyMemory<byte> bytes, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(bytes) { CancellationToken = cancellationToken };
        return Deserialize(type, ref reader, options);
    }

    public static object? Deserialize(Type type, ReadOnlySequence<byte> bytes, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(bytes) { CancellationToken = cancellationToken };
        return Deserialize(type, ref reader, options);
    }

    public static object? Deserialize(Type type, Stream stream, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Deserialize(type, Streams.ReadAll(stream).AsMemory(), options, cancellationToken);
    }

    public static async ValueTask<object?> DeserializeAsync(Type type, Stream stream, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var all = await Streams.ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
        return Deserialize(type, all.AsMemory(), options, cancellationToken);
    }
}
