using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>One stream that is asked for a key frame (RFC 5104, 4.3.1). A repeated request carries the same number; it is one
/// wish.</summary>
/// <param name="Source">The stream.</param>
/// <param name="Number">Counts wishes, not packets.</param>
public readonly record struct FullIntraRequest(Ssrc Source, byte Number)
{
    internal const int Length = 8;

    /// <summary>How many streams the packet asks.</summary>
    public static int CountIn(in RtcpPacket packet) =>
        packet.IsFeedback(RtcpType.PayloadFeedback, PayloadFormat.FullIntraRequest) ? (packet.Body.Length - 8) / Length : 0;

    /// <summary>Reads request <paramref name="index"/>; false behind the last.</summary>
    public static bool TryRead(in RtcpPacket packet, int index, out FullIntraRequest request)
    {
        request = default;
        if ((uint)index >= (uint)CountIn(packet)) return false;
        var entry = packet.Body[(8 + Length * index)..];
        request = new FullIntraRequest(new Ssrc(BinaryPrimitives.ReadUInt32BigEndian(entry)), entry[4]);
        return true;
    }
}
