using System.Runtime.CompilerServices;
using MessagePack.Objects;

namespace MessagePack;

public ref partial struct MessagePackReader
{
    public byte ReadByte() => (byte)ReadUnsigned(byte.MaxValue, "a byte");

    public ushort ReadUInt16() => (ushort)ReadUnsigned(ushort.MaxValue, "16 bits without sign");

    public char ReadChar() => (char)ReadUnsigned(ushort.MaxValue, "16 bits without sign");

    public uint ReadUInt32() => (uint)ReadUnsigned(uint.MaxValue, "32 bits without sign");

    public ulong ReadUInt64() => ReadUnsigned(ulong.MaxValue, "64 bits without sign");

    public sbyte ReadSByte() => (sbyte)ReadSigned(sbyte.MinValue, sbyte.MaxValue, "8 bits with sign");

    public short ReadInt16() => (short)ReadSigned(short.MinValue, short.MaxValue, "16 bits with sign");

    public int ReadInt32() => (int)ReadSigned(int.MinValue, int.MaxValue, "32 bits with sign");

    public long ReadInt64() => ReadSigned(long.MinValue, long.MaxValue, "64 bits with sign");

    /// <summary>Takes any number.</summary>
    public float ReadSingle() => (float)ReadNumber();

    /// <summary>Takes any number.</summary>
    public double ReadDouble() => ReadNumber();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong ReadUnsigned(ulong most, string wanted)
    {
        var code = Take();
        if (code <= MessagePackCode.MaxFixInt) return code;
        var bits = ReadInteger(code, out var negative);
        return negative || bits > most ? throw Fault.Range(wanted) : bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ReadSigned(long least, long most, string wanted)
    {
        var code = Take();
        if (code <= MessagePackCode.MaxFixInt) return code;
        var bits = ReadInteger(code, out var negative);
        return (negative ? (long)bits < least : bits > (ulong)most) ? throw Fault.Range(wanted) : (long)bits;
    }

    /// <summary>The integer behind <paramref name="code"/> as two's complement in 64 bits, and whether it is below zero.</summary>
    private ulong ReadInteger(byte code, out bool negative)
    {
        negative = false;
        if (code <= MessagePackCode.MaxFixInt) return code;
        if (code is >= MessagePackCode.UInt8 and <= MessagePackCode.UInt64) return TakeBigEndian(1 << (code - MessagePackCode.UInt8));
        var value = code switch
        {
            >= MessagePackCode.MinNegativeFixInt => (sbyte)code,
            MessagePackCode.Int8 => (sbyte)TakeBigEndian(1),
            MessagePackCode.Int16 => (short)TakeBigEndian(2),
            MessagePackCode.Int32 => (int)TakeBigEndian(4),
            MessagePackCode.Int64 => (long)TakeBigEndian(8),
            _ => throw Fault.Code(code, "an integer"),
        };
        negative = value < 0;
        return (ulong)value;
    }

    private double ReadNumber()
    {
        var code = Take();
        if (code == MessagePackCode.Float64) return BitConverter.UInt64BitsToDouble(TakeBigEndian(8));
        if (code == MessagePackCode.Float32) return BitConverter.UInt32BitsToSingle((uint)TakeBigEndian(4));
        if (MessagePackCode.ToMessagePackType(code) != MessagePackType.Integer) throw Fault.Code(code, "a number");
        var bits = ReadInteger(code, out var negative);
        return negative ? (long)bits : bits;
    }
}
