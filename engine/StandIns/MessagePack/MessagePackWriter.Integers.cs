namespace MessagePack;

public ref partial struct MessagePackWriter
{
    public void Write(byte value)
    {
        if (value <= MessagePackCode.MaxFixInt) WriteByte(value);
        else WriteUInt8(value);
    }

    public void Write(sbyte value)
    {
        if (value >= -32) WriteByte((byte)value);
        else WriteInt8(value);
    }

    public void Write(short value) => Write((int)value);

    public void Write(ushort value) => Write((uint)value);

    public void Write(char value) => Write((uint)value);

    public void Write(int value)
    {
        if (value >= 0) Write((uint)value);
        else if (value >= -32) WriteByte((byte)value);
        else if (value >= sbyte.MinValue) WriteInt8((sbyte)value);
        else if (value >= short.MinValue) WriteInt16((short)value);
        else WriteInt32(value);
    }

    public void Write(uint value)
    {
        if (value <= MessagePackCode.MaxFixInt) WriteByte((byte)value);
        else if (value <= byte.MaxValue) WriteUInt8((byte)value);
        else if (value <= ushort.MaxValue) WriteUInt16((ushort)value);
        else WriteUInt32(value);
    }

    public void Write(long value)
    {
        if (value >= 0) Write((ulong)value);
        else if (value >= int.MinValue) Write((int)value);
        else WriteInt64(value);
    }

    public void Write(ulong value)
    {
        if (value <= uint.MaxValue) Write((uint)value);
        else WriteUInt64(value);
    }

    public void WriteUInt8(byte value) => WriteCode8(MessagePackCode.UInt8, value);

    public void WriteInt8(sbyte value) => WriteCode8(MessagePackCode.Int8, (byte)value);

    public void WriteUInt16(ushort value) => WriteCode16(MessagePackCode.UInt16, value);

    public void WriteInt16(short value) => WriteCode16(MessagePackCode.Int16, (ushort)value);

    public void WriteUInt32(uint value) => WriteCode32(MessagePackCode.UInt32, value);

    public void WriteInt32(int value) => WriteCode32(MessagePackCode.Int32, (uint)value);

    public void WriteUInt64(ulong value) => WriteCode64(MessagePackCode.UInt64, value);

    public void WriteInt64(long value) => WriteCode64(MessagePackCode.Int64, (ulong)value);
}
