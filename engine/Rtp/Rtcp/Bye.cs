using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>Reads the packet by which streams say that they end (RFC 3550, 6.6).</summary>
public static class Bye
{
    /// <summary>How many streams it names that really are there.</summary>
    public static int CountIn(in RtcpPacket packet) => packet.Type == RtcpType.Bye ? Math.Min(packet.Count, packet.Body.Length / 4) : 0;

    /// <summary>Reads stream <paramref name="index"/>; false behind the last.</summary>
    public static bool TryRead(in RtcpPacket packet, int index, out Ssrc source)
    {
        source = default;
        if ((uint)index >= (uint)CountIn(packet)) return false;
        source = new Ssrc(BinaryPrimitives.ReadUInt32BigEndian(packet.Body[(4 * index)..]));
        return true;
    }
}
