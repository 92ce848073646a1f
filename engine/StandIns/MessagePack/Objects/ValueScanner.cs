using System.Buffers.Binary;

namespace MessagePack.Objects;

/// <summary>Finds where a value ends in bytes of which more may come. It goes on where it stopped, so that a slow stream is not looked at again and again.</summary>
internal struct ValueScanner()
{
    private long _values = 1;

    /// <summary>How far the value's bytes have been looked at; its length when <see cref="TryFinish"/> has said yes.</summary>
    public long Length { get; private set; }

    /// <param name="bytes">The value from its first byte on, as far as it has come.</param>
    /// <returns>Whether it ends here.</returns>
    public bool TryFinish(ReadOnlySpan<byte> bytes)
    {
        while (_values > 0)
        {
            if (Length >= bytes.Length) return false;
            var rest = bytes[(int)Length..];
            var header = HeaderSize(rest[0]);
            if (rest.Length < header) return false;
            var (payload, inside) = Contents(rest);
            Length += header + payload;
            _values += inside - 1;
        }

        return Length <= bytes.Length;
    }

    /// <summary>Bytes before the payload, the first one included.</summary>
    public static int HeaderSize(byte code) => code switch
    {
        MessagePackCode.Str8 or MessagePackCode.Bin8 => 2,
        MessagePackCode.Str16 or MessagePackCode.Bin16 or MessagePackCode.Array16 or MessagePackCode.Map16 => 3,
        MessagePackCode.Str32 or MessagePackCode.Bin32 or MessagePackCode.Array32 or MessagePackCode.Map32 => 5,
        MessagePackCode.Ext8 => 3,
        MessagePackCode.Ext16 => 4,
        MessagePackCode.Ext32 => 6,
        >= MessagePackCode.FixExt1 and <= MessagePackCode.FixExt16 => 2,
        _ => 1,
    };

    private static (long Payload, long Inside) Contents(ReadOnlySpan<byte> value)
    {
        var code = value[0];
        return code switch
        {
            MessagePackCode.NeverUsed => throw Fault.Code(code, "a value"),
            >= MessagePackCode.MinFixMap and <= MessagePackCode.MaxFixMap => (0, 2 * (code & 0x0f)),
            >= MessagePackCode.MinFixArray and <= MessagePackCode.MaxFixArray => (0, code & 0x0f),
            >= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr => (code & 0x1f, 0),
            MessagePackCode.Str8 or MessagePackCode.Bin8 or MessagePackCode.Ext8 => (value[1], 0),
            MessagePackCode.Str16 or MessagePackCode.Bin16 or MessagePackCode.Ext16 => (BinaryPrimitives.ReadUInt16BigEndian(value[1..]), 0),
            MessagePackCode.Str32 or MessagePackCode.Bin32 or MessagePackCode.Ext32 => (BinaryPrimitives.ReadUInt32BigEndian(value[1..]), 0),
            MessagePackCode.Array16 => (0, BinaryPrimitives.ReadUInt16BigEndian(value[1..])),
            MessagePackCode.Array32 => (0, BinaryPrimitives.ReadUInt32BigEndian(value[1..])),
            MessagePackCode.Map16 => (0, 2L * BinaryPrimitives.ReadUInt16BigEndian(value[1..])),
            MessagePackCode.Map32 => (0, 2L * BinaryPrimitives.ReadUInt32BigEndian(value[1..])),
            >= MessagePackCode.FixExt1 and <= MessagePackCode.FixExt16 => (1L << (code - MessagePackCode.FixExt1), 0),
            MessagePackCode.Float32 => (4, 0),
            MessagePackCode.Float64 => (8, 0),
            >= MessagePackCode.UInt8 and <= MessagePackCode.Int64 => (1L << ((code - MessagePackCode.UInt8) & 3), 0),
            _ => (0, 0),
        };
    }
}
