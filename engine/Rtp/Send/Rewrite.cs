using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Send;

/// <summary>What a forwarded packet goes out with instead of what it came with.</summary>
/// <param name="Header">The fixed header; the payload type is still the source's, for the caller to map.</param>
/// <param name="PictureId">The VP8 picture id, or null to leave the payload as it is.</param>
/// <param name="Tl0PictureIndex">The VP8 count of base-layer frames, likewise.</param>
public readonly record struct Rewrite(RtpHeader Header, ushort? PictureId = null, byte? Tl0PictureIndex = null)
{
    /// <summary>Puts the codec's counters into a copy of the payload. Fields keep their width and place, so its length stays.</summary>
    public void Apply(Span<byte> payload)
    {
        if (PictureId is null && Tl0PictureIndex is null || !Vp8Descriptor.TryParse(payload, out var descriptor)) return;
        if (PictureId is { } id && descriptor.PictureIdBits > 0)
        {
            var field = payload[descriptor.PictureIdAt..];
            if (descriptor.PictureIdBits == 7) field[0] = (byte)(id & 0x7f);
            else BinaryPrimitives.WriteUInt16BigEndian(field, (ushort)(0x8000 | id));
        }

        if (Tl0PictureIndex is { } index && descriptor.Tl0PictureIndexAt > 0) payload[descriptor.Tl0PictureIndexAt] = index;
    }
}
