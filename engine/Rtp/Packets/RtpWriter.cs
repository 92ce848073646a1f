using System.Buffers.Binary;
using ConfEngine.Rtp.Extensions;

namespace ConfEngine.Rtp.Packets;

/// <summary>Builds one RTP packet in a caller's buffer: header at once, then extensions, payload and padding in that order. A step that
/// does
/// not fit or comes too late says no and leaves what was there.</summary>
public ref struct RtpWriter
{
    private readonly Span<byte> _buffer;
    private readonly ExtensionForm _form;
    private int _extensionStart;
    private bool _closed;

    /// <summary>Writes the header.</summary>
    /// <param name="buffer">Where to; at least 12 bytes and 4 for each contributing source.</param>
    /// <param name="header">The fixed fields.</param>
    /// <param name="form">How extensions are coded; two-byte only where it was negotiated (a=extmap-allow-mixed).</param>
    /// <param name="contributing">Up to 15 contributing sources.</param>
    public RtpWriter(
        Span<byte> buffer, in RtpHeader header, ExtensionForm form = ExtensionForm.OneByte, ReadOnlySpan<Ssrc> contributing = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contributing.Length, 15);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(header.PayloadType.Value, PayloadType.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer.Length, RtpPacket.FixedHeaderLength + 4 * contributing.Length);
        _buffer = buffer;
        _form = form;
        buffer[0] = (byte)(0x80 | contributing.Length);
        buffer[1] = (byte)(header.PayloadType.Value | (header.Marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(buffer[2..], header.SequenceNumber.Value);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[4..], header.Timestamp.Value);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[8..], header.Ssrc.Value);
        Length = RtpPacket.FixedHeaderLength;
        foreach (var source in contributing)
        {
            BinaryPrimitives.WriteUInt32BigEndian(buffer[Length..], source.Value);
            Length += 4;
        }
    }

    /// <summary>Bytes written so far; extensions are rounded up to whole words by the step after them, or by
    /// <see cref="Finish"/>.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a header extension (RFC 8285, 4.2 and 4.3).</summary>
    /// <returns>False when id or length do not suit the form, when there is no room, or when the payload has begun.</returns>
    public bool TryAddExtension(byte id, scoped ReadOnlySpan<byte> value)
    {
        var oneByte = _form == ExtensionForm.OneByte;
        if (_closed || (oneByte ? id is 0 or > 14 || value.Length is 0 or > 16 : id == 0 || value.Length > 255)) return false;
        var start = _extensionStart == 0 ? Length + 4 : Length;
        var end = start + (oneByte ? 1 : 2) + value.Length;
        if (((end + 3) & ~3) > _buffer.Length) return false;
        if (_extensionStart == 0) _extensionStart = start;
        if (oneByte)
        {
            _buffer[start] = (byte)(id << 4 | (value.Length - 1));
        }
        else
        {
            _buffer[start] = id;
            _buffer[start + 1] = (byte)value.Length;
        }

        value.CopyTo(_buffer[(end - value.Length)..]);
        Length = end;
        return true;
    }

    /// <summary>Adds bytes of payload.</summary>
    /// <returns>False when they do not fit; nothing is added then.</returns>
    public bool TryAddPayload(scoped ReadOnlySpan<byte> bytes)
    {
        CloseExtensions();
        if ((_buffer[0] & 0x20) != 0 || !bytes.TryCopyTo(_buffer[Length..])) return false;
        Length += bytes.Length;
        return true;
    }

    /// <summary>Ends the packet with padding.</summary>
    /// <param name="count">1..255 bytes, the length byte included.</param>
    /// <returns>False when it does not fit or there is padding already.</returns>
    public bool TryAddPadding(int count)
    {
        CloseExtensions();
        if (count is < 1 or > 255 || (_buffer[0] & 0x20) != 0 || Length + count > _buffer.Length) return false;
        _buffer.Slice(Length, count).Clear();
        Length += count;
        _buffer[Length - 1] = (byte)count;
        _buffer[0] |= 0x20;
        return true;
    }

    /// <summary>Rounds off and returns the length of the packet.</summary>
    public int Finish()
    {
        CloseExtensions();
        return Length;
    }

    private void CloseExtensions()
    {
        if (_closed) return;
        _closed = true;
        if (_extensionStart == 0) return;
        while ((Length - _extensionStart) % 4 != 0) _buffer[Length++] = 0;
        _buffer[0] |= 0x10;
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_extensionStart - 4)..],
            _form == ExtensionForm.OneByte ? ExtensionList.OneByteProfile : ExtensionList.TwoByteProfile);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_extensionStart - 2)..], (ushort)((Length - _extensionStart) / 4));
    }
}
