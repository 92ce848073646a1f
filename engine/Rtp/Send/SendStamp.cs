using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Send;

/// <summary>Fills in what is known only when a packet leaves, also for one sent again: its transport-wide number and its send
/// time.</summary>
public static class SendStamp
{
    internal const int SequenceLength = 2;

    /// <summary>Stamps a packet in place, right before it is protected and sent.</summary>
    /// <param name="packet">The packet, with the extensions in place.</param>
    /// <param name="extensions">The receiver's numbers of extensions.</param>
    /// <param name="history">Numbers the transport's packets.</param>
    /// <param name="overhead">Bytes that protection, UDP and IP add, for the estimate counts what the path carries.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when the bytes are no packet.</returns>
    public static bool TryApply(Span<byte> packet, ExtensionMap extensions, SendHistory history, int overhead, Instant now)
    {
        if (!RtpPacket.TryParse(packet, out var view)) return false;
        foreach (var element in view.Extensions)
        {
            var kind = extensions.KindOf(element.Id);
            if (kind is not (ExtensionKind.TransportSequence or ExtensionKind.AbsoluteSendTime)) continue;
            if (!packet.Overlaps(element.Value, out var at)) continue;
            var value = packet.Slice(at, element.Value.Length);
            if (kind == ExtensionKind.TransportSequence && value.Length == SequenceLength)
                BinaryPrimitives.WriteUInt16BigEndian(value, history.Add(packet.Length + overhead, now).Value);
            else if (kind == ExtensionKind.AbsoluteSendTime && value.Length == AbsoluteSendTime.Length)
                AbsoluteSendTime.At(now).Write(value);
        }

        return true;
    }
}
