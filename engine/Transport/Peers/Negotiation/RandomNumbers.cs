using System.Buffers.Binary;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>Numbers that an SDP or RTP wants to be random.</summary>
public static class RandomNumbers
{
    /// <summary>An SSRC (RFC 3550, section 8.1): 32 random bits, never 0, which some receivers take for none.</summary>
    public static uint NextSsrc(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[4];
        uint ssrc;
        do
        {
            random.Fill(bytes);
            ssrc = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }
        while (ssrc == 0);
        return ssrc;
    }

    /// <summary>The session id of `o=`: 63 random bits (RFC 8829, section 5.2.1).</summary>
    public static ulong NextSessionId(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[8];
        random.Fill(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 1;
    }
}
