using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>Reads source descriptions for the one item that matters: CNAME, which ties a participant's streams together (RFC 3550,
/// 6.5).</summary>
public static class SourceDescription
{
    internal const byte Cname = 1;

    /// <summary>Finds the CNAME of <paramref name="source"/>: UTF-8, at most 255 bytes.</summary>
    public static bool TryGetCname(in RtcpPacket packet, Ssrc source, out ReadOnlySpan<byte> cname)
    {
        cname = default;
        if (packet.Type != RtcpType.SourceDescription) return false;
        var rest = packet.Body;
        for (var chunk = 0; chunk < packet.Count; chunk++)
        {
            if (rest.Length < 4) return false;
            var wanted = BinaryPrimitives.ReadUInt32BigEndian(rest) == source.Value;
            var at = 4;
            while (at < rest.Length && rest[at] != 0)
            {
                if (at + 2 > rest.Length || at + 2 + rest[at + 1] > rest.Length) return false;
                if (wanted && rest[at] == Cname)
                {
                    cname = rest.Slice(at + 2, rest[at + 1]);
                    return true;
                }

                at += 2 + rest[at + 1];
            }

            // One to four zero bytes end a chunk on a word boundary.
            at = (at + 4) & ~3;
            if (at > rest.Length) return false;
            rest = rest[at..];
        }

        return false;
    }
}
