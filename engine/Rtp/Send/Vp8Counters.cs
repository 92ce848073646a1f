using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Send;

/// <summary>The VP8 counters of a rewritten stream (RFC 7741, 4.2): picture ids without gaps over switches and left-out pictures, because a
/// receiver takes a gap for a lost frame.</summary>
internal struct Vp8Counters
{
    private const int IdMask = 0x7fff;
    private bool _started;
    private int _newestPicture;
    private int _newestTl0;
    private int _tl0Offset;
    private int _skippedPicture;

    /// <summary>What is added to the new source's picture ids.</summary>
    public ushort StartSource(in Vp8Descriptor first)
    {
        _skippedPicture = -1;
        var isFirst = !_started;
        _started = true;
        var picture = isFirst ? first.PictureId : _newestPicture + 1 & IdMask;
        var tl0 = isFirst ? first.Tl0PictureIndex : _newestTl0 + 1 & 0xff;
        _newestPicture = picture;
        _newestTl0 = tl0;
        _tl0Offset = tl0 - first.Tl0PictureIndex;
        return (ushort)(picture - first.PictureId & IdMask);
    }

    /// <summary>What is added after a packet of a left-out picture: one less, once a picture.</summary>
    public ushort Skip(in Vp8Descriptor descriptor, ushort offset)
    {
        if (descriptor.PictureIdBits == 0 || descriptor.PictureId == _skippedPicture) return offset;
        _skippedPicture = descriptor.PictureId;
        return (ushort)(offset - 1 & IdMask);
    }

    /// <summary>The counters that a packet goes out with.</summary>
    public Rewrite Rewrite(in RtpHeader header, in Vp8Descriptor descriptor, ushort offset)
    {
        var id = descriptor.PictureId + offset & IdMask;
        var ahead = id - _newestPicture & IdMask;
        if (descriptor.PictureIdBits == 7)
        {
            // Seven bits wrap by themselves; only as many can be compared.
            id &= 0x7f;
            ahead = id - _newestPicture & 0x7f;
            if (ahead <= 0x3f) _newestPicture = id;
        }
        else if (ahead <= IdMask / 2)
        {
            _newestPicture = id;
        }

        var tl0 = descriptor.Tl0PictureIndex + _tl0Offset & 0xff;
        if (descriptor.Tl0PictureIndexAt > 0 && (sbyte)(tl0 - _newestTl0) > 0) _newestTl0 = tl0;
        return new Rewrite(
            header,
            descriptor.PictureIdBits > 0 ? (ushort)id : null,
            descriptor.Tl0PictureIndexAt > 0 ? (byte)tl0 : null);
    }
}
