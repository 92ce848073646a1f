using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Errors;
using MessagePack;

namespace ConfEngine.Contract.Wire;

/// <summary>What a message is; the first element of the array.</summary>
public enum EnvelopeKind
{
    /// <summary><c>[0, id, method, deadline_ms, payload]</c></summary>
    Request = 0,

    /// <summary><c>[1, id, error, payload]</c></summary>
    Response = 1,

    /// <summary><c>[2, method, payload]</c></summary>
    Notification = 2,

    /// <summary><c>[3, id]</c></summary>
    Cancel = 3,
}

/// <summary>One message that was read. Its payload lies in the bytes it was read from and lives as long as they do.</summary>
public readonly struct Envelope
{
    private Envelope(EnvelopeKind kind, uint id, string method, int deadlineMs, ContractError? error, ReadOnlyMemory<byte> payload) =>
        (Kind, Id, Method, DeadlineMs, Error, Payload) = (kind, id, method, deadlineMs, error, payload);

    /// <summary>What it is.</summary>
    public EnvelopeKind Kind { get; }

    /// <summary>The request it belongs to; 0 in a notification.</summary>
    public uint Id { get; }

    /// <summary>The method or the event; empty in a response and a cancel.</summary>
    public string Method { get; }

    /// <summary>How long the request may take, in ms from its arrival; 0 for no limit.</summary>
    public int DeadlineMs { get; }

    /// <summary>Why the request failed; null when it did not.</summary>
    public ContractError? Error { get; }

    /// <summary>One MessagePack value; empty when missing or nil.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>Reads one message, whatever its bytes are.</summary>
    /// <param name="message">The bytes of one message, without a length in front.</param>
    /// <param name="envelope">What it says.</param>
    /// <param name="error">What is wrong with it, in one line.</param>
    public static bool TryRead(ReadOnlyMemory<byte> message, out Envelope envelope, [NotNullWhen(false)] out string? error)
    {
        envelope = default;
        error = null;
        if (message.Length > MessageLimits.MaxBytes) return Fail($"{message.Length} bytes; the most is {MessageLimits.MaxBytes}", out error);
        try
        {
            var reader = new MessagePackReader(message);
            if (!MessageShape.TryMeasure(message, MessageLimits.MaxDepth, out var length, out error)) return false;
            if (length != message.Length) return Fail($"{message.Length - length} bytes after the message's end", out error);
            return TryRead(ref reader, message, out envelope, out error);
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return Fail($"not a message of the contract: {(e.InnerException ?? e).Message}", out error);
        }
    }

    private static bool TryRead(ref MessagePackReader reader, ReadOnlyMemory<byte> message, out Envelope envelope, [NotNullWhen(false)] out string? error)
    {
        envelope = default;
        error = null;
        if (reader.NextMessagePackType != MessagePackType.Array) return Fail("a message is an array", out error);
        var count = reader.ReadArrayHeader();
        if (count < 2) return Fail($"an array of {count}; a message has at least 2 elements", out error);
        var kind = reader.ReadInt32();
        var left = count - 1;
        switch ((EnvelopeKind)kind)
        {
            case EnvelopeKind.Request when left >= 3:
                envelope = new Envelope(EnvelopeKind.Request, reader.ReadUInt32(), ReadMethod(ref reader), ReadDeadline(ref reader), null, left > 3 ? ReadPayload(ref reader, message) : default);
                break;
            case EnvelopeKind.Response:
                var id = reader.ReadUInt32();
                var failure = left > 1 ? MessagePackSerializer.Deserialize<ContractError?>(ref reader, MessageCodec.Options) : null;
                envelope = new Envelope(EnvelopeKind.Response, id, "", 0, failure, left > 2 ? ReadPayload(ref reader, message) : default);
                break;
            case EnvelopeKind.Notification:
                envelope = new Envelope(EnvelopeKind.Notification, 0, ReadMethod(ref reader), 0, null, left > 1 ? ReadPayload(ref reader, message) : default);
                break;
            case EnvelopeKind.Cancel:
                envelope = new Envelope(EnvelopeKind.Cancel, reader.ReadUInt32(), "", 0, null, default);
                break;
            default:
                return Fail($"kind {kind} with {count} elements is no message of the contract", out error);
        }

        return envelope.Kind == EnvelopeKind.Notification || envelope.Id != 0 || Fail("id 0 is not used", out error);
    }

    private static string ReadMethod(ref MessagePackReader reader)
    {
        var name = reader.ReadString() ?? throw new MessagePackSerializationException("nil for a method's name");
        return name.Length is 0 or > MessageLimits.MaxMethodBytes ? throw new MessagePackSerializationException($"a method's name of {name.Length} characters") : name;
    }

    private static int ReadDeadline(ref MessagePackReader reader) => reader.TryReadNil() ? 0 : Math.Max(0, reader.ReadInt32());

    private static ReadOnlyMemory<byte> ReadPayload(ref MessagePackReader reader, ReadOnlyMemory<byte> message)
    {
        if (reader.TryReadNil()) return default;
        var start = (int)reader.Consumed;
        reader.Skip();
        return message[start..(int)reader.Consumed];
    }

    private static bool Fail(string what, out string error)
    {
        error = what;
        return false;
    }
}
