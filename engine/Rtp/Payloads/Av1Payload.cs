namespace ConfEngine.Rtp.Payloads;

/// <summary>The aggregation header and elements of AV1 over RTP (AOM, RTP Payload Format For AV1 1.0, 4.4).</summary>
public static class Av1Payload
{
    /// <summary>True when the packet begins a new coded video sequence (the N bit; the specification, 4.4).</summary>
    public static bool StartsKeyFrame(ReadOnlySpan<byte> payload) => payload.Length > 1 && (payload[0] & 0x88) == 0x08;

    /// <summary>Reads an unsigned little-endian base-128 number of at most 32 bits (AV1 specification, 4.10.5).</summary>
    internal static bool TryReadLeb128(ref ReadOnlySpan<byte> bytes, out int value)
    {
        value = 0;
        for (var i = 0; i < 4 && i < bytes.Length; i++)
        {
            value |= (bytes[i] & 0x7f) << (7 * i);
            if ((bytes[i] & 0x80) != 0) continue;
            bytes = bytes[(i + 1)..];
            return true;
        }

        // Four bytes hold 2^28: nothing longer fits a packet or a frame here.
        return false;
    }

    /// <summary>The elements of a packet: whole OBUs, or fragments at either end.</summary>
    internal ref struct ElementReader(ReadOnlySpan<byte> payload)
    {
        private readonly byte _header = payload[0];
        private ReadOnlySpan<byte> _rest = payload[1..];
        private int _read;

        public readonly bool ContinuesFirst => (_header & 0x80) != 0;

        public readonly bool LastGoesOn => (_header & 0x40) != 0;

        /// <summary>True behind the last element.</summary>
        public readonly bool IsAtEnd => _rest.IsEmpty;


        public bool TryRead(out ReadOnlySpan<byte> element)
        {
            element = default;
            var count = _header >> 4 & 3;
            if (_rest.IsEmpty) return false;
            // With a count, the last element has no length of its own.
            if (count > 0 && _read + 1 == count)
            {
                element = _rest;
                _rest = default;
            }
            else
            {
                if (!TryReadLeb128(ref _rest, out var length) || length > _rest.Length) return false;
                element = _rest[..length];
                _rest = _rest[length..];
            }

            _read++;
            return true;
        }
    }
}
