using System.Runtime.CompilerServices;

namespace MessagePack.Objects;

/// <summary>Numbers and booleans without a virtual call and without boxing: for each type the JIT keeps the one line that is its own.</summary>
internal static class Scalar
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsKnown<T>() =>
        typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(bool) || typeof(T) == typeof(double) || typeof(T) == typeof(byte) ||
        typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong) ||
        typeof(T) == typeof(float) || typeof(T) == typeof(char) || typeof(T) == typeof(DateTime);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(ref MessagePackWriter writer, T value)
    {
        if (typeof(T) == typeof(int)) writer.Write(Unsafe.As<T, int>(ref value));
        else if (typeof(T) == typeof(long)) writer.Write(Unsafe.As<T, long>(ref value));
        else if (typeof(T) == typeof(bool)) writer.Write(Unsafe.As<T, bool>(ref value));
        else if (typeof(T) == typeof(double)) writer.Write(Unsafe.As<T, double>(ref value));
        else if (typeof(T) == typeof(byte)) writer.Write(Unsafe.As<T, byte>(ref value));
        else if (typeof(T) == typeof(sbyte)) writer.Write(Unsafe.As<T, sbyte>(ref value));
        else if (typeof(T) == typeof(short)) writer.Write(Unsafe.As<T, short>(ref value));
        else if (typeof(T) == typeof(ushort)) writer.Write(Unsafe.As<T, ushort>(ref value));
        else if (typeof(T) == typeof(uint)) writer.Write(Unsafe.As<T, uint>(ref value));
        else if (typeof(T) == typeof(ulong)) writer.Write(Unsafe.As<T, ulong>(ref value));
        else if (typeof(T) == typeof(float)) writer.Write(Unsafe.As<T, float>(ref value));
        else if (typeof(T) == typeof(char)) writer.Write(Unsafe.As<T, char>(ref value));
        else writer.Write(Unsafe.As<T, DateTime>(ref value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(ref MessagePackReader reader)
    {
        if (typeof(T) == typeof(int)) return As<int, T>(reader.ReadInt32());
        if (typeof(T) == typeof(long)) return As<long, T>(reader.ReadInt64());
        if (typeof(T) == typeof(bool)) return As<bool, T>(reader.ReadBoolean());
        if (typeof(T) == typeof(double)) return As<double, T>(reader.ReadDouble());
        if (typeof(T) == typeof(byte)) return As<byte, T>(reader.ReadByte());
        if (typeof(T) == typeof(sbyte)) return As<sbyte, T>(reader.ReadSByte());
        if (typeof(T) == typeof(short)) return As<short, T>(reader.ReadInt16());
        if (typeof(T) == typeof(ushort)) return As<ushort, T>(reader.ReadUInt16());
        if (typeof(T) == typeof(uint)) return As<uint, T>(reader.ReadUInt32());
        if (typeof(T) == typeof(ulong)) return As<ulong, T>(reader.ReadUInt64());
        if (typeof(T) == typeof(float)) return As<float, T>(reader.ReadSingle());
        return typeof(T) == typeof(char) ? As<char, T>(reader.ReadChar()) : As<DateTime, T>(reader.ReadDateTime());
    }

    private static TTo As<TFrom, TTo>(TFrom value) => Unsafe.As<TFrom, TTo>(ref value);
}
