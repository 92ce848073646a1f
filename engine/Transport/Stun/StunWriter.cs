using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Stun;

/// <summary>Builds one STUN message in a caller's buffer, which must hold <see cref="MaxSize"/> bytes. Attributes go in the order of the calls;
/// <see cref="Finish"/> adds MESSAGE-INTEGRITY and FINGERPRINT, which come last.</summary>
public ref struct StunWriter
{
    /// <summary>The most a message built or checked here can take: below the smallest IPv4 path.</summary>
    public const int MaxSize = 548;

    private readonly Span<byte> _buffer;
    private int _length;

    /// <summary>Starts a message.</summary>
    /// <param name="buffer">At least <see cref="MaxSize"/> bytes.</param>
    /// <param name="type">Class and method.</param>
    /// <param name="transactionId">12 bytes: random in a request, the request's in a response.</param>
    public StunWriter(Span<byte> buffer, StunMessageType type, ReadOnlySpan<byte> transactionId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer.Length, MaxSize);
        _buffer = buffer;
        BinaryPrimitives.WriteUInt16BigEndian(buffer, (ushort)type);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[4..], StunMessage.MagicCookie);
        transactionId.CopyTo(buffer.Slice(8, 12));
        _length = StunMessage.HeaderSize;
    }

    /// <summary>Adds an attribute with any value; an empty one for flags.</summary>
    public void Add(StunAttribute type, scoped ReadOnlySpan<byte> value)
    {
        var destination = Reserve(type, value.Length);
        value.CopyTo(destination);
    }

    /// <summary>Adds text as UTF-8.</summary>
    public void AddText(StunAttribute type, string text)
    {
        var destination = Reserve(type, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, destination);
    }

    /// <summary>Adds a 32-bit number.</summary>
    public void AddUInt32(StunAttribute type, uint value) => BinaryPrimitives.WriteUInt32BigEndian(Reserve(type, 4), value);

    /// <summary>Adds a 64-bit number.</summary>
    public void AddUInt64(StunAttribute type, ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Reserve(type, 8), value);

    /// <summary>Adds ERROR-CODE.</summary>
    public void AddError(int code, string reason)
    {
        var value = Reserve(StunAttribute.ErrorCode, 4 + Encoding.UTF8.GetByteCount(reason));
        value[2] = (byte)(code / 100);
        value[3] = (byte)(code % 100);
        Encoding.UTF8.GetBytes(reason, value[4..]);
    }

    /// <summary>Adds XOR-MAPPED-ADDRESS.</summary>
    public void AddMappedAddress(in UdpAddress address)
    {
        var value = Reserve(StunAttribute.XorMappedAddress, address.IsV6 ? 20 : 8);
        value[1] = (byte)(address.IsV6 ? 2 : 1);
        BinaryPrimitives.WriteUInt16BigEndian(value[2..], (ushort)(address.Port ^ (StunMessage.MagicCookie >> 16)));
        var size = address.WriteHost(value[4..]);
        for (var i = 0; i < size; i++) value[4 + i] ^= _buffer[4 + i];
    }

    /// <summary>Seals the message with <paramref name="password"/> (no MESSAGE-INTEGRITY when empty) and returns its length.</summary>
    public int Finish(scoped ReadOnlySpan<byte> password)
    {
        if (!password.IsEmpty)
        {
            var covered = _length;
            var integrity = Reserve(StunAttribute.MessageIntegrity, 20);
            WriteLength();
            HMACSHA1.HashData(password, _buffer[..covered], integrity);
        }

        var checkedLength = _length;
        var fingerprint = Reserve(StunAttribute.Fingerprint, 4);
        WriteLength();
        BinaryPrimitives.WriteUInt32BigEndian(fingerprint, Crc32.Compute(_buffer[..checkedLength]) ^ StunMessage.FingerprintMask);
        return _length;
    }

    private readonly void WriteLength() =>
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[2..], (ushort)(_length - StunMessage.HeaderSize));

    private Span<byte> Reserve(StunAttribute type, int size)
    {
        var padded = (size + 3) & ~3;
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[_length..], (ushort)type);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_length + 2)..], (ushort)size);
        var value = _buffer.Slice(_length + 4, padded);
        value.Clear();
        _length += 4 + padded;
        return value[..size];
    }
}
