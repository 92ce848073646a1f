using System.Buffers.Binary;

namespace ConfEngine.Rtp.Payloads;

/// <summary>H.264 payloads from access units in Annex B form (RFC 6184, packetization mode 1): small NAL units together in STAP-A, those
/// that
/// fit alone, large ones in FU-A.</summary>
public sealed class H264Packetizer : IPacketizer
{
    private const int AccessUnitDelimiter = 9;
    private const int FillerData = 12;
    private ReadOnlyMemory<byte> _rest;
    private ReadOnlyMemory<byte> _unit;
    private int _fragmentAt;

    /// <inheritdoc/>
    public void Begin(ReadOnlyMemory<byte> frame)
    {
        _rest = frame;
        _unit = NextUnit();
        _fragmentAt = 0;
    }

    /// <inheritdoc/>
    public bool TryNext(Span<byte> payload, out int length, out bool isLast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(payload.Length, IPacketizer.MinPayloadLength);
        length = 0;
        isLast = false;
        if (_unit.IsEmpty) return false;
        length = _unit.Length > payload.Length ? WriteFragment(payload) : WriteUnits(payload);
        isLast = _unit.IsEmpty;
        return true;
    }

    private int WriteFragment(Span<byte> payload)
    {
        var unit = _unit.Span;
        var starts = _fragmentAt == 0;
        // The unit's header is not sent as it is: its parts are in the two bytes of every fragment.
        if (starts) _fragmentAt = 1;
        var left = unit.Length - _fragmentAt;
        var room = payload.Length - 2;
        var packets = (left + room - 1) / room;
        var take = (left + packets - 1) / packets;
        payload[0] = (byte)(unit[0] & 0xe0 | H264Payload.FuA);
        var edges = (starts ? H264Payload.FragmentStart : 0) | (take == left ? H264Payload.FragmentEnd : 0);
        payload[1] = (byte)(unit[0] & H264Payload.TypeMask | edges);
        unit.Slice(_fragmentAt, take).CopyTo(payload[2..]);
        _fragmentAt += take;
        if (take == left) Advance();
        return 2 + take;
    }

    private int WriteUnits(Span<byte> payload)
    {
        var first = _unit;
        Advance();
        if (_unit.IsEmpty || 1 + 2 + first.Length + 2 + _unit.Length > payload.Length)
        {
            first.Span.CopyTo(payload);
            return first.Length;
        }

        payload[0] = H264Payload.StapA;
        var length = 1 + WriteAggregated(first.Span, payload, 1);
        while (!_unit.IsEmpty && length + 2 + _unit.Length <= payload.Length)
        {
            length += WriteAggregated(_unit.Span, payload, length);
            Advance();
        }

        return length;
    }

    private static int WriteAggregated(ReadOnlySpan<byte> unit, Span<byte> payload, int at)
    {
        // The aggregate is as important as its most important part (RFC 6184, 5.7.1).
        var importance = Math.Max(payload[0] & 0x60, unit[0] & 0x60);
        payload[0] = (byte)(payload[0] & 0x80 | unit[0] & 0x80 | importance | H264Payload.StapA);
        BinaryPrimitives.WriteUInt16BigEndian(payload[at..], (ushort)unit.Length);
        unit.CopyTo(payload[(at + 2)..]);
        return 2 + unit.Length;
    }

    private void Advance()
    {
        _unit = NextUnit();
        _fragmentAt = 0;
    }

    // The next NAL unit between start codes (ITU-T H.264, annex B), without those that mean nothing over RTP.
    private ReadOnlyMemory<byte> NextUnit()
    {
        while (!_rest.IsEmpty)
        {
            var start = _rest.Span.IndexOf<byte>([0, 0, 1]);
            if (start < 0)
            {
                _rest = default;
                break;
            }

            var body = _rest[(start + 3)..];
            var end = body.Span.IndexOf<byte>([0, 0, 1]);
            var unit = end < 0 ? body : body[..end];
            _rest = end < 0 ? default : body[end..];
            // Zero bytes before the next start code belong to it, not to the unit.
            unit = unit[..(unit.Span.LastIndexOfAnyExcept((byte)0) + 1)];
            if (!unit.IsEmpty
                && (unit.Span[0] & H264Payload.TypeMask) is not (AccessUnitDelimiter or FillerData or 0 or > H264Payload.LastSingle))
                return unit;
        }

        return default;
    }
}
