namespace ConfEngine.Rtp.Payloads;

/// <summary>VP8 payloads from frames (RFC 7741), with a 15-bit picture id, which receivers need to tell a lost frame from a dropped
/// one.</summary>
/// <param name="firstPictureId">Where the count of pictures starts.</param>
public sealed class Vp8Packetizer(ushort firstPictureId = 0) : IPacketizer
{
    private const int DescriptorLength = 4;
    private ReadOnlyMemory<byte> _rest;
    private bool _isStart;
    private ushort _pictureId = (ushort)(firstPictureId - 1);

    /// <inheritdoc/>
    public void Begin(ReadOnlyMemory<byte> frame)
    {
        _rest = frame;
        _isStart = true;
        _pictureId++;
    }

    /// <inheritdoc/>
    public bool TryNext(Span<byte> payload, out int length, out bool isLast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(payload.Length, IPacketizer.MinPayloadLength);
        length = 0;
        isLast = false;
        if (_rest.IsEmpty) return false;
        // Packets of equal size lose less to a queue that is nearly full than full ones and a small rest.
        var room = payload.Length - DescriptorLength;
        var packets = (_rest.Length + room - 1) / room;
        var take = (_rest.Length + packets - 1) / packets;
        payload[0] = (byte)(0x80 | (_isStart ? 0x10 : 0));
        payload[1] = 0x80;
        payload[2] = (byte)(0x80 | _pictureId >> 8 & 0x7f);
        payload[3] = (byte)_pictureId;
        _rest.Span[..take].CopyTo(payload[DescriptorLength..]);
        _rest = _rest[take..];
        _isStart = false;
        length = DescriptorLength + take;
        isLast = _rest.IsEmpty;
        return true;
    }
}
