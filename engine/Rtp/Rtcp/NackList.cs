using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>The missing packets that a generic NACK names (RFC 4585, 6.2.1), one by one.</summary>
public ref struct NackList
{
    private ReadOnlySpan<byte> _entries;
    private SequenceNumber _base;
    private int _next;
    private uint _mask;

    /// <summary>Opens the list; false for another kind of packet.</summary>
    public static bool TryOpen(in RtcpPacket packet, out NackList list)
    {
        list = default;
        if (!packet.IsFeedback(RtcpType.TransportFeedback, TransportFormat.Nack)) return false;
        list._entries = packet.Body[8..];
        return true;
    }

    /// <summary>The next missing packet; false at the end.</summary>
    public bool TryRead(out SequenceNumber missing)
    {
        if (_mask == 0)
        {
            missing = default;
            if (_entries.Length < 4) return false;
            _base = new SequenceNumber(BinaryPrimitives.ReadUInt16BigEndian(_entries));
            // Bit 0 stands for the packet itself, the others for the 16 behind it.
            _mask = (uint)BinaryPrimitives.ReadUInt16BigEndian(_entries[2..]) << 1 | 1;
            _next = 0;
            _entries = _entries[4..];
        }

        var skip = System.Numerics.BitOperations.TrailingZeroCount(_mask);
        _next += skip;
        missing = new SequenceNumber((ushort)(_base.Value + _next));
        _next++;
        _mask >>= skip + 1;
        return true;
    }
}
