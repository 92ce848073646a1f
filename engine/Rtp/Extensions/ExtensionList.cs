namespace ConfEngine.Rtp.Extensions;

/// <summary>The header extensions of a packet in either form (RFC 8285, 4.2 and 4.3). Reading stops at the first element that runs over
/// the end: what came before it counts, as the RFC wants it.</summary>
public readonly ref struct ExtensionList
{
    /// <summary>The profile word of the one-byte form.</summary>
    public const ushort OneByteProfile = 0xbede;

    /// <summary>The profile word of the two-byte form with its application bits at zero.</summary>
    public const ushort TwoByteProfile = 0x1000;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ushort _profile;

    internal ExtensionList(ushort profile, ReadOnlySpan<byte> bytes)
    {
        _profile = profile;
        _bytes = bytes;
    }

    /// <summary>Finds the first extension with <paramref name="id"/>.</summary>
    public bool TryGet(byte id, out ReadOnlySpan<byte> value)
    {
        foreach (var element in this)
        {
            if (element.Id != id) continue;
            value = element.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Walks through the extensions in order.</summary>
    public Enumerator GetEnumerator() => new(_profile, _bytes);

    /// <summary>One extension.</summary>
    /// <param name="id">Its number in this session.</param>
    /// <param name="value">Its bytes.</param>
    public readonly ref struct Element(byte id, ReadOnlySpan<byte> value)
    {
        /// <summary>The number that the session description ties to a kind.</summary>
        public byte Id => id;

        /// <summary>The bytes.</summary>
        public ReadOnlySpan<byte> Value { get; } = value;
    }

    /// <summary>Walks through the extensions of a packet.</summary>
    public ref struct Enumerator
    {
        private readonly bool _oneByte;
        private ReadOnlySpan<byte> _rest;
        private byte _id;
        private ReadOnlySpan<byte> _value;

        internal Enumerator(ushort profile, ReadOnlySpan<byte> bytes)
        {
            _oneByte = profile == OneByteProfile;
            // Any other profile is somebody's private extension: skipped as a whole.
            _rest = _oneByte || (profile & 0xfff0) == TwoByteProfile ? bytes : default;
        }

        /// <summary>The present element.</summary>
        public readonly Element Current => new(_id, _value);

        /// <summary>Goes on to the next element.</summary>
        public bool MoveNext()
        {
            while (_rest.Length > 0 && _rest[0] == 0) _rest = _rest[1..];
            if (_rest.IsEmpty) return false;
            return _oneByte ? NextOneByte() : NextTwoByte();
        }

        private bool NextOneByte()
        {
            _id = (byte)(_rest[0] >> 4);
            // 15 is reserved and ends the list (RFC 8285, 4.2). An id of 0 with a length is padding gone wrong: the list ends too.
            return _id is not (0 or 15) && Take(1, (_rest[0] & 0x0f) + 1);
        }

        private bool NextTwoByte()
        {
            if (_rest.Length < 2) return Take(2, 0);
            _id = _rest[0];
            return Take(2, _rest[1]);
        }

        private bool Take(int header, int length)
        {
            if (_rest.Length < header + length)
            {
                _rest = default;
                return false;
            }

            _value = _rest.Slice(header, length);
            _rest = _rest[(header + length)..];
            return true;
        }
    }
}
