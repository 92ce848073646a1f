using System.Runtime.CompilerServices;

namespace MessagePack.Formatters;

/// <summary>Enumerations as the integers that they are.</summary>
internal sealed class EnumFormatter<TEnum, TInteger> : IMessagePackFormatter<TEnum>
    where TEnum : struct, Enum
    where TInteger : struct
{
    public void Serialize(ref MessagePackWriter writer, TEnum value, MessagePackSerializerOptions options)
    {
        if (typeof(TInteger) == typeof(int)) writer.Write(Unsafe.As<TEnum, int>(ref value));
        else if (typeof(TInteger) == typeof(byte)) writer.Write(Unsafe.As<TEnum, byte>(ref value));
        else if (typeof(TInteger) == typeof(sbyte)) writer.Write(Unsafe.As<TEnum, sbyte>(ref value));
        else if (typeof(TInteger) == typeof(short)) writer.Write(Unsafe.As<TEnum, short>(ref value));
        else if (typeof(TInteger) == typeof(ushort)) writer.Write(Unsafe.As<TEnum, ushort>(ref value));
        else if (typeof(TInteger) == typeof(uint)) writer.Write(Unsafe.As<TEnum, uint>(ref value));
        else if (typeof(TInteger) == typeof(long)) writer.Write(Unsafe.As<TEnum, long>(ref value));
        else writer.Write(Unsafe.As<TEnum, ulong>(ref value));
    }

    public TEnum Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (typeof(TInteger) == typeof(int)) return From(reader.ReadInt32());
        if (typeof(TInteger) == typeof(byte)) return From(reader.ReadByte());
        if (typeof(TInteger) == typeof(sbyte)) return From(reader.ReadSByte());
        if (typeof(TInteger) == typeof(short)) return From(reader.ReadInt16());
        if (typeof(TInteger) == typeof(ushort)) return From(reader.ReadUInt16());
        if (typeof(TInteger) == typeof(uint)) return From(reader.ReadUInt32());
        return typeof(TInteger) == typeof(long) ? From(reader.ReadInt64()) : From(reader.ReadUInt64());
    }

    private static TEnum From<T>(T integer) => Unsafe.As<T, TEnum>(ref integer);
}
