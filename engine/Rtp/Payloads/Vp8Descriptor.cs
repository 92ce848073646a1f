using System.Buffers.Binary;

namespace ConfEngine.Rtp.Payloads;

/// <summary>The bytes before the VP8 data of a packet (RFC 7741, 4.2), and what the first VP8 byte says.</summary>
public readonly record struct Vp8Descriptor
{
    /// <summary>Bytes of the descriptor.</summary>
    public int Length { get; private init; }

    /// <summary>Nothing refers to this frame: it may be left out.</summary>
    public bool IsNonReference { get; private init; }

    /// <summary>The packet begins a partition.</summary>
    public bool StartsPartition { get; private init; }

    /// <summary>Which partition, 0..15.</summary>
    public byte Partition { get; private init; }

    /// <summary>Where the picture id lies in the payload; 0 when there is none.</summary>
    public byte PictureIdAt { get; private init; }

    /// <summary>Bits of the picture id: 7, 15, or 0 when there is none.</summary>
    public byte PictureIdBits { get; private init; }

    /// <summary>Counts frames and wraps at its number of bits.</summary>
    public ushort PictureId { get; private init; }

    /// <summary>Where the counter of base-layer frames lies in the payload; 0 when there is none.</summary>
    public byte Tl0PictureIndexAt { get; private init; }

    /// <summary>Counts frames of the temporal base layer.</summary>
    public byte Tl0PictureIndex { get; private init; }

    /// <summary>The temporal layer, 0..3; 0 when it is not given.</summary>
    public byte TemporalLayer { get; private init; }

    /// <summary>The frame depends on the base layer only: a good one to switch up at.</summary>
    public bool IsLayerSync { get; private init; }

    /// <summary>The VP8 header says that this is a key frame; only meaningful at the start of a frame.</summary>
    private bool HasKeyFrameHeader { get; init; }

    /// <summary>The packet is the first of a frame.</summary>
    public bool IsFrameStart => StartsPartition && Partition == 0;

    /// <summary>The packet is the first of a key frame.</summary>
    public bool IsKeyFrameStart => IsFrameStart && HasKeyFrameHeader;

    /// <summary>Reads the descriptor; false when the payload ends inside it or holds nothing behind it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> payload, out Vp8Descriptor descriptor)
    {
        descriptor = default;
        if (payload.Length < 2) return false;
        var at = 1;
        var fields = 0;
        if ((payload[0] & 0x80) != 0) fields = payload[at++];
        byte pictureIdAt = 0, pictureIdBits = 0, tl0At = 0, layer = 0;
        var pictureId = 0;
        if ((fields & 0x80) != 0)
        {
            if (at + 2 > payload.Length) return false;
            pictureIdAt = (byte)at;
            pictureIdBits = (byte)((payload[at] & 0x80) != 0 ? 15 : 7);
            pictureId = pictureIdBits == 7 ? payload[at] : BinaryPrimitives.ReadUInt16BigEndian(payload[at..]) & 0x7fff;
            at += pictureIdBits == 7 ? 1 : 2;
        }

        if ((fields & 0x40) != 0) tl0At = (byte)at++;
        if ((fields & 0x30) != 0)
        {
            if (at >= payload.Length) return false;
            layer = payload[at++];
        }

        if (at >= payload.Length) return false;
        descriptor = new Vp8Descriptor
        {
            Length = at,
            IsNonReference = (payload[0] & 0x20) != 0,
            StartsPartition = (payload[0] & 0x10) != 0,
            Partition = (byte)(payload[0] & 0x07),
            PictureIdAt = pictureIdAt,
            PictureIdBits = pictureIdBits,
            PictureId = (ushort)pictureId,
            Tl0PictureIndexAt = tl0At,
            Tl0PictureIndex = tl0At == 0 ? (byte)0 : payload[tl0At],
            TemporalLayer = (byte)((fields & 0x20) != 0 ? layer >> 6 : 0),
            IsLayerSync = (fields & 0x20) != 0 && (layer & 0x20) != 0,
            // The lowest bit of the frame tag is 0 for a key frame (RFC 6386, 9.1).
            HasKeyFrameHeader = (payload[at] & 1) == 0,
        };
        return true;
    }
}
