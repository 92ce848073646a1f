using System.Buffers;
using ConfEngine.Contract.Errors;
using MessagePack;

namespace ConfEngine.Contract.Wire;

/// <summary>Writes messages into a buffer that is used again. One thread at a time; what a method returns lives until the next call.</summary>
public sealed class EnvelopeWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    /// <summary><c>[0, id, method, deadline_ms, payload]</c></summary>
    public ReadOnlyMemory<byte> Request<T>(uint id, string method, int deadlineMs, T payload)
    {
        var writer = Begin(5, EnvelopeKind.Request);
        writer.Write(id);
        writer.Write(method);
        writer.Write(deadlineMs);
        return End(ref writer, payload);
    }

    /// <summary><c>[1, id, nil, payload]</c></summary>
    public ReadOnlyMemory<byte> Response<T>(uint id, T payload)
    {
        var writer = Begin(4, EnvelopeKind.Response);
        writer.Write(id);
        writer.WriteNil();
        return End(ref writer, payload);
    }

    /// <summary><c>[1, id, error, nil]</c></summary>
    public ReadOnlyMemory<byte> Failure(uint id, ContractError error)
    {
        var writer = Begin(4, EnvelopeKind.Response);
        writer.Write(id);
        MessagePackSerializer.Serialize(ref writer, error, MessageCodec.Options);
        writer.WriteNil();
        writer.Flush();
        return _buffer.WrittenMemory;
    }

    /// <summary><c>[2, method, payload]</c></summary>
    public ReadOnlyMemory<byte> Notification<T>(string method, T payload)
    {
        var writer = Begin(3, EnvelopeKind.Notification);
        writer.Write(method);
        return End(ref writer, payload);
    }

    /// <summary><c>[3, id]</c></summary>
    public ReadOnlyMemory<byte> Cancel(uint id)
    {
        var writer = Begin(2, EnvelopeKind.Cancel);
        writer.Write(id);
        writer.Flush();
        return _buffer.WrittenMemory;
    }

    private MessagePackWriter Begin(int elements, EnvelopeKind kind)
    {
        _buffer.ResetWrittenCount();
        var writer = new MessagePackWriter(_buffer);
        writer.WriteArrayHeader(elements);
        writer.Write((int)kind);
        return writer;
    }

    private ReadOnlyMemory<byte> End<T>(ref MessagePackWriter writer, T payload)
    {
        MessagePackSerializer.Serialize(ref writer, payload, MessageCodec.Options);
        writer.Flush();
        return _buffer.WrittenMemory;
    }
}
