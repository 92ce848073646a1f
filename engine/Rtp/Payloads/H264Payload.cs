using System.Buffers.Binary;

namespace ConfEngine.Rtp.Payloads;

/// <summary>The packet and NAL unit types of H.264 over RTP (RFC 6184, 5.2; ITU-T H.264, table 7-1).</summary>
public static class H264Payload
{
    internal const int IdrSlice = 5;
    internal const int SequenceParameters = 7;
    internal const int LastSingle = 23;
    internal const int StapA = 24;
    internal const int FuA = 28;
    internal const int TypeMask = 0x1f;
    internal const int FragmentStart = 0x80;
    internal const int FragmentEnd = 0x40;

    /// <summary>True when the payload holds sequence parameters or the start of an IDR slice.</summary>
    public static bool StartsKeyFrame(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty) return false;
        switch (payload[0] & TypeMask)
        {
            case FuA:
                return payload.Length > 2 && (payload[1] & FragmentStart) != 0 && IsKey(payload[1] & TypeMask);
            case StapA:
                var units = new StapReader(payload);
                while (units.TryRead(out var unit))
                    if (IsKey(unit[0] & TypeMask)) return true;
                return false;
            default:
                return IsKey(payload[0] & TypeMask);
        }
    }

    private static bool IsKey(int type) => type is SequenceParameters or IdrSlice;

    /// <summary>The NAL units of an aggregation packet (RFC 6184, 5.7.1).</summary>
    internal ref struct StapReader(ReadOnlySpan<byte> payload)
    {
        private ReadOnlySpan<byte> _rest = payload[1..];

        /// <summary>False when everything was read to the last byte.</summary>
        public readonly bool IsBroken => !_rest.IsEmpty;

        public bool TryRead(out ReadOnlySpan<byte> unit)
        {
            unit = default;
            if (_rest.Length < 3) return false;
            var length = BinaryPrimitives.ReadUInt16BigEndian(_rest);
            if (length == 0 || 2 + length > _rest.Length) return false;
            unit = _rest.Slice(2, length);
            _rest = _rest[(2 + length)..];
            return true;
        }
    }
}
