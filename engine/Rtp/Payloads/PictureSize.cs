using System.Buffers.Binary;

namespace ConfEngine.Rtp.Payloads;

/// <summary>How large a picture is, read from the first packet of a key frame.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public readonly record struct PictureSize(int Width, int Height)
{
    private const int MaxEdge = 16_384;

    /// <summary>Reads it.</summary>
    /// <param name="codec">The payload's codec.</param>
    /// <param name="payload">The payload of a packet.</param>
    /// <param name="size">The size.</param>
    /// <returns>False when the payload does not say, as all but the first of a key frame do not; AV1 is never read.</returns>
    public static bool TryRead(VideoCodec codec, ReadOnlySpan<byte> payload, out PictureSize size)
    {
        size = default;
        var isRead = codec switch
        {
            VideoCodec.Vp8 => TryReadVp8(payload, out size),
            VideoCodec.H264 => TryReadH264(payload, out size),
            VideoCodec.Vp9 => TryReadVp9(payload, out size),
            _ => false,
        };
        return isRead && size is { Width: > 0 and <= MaxEdge, Height: > 0 and <= MaxEdge };
    }

    // Frame tag, start code, then 14 bits each (RFC 6386, 9.1).
    private static bool TryReadVp8(ReadOnlySpan<byte> payload, out PictureSize size)
    {
        size = default;
        if (!Vp8Descriptor.TryParse(payload, out var descriptor) || !descriptor.IsKeyFrameStart) return false;
        var frame = payload[descriptor.Length..];
        if (frame.Length < 10 || frame[3] != 0x9d || frame[4] != 0x01 || frame[5] != 0x2a) return false;
        size = new PictureSize(
            BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & 0x3fff);
        return true;
    }

    private static bool TryReadH264(ReadOnlySpan<byte> payload, out PictureSize size)
    {
        size = default;
        if (payload.IsEmpty) return false;
        switch (payload[0] & H264Payload.TypeMask)
        {
            case H264Payload.SequenceParameters:
                return H264SequenceParameters.TryRead(payload, out size);
            case H264Payload.StapA:
                var units = new H264Payload.StapReader(payload);
                while (units.TryRead(out var unit))
                    if ((unit[0] & H264Payload.TypeMask) == H264Payload.SequenceParameters)
                        return H264SequenceParameters.TryRead(unit, out size);
                return false;
            default:
                return false;
        }
    }

    // The uncompressed header of a key frame: marker, profile, flags, sync code, colour, then 16 bits each less one (VP9 specification, 6.2).
    private static bool TryReadVp9(ReadOnlySpan<byte> payload, out PictureSize size)
    {
        size = default;
        if (!Vp9Descriptor.TryParse(payload, out var descriptor) || !descriptor.IsKeyFrameStart) return false;
        var bits = new BitReader(payload[descriptor.Length..]);
        bits.Skip(2);
        var profile = (int)bits.Read(1) | (int)bits.Read(1) << 1;
        if (profile == 3) bits.Skip(1);
        bits.Skip(4);
        if (bits.Read(24) != 0x498342) return false;
        if (profile >= 2) bits.Skip(1);
        var isRgb = bits.Read(3) == 7;
        if (!isRgb) bits.Skip(profile is 1 or 3 ? 4 : 1);
        else if (profile is 1 or 3) bits.Skip(1);
        size = new PictureSize((int)bits.Read(16) + 1, (int)bits.Read(16) + 1);
        return !bits.IsOver;
    }
}
