using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Extensions;

/// <summary>The extensions of one packet by what they mean, read in one pass. Those that are missing or malformed are null or
/// empty.</summary>
public readonly ref struct PacketExtensions
{
    // RFC 8851, 10 and RFC 9143, 15 leave the length open; the one-byte form ends at 16, and browsers stay below.
    private const int MaxTextLength = 32;

    /// <summary>Reads what <paramref name="map"/> knows of.</summary>
    public PacketExtensions(in RtpPacket packet, ExtensionMap map)
    {
        foreach (var element in packet.Extensions)
        {
            switch (map.KindOf(element.Id))
            {
                case ExtensionKind.AudioLevel:
                    if (Extensions.AudioLevel.TryParse(element.Value, out var level)) AudioLevel = level;
                    break;
                case ExtensionKind.Mid when element.Value.Length <= MaxTextLength:
                    Mid = element.Value;
                    break;
                case ExtensionKind.Rid when element.Value.Length <= MaxTextLength:
                    Rid = element.Value;
                    break;
                case ExtensionKind.RepairedRid when element.Value.Length <= MaxTextLength:
                    RepairedRid = element.Value;
                    break;
                case ExtensionKind.TransportSequence when element.Value.Length >= 2:
                    TransportSequence = new SequenceNumber(BinaryPrimitives.ReadUInt16BigEndian(element.Value));
                    break;
                case ExtensionKind.AbsoluteSendTime:
                    if (Extensions.AbsoluteSendTime.TryParse(element.Value, out var time)) AbsoluteSendTime = time;
                    break;
                case ExtensionKind.VideoOrientation:
                    if (Extensions.VideoOrientation.TryParse(element.Value, out var orientation)) VideoOrientation = orientation;
                    break;
            }
        }
    }

    /// <summary>How loud it is.</summary>
    public AudioLevel? AudioLevel { get; }

    /// <summary>The media section, ASCII; empty when missing.</summary>
    public ReadOnlySpan<byte> Mid { get; }

    /// <summary>The simulcast layer, ASCII; empty when missing.</summary>
    public ReadOnlySpan<byte> Rid { get; }

    /// <summary>The simulcast layer that this retransmission stream repairs, ASCII; empty when missing.</summary>
    public ReadOnlySpan<byte> RepairedRid { get; }

    /// <summary>The transport-wide number.</summary>
    public SequenceNumber? TransportSequence { get; }

    /// <summary>When it left.</summary>
    public AbsoluteSendTime? AbsoluteSendTime { get; }

    /// <summary>How the picture is to be turned.</summary>
    public VideoOrientation? VideoOrientation { get; }
}
