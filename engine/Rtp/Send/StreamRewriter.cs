using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Send;

/// <summary>Makes one steady stream out of packets of changing sources: other participants, other simulcast layers, pauses. What a receiver sees
/// has one SSRC, sequence numbers without gaps of our making, time stamps that only go forward, and picture ids that count on.</summary>
/// <param name="ssrc">The stream as the receiver knows it.</param>
/// <param name="clockRate">Units of its clock in a second.</param>
/// <param name="rewritesVp8">The payload is VP8: its picture id and base-layer counter are rewritten too.</param>
public sealed class StreamRewriter(Ssrc ssrc, int clockRate, bool rewritesVp8)
{
    private const int Vp8IdMask = 0x7fff;
    private bool _started;
    private bool _switches = true;
    private SequenceNumber _sequenceOffset;
    private SequenceNumber _newestIn;
    private SequenceNumber _firstIn;
    private RtpTimestamp _timestampOffset;
    private SequenceNumber _lastSequence;
    private RtpTimestamp _lastTimestamp;
    private Instant _lastAt;
    private int _pictureOffset;
    private int _lastPicture;
    private int _tl0Offset;
    private int _lastTl0;
    private bool _picturesStarted;
    private long _forwardedSinceSwitch;

    /// <summary>The stream as the receiver knows it.</summary>
    public Ssrc Ssrc => ssrc;

    /// <summary>The next packet comes from another source, or from the same one after a pause. It must be one that a decoder can start with.</summary>
    public void Switch() => _switches = true;

    /// <summary>A packet of the source is left out on purpose, so that no gap shows where it was. Only the one that follows the newest can be: an
    /// earlier gap is the network's, and may still be filled.</summary>
    /// <returns>False when it was too late for that; the receiver will see a gap.</returns>
    public bool Skip(SequenceNumber number)
    {
        if (_switches || number != _newestIn.Next) return false;
        _newestIn = number;
        _sequenceOffset = new SequenceNumber((ushort)(_sequenceOffset.Value - 1));
        // What comes late from before this point would get the number of another packet.
        _firstIn = number.Next;
        return true;
    }

    /// <summary>Finds the header that a packet goes out with.</summary>
    /// <param name="packet">A packet of the present source.</param>
    /// <param name="now">When it came.</param>
    /// <param name="header">The header; the payload type is the packet's own, for the caller to map.</param>
    /// <returns>False for one that belongs before the last switch: nobody is waiting for it any more.</returns>
    public bool TryRewrite(in RtpPacket packet, Instant now, out RtpHeader header)
    {
        header = default;
        if (_switches) StartSource(packet, now);
        if (packet.SequenceNumber.DistanceFrom(_firstIn) < 0) return false;
        var sequence = new SequenceNumber((ushort)(packet.SequenceNumber.Value + _sequenceOffset.Value));
        var timestamp = Map(packet.Timestamp);
        if (packet.SequenceNumber.IsNewerThan(_newestIn)) _newestIn = packet.SequenceNumber;
        if (_forwardedSinceSwitch++ == 0 || sequence.IsNewerThan(_lastSequence)) _lastSequence = sequence;
        if (timestamp.DistanceFrom(_lastTimestamp) > 0)
        {
            _lastTimestamp = timestamp;
            _lastAt = now;
        }

        header = new RtpHeader(packet.PayloadType, sequence, timestamp, ssrc, packet.Marker);
        return true;
    }

    /// <summary>The time stamp that the receiver sees for one of the present source.</summary>
    public RtpTimestamp Map(RtpTimestamp timestamp) => timestamp + _timestampOffset.Value;

    /// <summary>The number that the present source gave to a packet that the receiver knows by <paramref name="sent"/>. Only right for packets since the
    /// last switch or skip; older ones are answered from the cache.</summary>
    public SequenceNumber Unmap(SequenceNumber sent) => new((ushort)(sent.Value - _sequenceOffset.Value));

    /// <summary>Rewrites the codec's own counters in a copy of the payload, in place, behind <see cref="TryRewrite"/> for the same packet.</summary>
    /// <param name="payload">The payload as it goes out.</param>
    /// <returns>False when it is malformed; it had better not be sent then.</returns>
    public bool TryRewritePayload(Span<byte> payload)
    {
        if (!rewritesVp8 || payload.IsEmpty) return true;
        if (!Vp8Descriptor.TryParse(payload, out var descriptor)) return false;
        if (_forwardedSinceSwitch == 1) StartPictures(descriptor);
        if (descriptor.PictureIdBits > 0) RewritePictureId(payload, descriptor);
        if (descriptor.Tl0PictureIndexAt > 0)
        {
            var index = (byte)(descriptor.Tl0PictureIndex + _tl0Offset);
            if ((sbyte)(index - _lastTl0) > 0 || _forwardedSinceSwitch == 1) _lastTl0 = index;
            payload[descriptor.Tl0PictureIndexAt] = index;
        }

        return true;
    }

    private void StartSource(in RtpPacket packet, Instant now)
    {
        _switches = false;
        _forwardedSinceSwitch = 0;
        _firstIn = _newestIn = packet.SequenceNumber;
        if (!_started)
        {
            _started = true;
            _lastTimestamp = packet.Timestamp;
            _lastAt = now;
            return;
        }

        _sequenceOffset = new SequenceNumber((ushort)(_lastSequence.Next.Value - packet.SequenceNumber.Value));
        // As much later as the clock says, and at least one step: two frames must not share a time stamp.
        var passed = Math.Max(1, (now - _lastAt).ToUnits(clockRate));
        _timestampOffset = _lastTimestamp + (uint)passed - packet.Timestamp.Value;
    }

    private void StartPictures(in Vp8Descriptor descriptor)
    {
        if (!_picturesStarted)
        {
            _picturesStarted = true;
            _lastPicture = descriptor.PictureId;
            _lastTl0 = descriptor.Tl0PictureIndex;
            return;
        }

        _pictureOffset = (_lastPicture + 1 - descriptor.PictureId) & Vp8IdMask;
        _tl0Offset = (_lastTl0 + 1 - descriptor.Tl0PictureIndex) & 0xff;
    }

    private void RewritePictureId(Span<byte> payload, in Vp8Descriptor descriptor)
    {
        // The field keeps its width: a receiver of a 7-bit id compares 7 bits.
        var mask = descriptor.PictureIdBits == 7 ? 0x7f : Vp8IdMask;
        var id = (descriptor.PictureId + _pictureOffset) & mask;
        var ahead = (id - _lastPicture) & mask;
        if (ahead > 0 && ahead <= mask / 2 || _forwardedSinceSwitch == 1) _lastPicture = id;
        if (descriptor.PictureIdBits == 7) payload[descriptor.PictureIdAt] = (byte)id;
        else BinaryPrimitives.WriteUInt16BigEndian(payload[descriptor.PictureIdAt..], (ushort)(0x8000 | id));
    }
}
