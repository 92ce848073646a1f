using System.Buffers;
using MessagePack.Objects;

namespace MessagePack;

/// <summary>Objects to MessagePack and back. Whatever goes wrong is thrown as <see cref="MessagePackSerializationException"/>, with the cause inside.</summary>
public static partial class MessagePackSerializer
{
    private static MessagePackSerializerOptions? _defaultOptions;

    /// <summary>What is used where no options are given.</summary>
    public static MessagePackSerializerOptions DefaultOptions
    {
        get => _defaultOptions ?? MessagePackSerializerOptions.Standard;
        set => _defaultOptions = value ?? throw new ArgumentNullException(nameof(value));
    }

    public static void Serialize<T>(ref MessagePackWriter writer, T value, MessagePackSerializerOptions? options = null)
    {
        options ??= DefaultOptions;
        var before = writer.OldSpec;
        if (options.OldSpec is bool old) writer.OldSpec = old;
        try
        {
            options.Resolver.GetFormatterWithVerify<T>().Serialize(ref writer, value, options);
        }
        catch (Exception fault)
        {
            throw new MessagePackSerializationException($"Failed to serialize {typeof(T).FullName} value.", fault);
        }
        finally
        {
            writer.OldSpec = before;
        }
    }

    public static void Serialize<T>(IBufferWriter<byte> writer, T value, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var fast = new MessagePackWriter(writer) { CancellationToken = cancellationToken };
        Serialize(ref fast, value, options);
        fast.Flush();
    }

    public static byte[] Serialize<T>(T value, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var scratch = Scratch.Rent();
        Serialize(scratch.Output, value, options, cancellationToken);
        return scratch.Output.WrittenSpan.ToArray();
    }

    public static void Serialize<T>(Stream stream, T value, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var scratch = Scratch.Rent();
        Serialize(scratch.Output, value, options, cancellationToken);
        Streams.Write(stream, scratch.Output.WrittenSpan);
    }

    public static async Task SerializeAsync<T>(Stream stream, T value, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await Streams.WriteAsync(stream, Serialize(value, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public static T Deserialize<T>(ref MessagePackReader reader, MessagePackSerializerOptions? options = null)
    {
        options ??= DefaultOptions;
        try
        {
            return options.Resolver.GetFormatterWithVerify<T>().Deserialize(ref reader, options);
        }
        catch (Exception fault)
        {
            throw new MessagePackSerializationException($"Failed to deserialize {typeof(T).FullName} value.", fault);
        }
    }

    public static T Deserialize<T>(in ReadOnlySequence<byte> byteSequence, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(byteSequence) { CancellationToken = cancellationToken };
        return Deserialize<T>(ref reader, options);
    }

    public static T Deserialize<T>(ReadOnlyMemory<byte> buffer, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(buffer) { CancellationToken = cancellationToken };
        return Deserialize<T>(ref reader, options);
    }

    public static T Deserialize<T>(ReadOnlyMemory<byte> buffer, out int bytesRead, CancellationToken cancellationToken = default) =>
        Deserialize<T>(buffer, null, out bytesRead, cancellationToken);

    public static T Deserialize<T>(ReadOnlyMemory<byte> buffer, MessagePackSerializerOptions? options, out int bytesRead, CancellationToken cancellationToken = default)
    {
        var reader = new MessagePackReader(buffer) { CancellationToken = cancellationToken };
        var value = Deserialize<T>(ref reader, options);
        bytesRead = (int)reader.Consumed;
        return value;
    }

    /// <summary>Reads the stream to its end, and the first value of what was read. A stream that can seek is left behind that value.</summary>
    public static T Deserialize<T>(Stream stream, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var all = Streams.ReadAll(stream);
        var value = Deserialize<T>(all, options, out var used, cancellationToken);
        if (stream.CanSeek) stream.Seek(used - all.Length, SeekOrigin.Current);
        return value;
    }

    /// <inheritdoc cref="Deserialize{T}(Stream, MessagePackSerializerOptions?, CancellationToken)"/>
    public static async ValueTask<T> DeserializeAsync<T>(Stream stream, MessagePackSerializerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var all = await Streams.ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
        var value = Deserialize<T>(all, options, out var used, cancellationToken);
        if (stream.CanSeek) stream.Seek(used - all.Length, SeekOrigin.Current);
        return value;
    }
}
