using System.Buffers.Binary;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>Walks through the packets of an RTCP datagram, compound (RFC 3550, 6.1) or reduced-size (RFC 5506). Nothing is handed out of a
/// datagram whose lengths do not add up: one wrong length makes every packet behind it a guess.</summary>
public ref struct RtcpReader
{
    private ReadOnlySpan<byte> _rest;

    private RtcpReader(ReadOnlySpan<byte> data) => _rest = data;

    /// <summary>Checks the datagram's structure and starts at its first packet.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> datagram, out RtcpReader reader)
    {
        reader = default;
        var rest = datagram;
        while (!rest.IsEmpty)
        {
            if (rest.Length < 4 || rest[0] >> 6 != 2 || rest[1] is < 192 or > 223) return false;
            var length = LengthOf(rest);
            if (length > rest.Length) return false;
            if ((rest[0] & 0x20) != 0)
            {
                // Padding is for encryption in blocks: whole words, on the last packet only (RFC 3550, 6.4.1).
                var padding = rest[length - 1];
                if (length != rest.Length || padding == 0 || padding % 4 != 0 || padding > length - 4) return false;
            }

            rest = rest[length..];
        }

        reader = new RtcpReader(datagram);
        return !datagram.IsEmpty;
    }

    /// <summary>Reads the next packet; false at the end.</summary>
    public bool TryRead(out RtcpPacket packet)
    {
        packet = default;
        if (_rest.IsEmpty) return false;
        var length = LengthOf(_rest);
        var padding = (_rest[0] & 0x20) != 0 ? _rest[length - 1] : 0;
        packet = new RtcpPacket((RtcpType)_rest[1], (byte)(_rest[0] & 0x1f), _rest[4..(length - padding)]);
        _rest = _rest[length..];
        return true;
    }

    private static int LengthOf(ReadOnlySpan<byte> packet) => 4 * (BinaryPrimitives.ReadUInt16BigEndian(packet[2..]) + 1);
}
