using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Receive;

namespace ConfEngine.Rtp.Send;

/// <summary>The last packets sent on a stream, kept to be sent again (RFC 4585, 6.2.1; RFC 4588). One block of memory, nothing allocated
/// later.</summary>
public sealed class RetransmissionCache
{
    private readonly byte[] _bytes;
    private readonly Entry[] _entries;
    private readonly int _mask;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">Packets kept, a power of two: a second of video at 2 Mbit/s is about 200.</param>
    public RetransmissionCache(int capacity = 512)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(System.Numerics.BitOperations.PopCount((uint)capacity), 1, nameof(capacity));
        _mask = capacity - 1;
        _entries = new Entry[capacity];
        _bytes = new byte[capacity * PacketPool.BufferLength];
    }

    /// <summary>Keeps a copy of a packet as it was sent, in place of the one that is the capacity older.</summary>
    /// <returns>False for a packet longer than 1500 bytes.</returns>
    public bool Add(in RtpPacket packet, Instant now)
    {
        if (packet.Data.Length > PacketPool.BufferLength) return false;
        var slot = packet.SequenceNumber.Value & _mask;
        packet.Data.CopyTo(_bytes.AsSpan(slot * PacketPool.BufferLength));
        _entries[slot] = new Entry { Number = packet.SequenceNumber, Length = packet.Data.Length, SentAt = now };
        return true;
    }

    /// <summary>Finds a packet that is to be sent again.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="now">The time.</param>
    /// <param name="roundTrip">A packet sent again less than this ago is still under way, and is not sent once more.</param>
    /// <param name="packet">The packet as it was sent; valid until the next <see cref="Add"/>.</param>
    /// <returns>False when it is not kept any more, or under way.</returns>
    public bool TryTake(SequenceNumber number, Instant now, MediaTime roundTrip, out RtpPacket packet)
    {
        packet = default;
        var slot = number.Value & _mask;
        ref var entry = ref _entries[slot];
        if (entry.Length == 0 || entry.Number != number) return false;
        if (entry.IsResent && now - entry.SentAt < roundTrip) return false;
        entry.IsResent = true;
        entry.SentAt = now;
        return RtpPacket.TryParse(_bytes.AsSpan(slot * PacketPool.BufferLength, entry.Length), out packet);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_entries);

    /// <summary>Writes a kept packet as one of a retransmission stream (RFC 4588, 4): extensions as they were, the original number in
    /// front of
    /// the payload, padding left off.</summary>
    /// <param name="packet">The original.</param>
    /// <param name="ssrc">The retransmission stream.</param>
    /// <param name="payloadType">Its payload type.</param>
    /// <param name="number">Its next number.</param>
    /// <param name="buffer">Gets the packet.</param>
    /// <param name="length">Bytes of the packet.</param>
    /// <returns>False when the buffer is too short.</returns>
    public static bool TryWrap(
        in RtpPacket packet, Ssrc ssrc, PayloadType payloadType, SequenceNumber number, Span<byte> buffer, out int length)
    {
        var payload = packet.Payload;
        length = packet.HeaderLength + Retransmission.HeaderLength + payload.Length;
        if (length > buffer.Length) return false;
        packet.Data[..packet.HeaderLength].CopyTo(buffer);
        buffer[0] &= 0xdf;
        buffer[1] = (byte)(buffer[1] & 0x80 | payloadType.Value);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[2..], number.Value);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[8..], ssrc.Value);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[packet.HeaderLength..], packet.SequenceNumber.Value);
        payload.CopyTo(buffer[(packet.HeaderLength + Retransmission.HeaderLength)..]);
        return true;
    }

    private struct Entry
    {
        public SequenceNumber Number;
        public int Length;
        public Instant SentAt;
        public bool IsResent;
    }
}
