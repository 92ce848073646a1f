using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Receive;

/// <summary>Turns a retransmission back into the packet that was lost (RFC 4588, 4).</summary>
public static class Retransmission
{
    /// <summary>Bytes of the original sequence number at the front of the payload.</summary>
    public const int HeaderLength = 2;

    /// <summary>Rebuilds the original. Header extensions stay as they came; padding is left off.</summary>
    /// <param name="packet">A packet of the retransmission stream.</param>
    /// <param name="original">The stream it repairs.</param>
    /// <param name="payloadType">The payload type that it repairs (a=fmtp apt).</param>
    /// <param name="buffer">Gets the packet; as long as the retransmission is enough.</param>
    /// <param name="length">Bytes of the packet.</param>
    /// <returns>False for probes, which carry padding only, and when the buffer is too short.</returns>
    public static bool TryUnwrap(in RtpPacket packet, Ssrc original, PayloadType payloadType, Span<byte> buffer, out int length)
    {
        length = packet.HeaderLength + packet.Payload.Length - HeaderLength;
        if (packet.Payload.Length < HeaderLength || length > buffer.Length) return false;
        packet.Data[..packet.HeaderLength].CopyTo(buffer);
        packet.Payload[HeaderLength..].CopyTo(buffer[packet.HeaderLength..]);
        buffer[0] &= 0xdf;
        buffer[1] = (byte)(buffer[1] & 0x80 | payloadType.Value);
        packet.Payload[..HeaderLength].CopyTo(buffer[2..]);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[8..], original.Value);
        return true;
    }
}
