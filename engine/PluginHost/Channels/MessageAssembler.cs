using System.Buffers.Binary;
using ConfEngine.Contract.Wire;

namespace ConfEngine.PluginHost.Channels;

/// <summary>Puts messages together from pieces of a stream, in whatever sizes they come. The framing is that of <see cref="MessageFraming"/>; the difference is that
/// nobody waits here. One thread at a time.</summary>
internal sealed class MessageAssembler
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Whether a message has begun and is not whole.</summary>
    public bool IsWithinMessage => _end > _start;

    /// <summary>Where the next piece goes; at least 4096 bytes.</summary>
    public Span<byte> Free()
    {
        if (_start == _end) (_start, _end) = (0, 0);
        if (_buffer.Length - _end < 4096)
        {
            var waiting = _buffer.AsSpan(_start, _end - _start);
            // Grown by what arrives, so that an announcement alone takes no memory.
            var next = waiting.Length * 2 > _buffer.Length ? new byte[Math.Min(_buffer.Length * 2, MessageLimits.MaxBytes + (64 * 1024))] : _buffer;
            waiting.CopyTo(next);
            (_start, _end, _buffer) = (0, waiting.Length, next);
        }

        return _buffer.AsSpan(_end);
    }

    /// <summary>So many bytes have been put there.</summary>
    public void Advance(int count) => _end += count;

    /// <summary>Takes the next message; it lives until <see cref="Free"/> is called.</summary>
    /// <exception cref="InvalidDataException">A length that is not allowed.</exception>
    public bool TryTake(out ReadOnlyMemory<byte> message)
    {
        message = default;
        if (_end - _start < MessageFraming.HeaderBytes) return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_start));
        if (length is 0 or > MessageLimits.MaxBytes)
            throw new InvalidDataException($"sent a message of {length} bytes; 1 to {MessageLimits.MaxBytes} are allowed");
        if (_end - _start - MessageFraming.HeaderBytes < length) return false;
        message = _buffer.AsMemory(_start + MessageFraming.HeaderBytes, (int)length);
        _start += MessageFraming.HeaderBytes + (int)length;
        return true;
    }
}
