using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using MessagePack;

namespace ConfEngine.Contract.Wire;

/// <summary>Payloads to bytes and back, with the settings for data that nobody vouches for.</summary>
public static class MessageCodec
{
    /// <summary>Depth and hashing are guarded; see MessagePack's <c>UntrustedData</c>.</summary>
    public static MessagePackSerializerOptions Options { get; } =
        MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(MessageLimits.MaxDepth));

    /// <summary>The bytes of a payload.</summary>
    public static byte[] Encode<T>(T payload) => MessagePackSerializer.Serialize(payload, Options);

    /// <summary>Appends the bytes of a payload.</summary>
    public static void Encode<T>(IBufferWriter<byte> output, T payload) => MessagePackSerializer.Serialize(output, payload, Options);

    /// <summary>Reads a payload; empty bytes and nil give false, for every payload is an array.</summary>
    /// <param name="bytes">The bytes of one value.</param>
    /// <param name="payload">What they say.</param>
    /// <param name="error">What is wrong with them, in one line.</param>
    public static bool TryDecode<T>(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out T? payload, [NotNullWhen(false)] out string? error)
    {
        payload = default;
        error = null;
        if (bytes.IsEmpty)
        {
            error = $"no payload where {typeof(T).Name} is expected";
            return false;
        }

        try
        {
            payload = MessagePackSerializer.Deserialize<T>(bytes, Options);
        }
        catch (MessagePackSerializationException e)
        {
            error = $"not a {typeof(T).Name}: {(e.InnerException ?? e).Message}";
            return false;
        }

        if (payload is null) error = $"nil where {typeof(T).Name} is expected";
        return payload is not null;
    }
}
