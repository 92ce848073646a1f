using System.Buffers.Binary;

namespace ConfEngine.Contract.Wire;

/// <summary>Messages on a stream of bytes: each is preceded by its length in bytes, unsigned, 4 bytes, most significant first.</summary>
public static class MessageFraming
{
    /// <summary>The size of the length.</summary>
    public const int HeaderBytes = 4;

    /// <summary>Writes the length of a message.</summary>
    public static void WriteHeader(Span<byte> header, int length) => BinaryPrimitives.WriteUInt32BigEndian(header, (uint)length);

    /// <summary>Reads one message; blocks until it is whole.</summary>
    /// <param name="stream">Where it comes from.</param>
    /// <param name="buffer">Holds the message; replaced by a larger one when needed. Its owner may use it again for the next.</param>
    /// <param name="length">The message's length.</param>
    /// <returns>False when the stream has ended between two messages.</returns>
    /// <exception cref="InvalidDataException">The length is 0 or above <see cref="MessageLimits.MaxBytes"/>, or the stream ends within a message.</exception>
    public static bool TryRead(Stream stream, ref byte[] buffer, out int length)
    {
        length = 0;
        Span<byte> header = stackalloc byte[HeaderBytes];
        var got = stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        if (got == 0) return false;
        if (got < HeaderBytes) throw new InvalidDataException("the stream ends within a message's length");
        var announced = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (announced is 0 or > MessageLimits.MaxBytes)
            throw new InvalidDataException($"a message of {announced} bytes is announced; 1 to {MessageLimits.MaxBytes} are allowed");
        // Grown by what arrives, so that an announcement alone takes no memory.
        for (length = 0; length < announced;)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(announced, Math.Max(1024L, buffer.Length * 2L)));
            var read = stream.Read(buffer, length, (int)Math.Min(announced, buffer.Length) - length);
            if (read == 0) throw new InvalidDataException($"the stream ends after {length} of {announced} bytes of a message");
            length += read;
        }

        return true;
    }
}
