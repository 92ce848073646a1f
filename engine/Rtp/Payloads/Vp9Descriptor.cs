using System.Buffers.Binary;

namespace ConfEngine.Rtp.Payloads;

/// <summary>The bytes before the VP9 data of a packet (RFC 9628, 4.2).</summary>
public readonly record struct Vp9Descriptor
{
    private const int MaxReferences = 3;

    /// <summary>Bytes of the descriptor.</summary>
    public int Length { get; private init; }

    /// <summary>The frame is predicted from earlier pictures.</summary>
    public bool IsInterPredicted { get; private init; }

    /// <summary>The packet begins a layer's frame.</summary>
    public bool StartsFrame { get; private init; }

    /// <summary>The packet ends a layer's frame.</summary>
    public bool EndsFrame { get; private init; }

    /// <summary>Bits of the picture id: 7, 15, or 0 when there is none.</summary>
    public byte PictureIdBits { get; private init; }

    /// <summary>Counts pictures and wraps at its number of bits.</summary>
    public ushort PictureId { get; private init; }

    /// <summary>The spatial layer; 0 when it is not given.</summary>
    public byte SpatialLayer { get; private init; }

    /// <summary>The temporal layer; 0 when it is not given.</summary>
    public byte TemporalLayer { get; private init; }

    /// <summary>From this picture on, higher temporal layers can be taken up.</summary>
    public bool IsSwitchingUpPoint { get; private init; }

    /// <summary>The packet is the first of a picture: of its lowest spatial layer.</summary>
    public bool IsPictureStart => StartsFrame && SpatialLayer == 0;

    /// <summary>The packet is the first of a key frame.</summary>
    public bool IsKeyFrameStart => IsPictureStart && !IsInterPredicted && HasKeyFrameHeader;

    // Some senders never set the prediction bit (FFmpeg 5.1 is one), so the frame's own header is asked too.
    private bool HasKeyFrameHeader { get; init; }

    /// <summary>Reads the descriptor; false when the payload ends inside it or holds nothing behind it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> payload, out Vp9Descriptor descriptor)
    {
        descriptor = default;
        if (payload.IsEmpty) return false;
        var flags = payload[0];
        bool hasId = (flags & 0x80) != 0, predicted = (flags & 0x40) != 0, hasLayers = (flags & 0x20) != 0, flexible = (flags & 0x10) != 0;
        var at = 1;
        byte idBits = 0, layers = 0;
        var id = 0;
        if (hasId)
        {
            if (at + 2 > payload.Length) return false;
            idBits = (byte)((payload[at] & 0x80) != 0 ? 15 : 7);
            id = idBits == 7 ? payload[at] : BinaryPrimitives.ReadUInt16BigEndian(payload[at..]) & 0x7fff;
            at += idBits == 7 ? 1 : 2;
        }

        if (hasLayers)
        {
            if (at >= payload.Length) return false;
            layers = payload[at++];
            // TL0PICIDX is there in non-flexible mode only.
            if (!flexible) at++;
        }

        if (flexible && predicted && !TrySkipReferences(payload, ref at)) return false;
        if ((flags & 0x02) != 0 && !TrySkipStructure(payload, ref at)) return false;
        if (at >= payload.Length) return false;
        descriptor = new Vp9Descriptor
        {
            Length = at,
            IsInterPredicted = predicted,
            StartsFrame = (flags & 0x08) != 0,
            EndsFrame = (flags & 0x04) != 0,
            PictureIdBits = idBits,
            PictureId = (ushort)id,
            TemporalLayer = (byte)(layers >> 5),
            IsSwitchingUpPoint = (layers & 0x10) != 0,
            SpatialLayer = (byte)(layers >> 1 & 7),
            HasKeyFrameHeader = IsKeyFrameHeader(payload[at]),
        };
        return true;
    }

    // The uncompressed header begins with a marker, the profile, "show an existing frame" and the frame type (VP9 specification, 6.2).
    private static bool IsKeyFrameHeader(byte first)
    {
        if (first >> 6 != 2) return false;
        var flags = (first & 0x30) == 0x30 ? first >> 1 : first >> 2;
        return (flags & 3) == 0;
    }

    private static bool TrySkipReferences(ReadOnlySpan<byte> payload, ref int at)
    {
        for (var i = 0; i < MaxReferences; i++)
        {
            if (at >= payload.Length) return false;
            if ((payload[at++] & 1) == 0) return true;
        }

        // A third difference must say that it is the last.
        return false;
    }

    // The scalability structure (RFC 9628, 4.2.1): sizes of the layers, and a group of pictures with their references.
    private static bool TrySkipStructure(ReadOnlySpan<byte> payload, ref int at)
    {
        if (at >= payload.Length) return false;
        var header = payload[at++];
        if ((header & 0x10) != 0) at += 4 * ((header >> 5) + 1);
        if ((header & 0x08) == 0) return at <= payload.Length;
        if (at >= payload.Length) return false;
        for (var pictures = payload[at++]; pictures > 0; pictures--)
        {
            if (at >= payload.Length) return false;
            at += 1 + (payload[at] >> 2 & 3);
        }

        return at <= payload.Length;
    }
}
