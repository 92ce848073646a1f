using System.Buffers.Binary;
using System.Security.Cryptography;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Stun;

/// <summary>A received STUN message, read in place (RFC 8489, section 5). Parsing checks the framing and the FINGERPRINT; who sent it is
/// only known after <see cref="IsAuthentic"/>.</summary>
public readonly ref struct StunMessage
{
    /// <summary>Bytes before the first attribute.</summary>
    public const int HeaderSize = 20;

    /// <summary>Fixed value that tells STUN from other protocols, and key of XOR-MAPPED-ADDRESS.</summary>
    public const uint MagicCookie = 0x2112A442;

    /// <summary>What CRC-32 is XORed with in FINGERPRINT: "STUN" in ASCII.</summary>
    internal const uint FingerprintMask = 0x5354554E;

    private const int AttributeHeaderSize = 4;
    private const int IntegritySize = 20;

    private readonly ReadOnlySpan<byte> _datagram;
    private readonly int _attributesEnd;
    private readonly int _integrityOffset;

    private StunMessage(ReadOnlySpan<byte> datagram, int attributesEnd, int integrityOffset)
    {
        _datagram = datagram;
        _attributesEnd = attributesEnd;
        _integrityOffset = integrityOffset;
    }

    /// <summary>Class and method as they stand on the wire; may be none of the named values.</summary>
    public StunMessageType Type => (StunMessageType)BinaryPrimitives.ReadUInt16BigEndian(_datagram);

    /// <summary>The 12 bytes that pair a response with its request.</summary>
    public ReadOnlySpan<byte> TransactionId => _datagram.Slice(8, 12);

    /// <summary>True when the message carries MESSAGE-INTEGRITY, right or wrong.</summary>
    public bool HasIntegrity => _integrityOffset > 0;

    /// <summary>Reads a datagram. False for anything that is not one whole, well-formed STUN message with a right FINGERPRINT if any.</summary>
    public static bool TryParse(ReadOnlySpan<byte> datagram, out StunMessage message)
    {
        message = default;
        if (datagram.Length < HeaderSize || (datagram[0] & 0xC0) != 0) return false;
        if (BinaryPrimitives.ReadUInt32BigEndian(datagram[4..]) != MagicCookie) return false;
        int length = BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]);
        if (length % 4 != 0 || length != datagram.Length - HeaderSize) return false;

        var offset = HeaderSize;
        var integrityOffset = 0;
        while (offset < datagram.Length)
        {
            // Attributes are padded to four bytes and the length is a multiple of four, so a header always fits.
            var type = (StunAttribute)BinaryPrimitives.ReadUInt16BigEndian(datagram[offset..]);
            int size = BinaryPrimitives.ReadUInt16BigEndian(datagram[(offset + 2)..]);
            var next = offset + AttributeHeaderSize + ((size + 3) & ~3);
            if (next > datagram.Length) return false;
            if (type == StunAttribute.MessageIntegrity && integrityOffset == 0)
            {
                if (size != IntegritySize) return false;
                integrityOffset = offset;
            }

            if (type == StunAttribute.Fingerprint)
            {
                if (size != 4 || next != datagram.Length) return false;
                if (!IsFingerprintRight(datagram, offset)) return false;
            }

            offset = next;
        }

        message = new StunMessage(datagram, integrityOffset > 0 ? integrityOffset : datagram.Length, integrityOffset);
        return true;
    }

    /// <summary>True when MESSAGE-INTEGRITY is there and made with <paramref name="password"/> (short-term credentials, RFC 8489, section 9.1).</summary>
    /// <param name="password">The UTF-8 bytes of the ICE password.</param>
    public bool IsAuthentic(ReadOnlySpan<byte> password)
    {
        if (!HasIntegrity || _integrityOffset > StunWriter.MaxSize) return false;
        // The length field counts up to and including MESSAGE-INTEGRITY, whatever follows it (RFC 8489, section 14.5).
        Span<byte> covered = stackalloc byte[_integrityOffset];
        _datagram[.._integrityOffset].CopyTo(covered);
        BinaryPrimitives.WriteUInt16BigEndian(
            covered[2..], (ushort)(_integrityOffset - HeaderSize + AttributeHeaderSize + IntegritySize));
        Span<byte> expected = stackalloc byte[IntegritySize];
        HMACSHA1.HashData(password, covered, expected);
        return CryptographicOperations.FixedTimeEquals(
            expected, _datagram.Slice(_integrityOffset + AttributeHeaderSize, IntegritySize));
    }

    /// <summary>Finds the first attribute of a type among those that MESSAGE-INTEGRITY covers.</summary>
    public bool TryGet(StunAttribute wanted, out ReadOnlySpan<byte> value)
    {
        for (var offset = HeaderSize; offset < _attributesEnd;)
        {
            var type = (StunAttribute)BinaryPrimitives.ReadUInt16BigEndian(_datagram[offset..]);
            int size = BinaryPrimitives.ReadUInt16BigEndian(_datagram[(offset + 2)..]);
            if (type == wanted)
            {
                value = _datagram.Slice(offset + AttributeHeaderSize, size);
                return true;
            }

            offset += AttributeHeaderSize + ((size + 3) & ~3);
        }

        value = default;
        return false;
    }

    /// <summary>Reads a 32-bit attribute such as PRIORITY.</summary>
    public bool TryGetUInt32(StunAttribute wanted, out uint value)
    {
        value = 0;
        return TryGet(wanted, out var bytes) && bytes.Length == 4 && BinaryPrimitives.TryReadUInt32BigEndian(bytes, out value);
    }

    /// <summary>Reads a 64-bit attribute: the tie-breaker of ICE-CONTROLLED and ICE-CONTROLLING.</summary>
    public bool TryGetUInt64(StunAttribute wanted, out ulong value)
    {
        value = 0;
        return TryGet(wanted, out var bytes) && bytes.Length == 8 && BinaryPrimitives.TryReadUInt64BigEndian(bytes, out value);
    }

    /// <summary>Reads the number of ERROR-CODE, 300 to 699.</summary>
    public bool TryGetErrorCode(out int code)
    {
        code = 0;
        if (!TryGet(StunAttribute.ErrorCode, out var bytes) || bytes.Length < 4) return false;
        code = (bytes[2] & 7) * 100 + bytes[3];
        return true;
    }

    /// <summary>Reads XOR-MAPPED-ADDRESS (RFC 8489, section 14.2).</summary>
    public bool TryGetMappedAddress(out UdpAddress address)
    {
        address = default;
        if (!TryGet(StunAttribute.XorMappedAddress, out var value) || value.Length < 8) return false;
        var size = value[1] switch { 1 => 4, 2 => 16, _ => 0 };
        if (size == 0 || value.Length != 4 + size) return false;
        var port = (ushort)(BinaryPrimitives.ReadUInt16BigEndian(value[2..]) ^ (MagicCookie >> 16));
        Span<byte> host = stackalloc byte[size];
        for (var i = 0; i < size; i++) host[i] = (byte)(value[4 + i] ^ _datagram[4 + i]);
        address = UdpAddress.FromBytes(host, port);
        return true;
    }

    /// <summary>The first attribute that must be understood (type below 0x8000) and is not, or 0.</summary>
    public ushort FirstUnknownRequired()
    {
        for (var offset = HeaderSize; offset < _attributesEnd;)
        {
            var type = BinaryPrimitives.ReadUInt16BigEndian(_datagram[offset..]);
            if (type < 0x8000 && !Enum.IsDefined((StunAttribute)type)) return type;
            offset += AttributeHeaderSize + ((BinaryPrimitives.ReadUInt16BigEndian(_datagram[(offset + 2)..]) + 3) & ~3);
        }

        return 0;
    }

    private static bool IsFingerprintRight(ReadOnlySpan<byte> datagram, int offset) =>
        BinaryPrimitives.ReadUInt32BigEndian(datagram[(offset + AttributeHeaderSize)..])
        == (Crc32.Compute(datagram[..offset]) ^ FingerprintMask);
}
