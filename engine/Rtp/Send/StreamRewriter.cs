using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Send;

/// <summary>Makes one steady stream out of packets of changing sources: other participants, other simulcast layers, pauses. What a
/// receiver sees
/// has one SSRC, sequence numbers without gaps of our making, time stamps that only go forward, and picture ids that count on.</summary>
/// <param name="ssrc">The stream as the receiver knows it.</param>
/// <param name="clockRate">Units of its clock in a second.</param>
/// <param name="isVp8">What <see cref="IsVp8"/> is to begin with.</param>
public sealed class StreamRewriter(Ssrc ssrc, int clockRate, bool isVp8)
{
    private const int Memory = 1024;

    // What was added to each of the source's last numbers, so that a late packet gets the place kept for it.
    private readonly Offsets[] _memory = new Offsets[Memory];
    private bool _started;
    private bool _switches = true;
    private Offsets _offsets;
    private RtpTimestamp _timestampOffset;
    private SequenceNumber _firstIn;
    private bool _isPastFirst;
    private SequenceNumber _newestIn;
    private SequenceNumber _newestOut;
    private RtpTimestamp _newestTimestamp;
    private Instant _newestAt;
    private Vp8Counters _vp8;

    /// <summary>The stream as the receiver knows it.</summary>
    public Ssrc Ssrc => ssrc;

    /// <summary>True when the next packet starts a source, and so must be one that a decoder can start with.</summary>
    public bool IsSwitching => _switches;

    /// <summary>The payload is VP8: its picture id and base-layer counter are rewritten too. To be set at a switch only.</summary>
    public bool IsVp8 { get; set; } = isVp8;

    /// <summary>The next packet comes from another source, or from the same one after a pause.</summary>
    public void Switch() => _switches = true;

    /// <summary>A packet of the source is left out on purpose, so that no gap shows where it was. Only the one that follows the newest
    /// can be: what
    /// lies between is the network's gap, and may still be filled.</summary>
    /// <returns>False when it cannot be hidden; the receiver sees a gap then.</returns>
    public bool Skip(in RtpPacket packet)
    {
        if (_switches || packet.SequenceNumber != _newestIn.Next) return false;
        _newestIn = packet.SequenceNumber;
        _offsets.Sequence--;
        if (IsVp8 && Vp8Descriptor.TryParse(packet.Payload, out var descriptor)) _offsets.Picture = _vp8.Skip(descriptor, _offsets.Picture);
        Remember(packet.SequenceNumber);
        return true;
    }

    /// <summary>Finds what a packet goes out with.</summary>
    /// <param name="packet">A packet of the present source; duplicates have been sorted out before.</param>
    /// <param name="now">When it came.</param>
    /// <param name="rewrite">What changes.</param>
    /// <returns>False for one from before the last switch, one too late to be placed, and malformed VP8.</returns>
    public bool TryRewrite(in RtpPacket packet, Instant now, out Rewrite rewrite)
    {
        rewrite = default;
        var descriptor = default(Vp8Descriptor);
        if (IsVp8 && !packet.Payload.IsEmpty && !Vp8Descriptor.TryParse(packet.Payload, out descriptor)) return false;
        if (_switches) StartSource(packet, descriptor, now);
        var number = packet.SequenceNumber;
        var behind = _newestIn.DistanceFrom(number);
        if ((!_isPastFirst && number.DistanceFrom(_firstIn) < 0) || behind >= Memory) return false;
        if (behind < 0) MoveTo(number);
        var offsets = _memory[number.Value & (Memory - 1)];
        var sequence = new SequenceNumber((ushort)(number.Value + offsets.Sequence));
        var timestamp = Map(packet.Timestamp);
        if (behind < 0) _newestOut = sequence;
        if (timestamp.DistanceFrom(_newestTimestamp) > 0)
        {
            _newestTimestamp = timestamp;
            _newestAt = now;
        }

        var header = new RtpHeader(packet.PayloadType, sequence, timestamp, ssrc, packet.Marker);
        rewrite = descriptor.Length == 0 ? new Rewrite(header) : _vp8.Rewrite(header, descriptor, offsets.Picture);
        return true;
    }

    /// <summary>The time stamp that the receiver sees for one of the present source.</summary>
    public RtpTimestamp Map(RtpTimestamp timestamp) => timestamp + _timestampOffset.Value;

    private void StartSource(in RtpPacket packet, in Vp8Descriptor descriptor, Instant now)
    {
        var first = packet.SequenceNumber;
        _switches = false;
        _firstIn = _newestIn = first;
        _isPastFirst = false;
        if (!_started)
        {
            _started = true;
            _newestOut = first;
            _newestTimestamp = packet.Timestamp;
            _newestAt = now;
        }
        else
        {
            _newestOut = _newestOut.Next;
            _offsets.Sequence = (ushort)(_newestOut.Value - first.Value);
            // As much later as the clock says, and at least one step: two frames must not share a time stamp.
            var passed = Math.Max(1, (now - _newestAt).ToUnits(clockRate));
            _timestampOffset = _newestTimestamp + (uint)passed - packet.Timestamp.Value;
        }

        if (descriptor.Length > 0) _offsets.Picture = _vp8.StartSource(descriptor);
        Remember(first);
    }

    // The numbers passed over are gaps that retransmissions may fill: they get today's offsets too.
    private void MoveTo(SequenceNumber number)
    {
        var first = number.DistanceFrom(_newestIn) > Memory ? new SequenceNumber((ushort)(number.Value - Memory + 1)) : _newestIn.Next;
        for (var at = first; at != number.Next; at = at.Next) Remember(at);
        _newestIn = number;
        // Numbers wrap: half a round later the first would seem to lie ahead. By then memory alone tells what is too old.
        _isPastFirst |= number.DistanceFrom(_firstIn) >= Memory;
    }

    private void Remember(SequenceNumber number) => _memory[number.Value & (Memory - 1)] = _offsets;

    private struct Offsets
    {
        public ushort Sequence;
        public ushort Picture;
    }
}
