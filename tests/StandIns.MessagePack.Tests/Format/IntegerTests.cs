using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Format;

/// <summary>MessagePack specification, "int format family".</summary>
public class IntegerTests
{
    public static TheoryData<string, string> Shortest => new()
    {
        { "0", "00" }, { "1", "01" }, { "127", "7F" },
        { "128", "CC 80" }, { "255", "CC FF" },
        { "256", "CD 01 00" }, { "65535", "CD FF FF" },
        { "65536", "CE 00 01 00 00" }, { "70000", "CE 00 01 11 70" }, { "2147483647", "CE 7F FF FF FF" }, { "4294967295", "CE FF FF FF FF" },
        { "4294967296", "CF 00 00 00 01 00 00 00 00" }, { "9223372036854775807", "CF 7F FF FF FF FF FF FF FF" },
        { "9223372036854775808", "CF 80 00 00 00 00 00 00 00" }, { "18446744073709551615", "CF FF FF FF FF FF FF FF FF" },
        { "-1", "FF" }, { "-32", "E0" },
        { "-33", "D0 DF" }, { "-128", "D0 80" },
        { "-129", "D1 FF 7F" }, { "-32768", "D1 80 00" },
        { "-32769", "D2 FF FF 7F FF" }, { "-2147483648", "D2 80 00 00 00" },
        { "-2147483649", "D3 FF FF FF FF 7F FF FF FF" }, { "-9223372036854775808", "D3 80 00 00 00 00 00 00 00" },
    };

    /// <summary>All forms that can say 1 and, with sign, -1.</summary>
    public static TheoryData<string, long> Longer => new()
    {
        { "CC 01", 1 }, { "CD 00 01", 1 }, { "CE 00 00 00 01", 1 }, { "CF 00 00 00 00 00 00 00 01", 1 },
        { "D0 01", 1 }, { "D1 00 01", 1 }, { "D2 00 00 00 01", 1 }, { "D3 00 00 00 00 00 00 00 01", 1 },
        { "D0 FF", -1 }, { "D1 FF FF", -1 }, { "D2 FF FF FF FF", -1 }, { "D3 FF FF FF FF FF FF FF FF", -1 },
    };

    [Theory]
    [MemberData(nameof(Shortest))]
    public void The_shortest_form_is_written_whatever_the_type(string text, string hex)
    {
        var value = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        var expected = Bytes.Of(hex);
        if (value >= 0) Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write((ulong)value)));
        if (value >= long.MinValue && value <= long.MaxValue) Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write((long)value)));
        if (value >= 0 && value <= uint.MaxValue) Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write((uint)value)));
        if (value >= int.MinValue && value <= int.MaxValue) Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write((int)value)));
        if (value >= 0 && value <= ushort.MaxValue) Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write((ushort)value)));
        if (value >= short.MinValue && value <= short.MaxValue) Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write((short)value)));
        if (value >= 0 && value <= byte.MaxValue) Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write((byte)value)));
        if (value >= sbyte.MinValue && value <= sbyte.MaxValue) Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write((sbyte)value)));
    }

    [Theory]
    [MemberData(nameof(Shortest))]
    public void Each_type_reads_what_it_can_hold_and_refuses_the_rest(string text, string hex)
    {
        var value = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        var bytes = Bytes.Of(hex);
        Check(ulong.MinValue, ulong.MaxValue, (ref reader) => reader.ReadUInt64());
        Check(long.MinValue, long.MaxValue, (ref reader) => reader.ReadInt64());
        Check(uint.MinValue, uint.MaxValue, (ref reader) => reader.ReadUInt32());
        Check(int.MinValue, int.MaxValue, (ref reader) => reader.ReadInt32());
        Check(ushort.MinValue, ushort.MaxValue, (ref reader) => reader.ReadUInt16());
        Check(short.MinValue, short.MaxValue, (ref reader) => reader.ReadInt16());
        Check(byte.MinValue, byte.MaxValue, (ref reader) => reader.ReadByte());
        Check(sbyte.MinValue, sbyte.MaxValue, (ref reader) => reader.ReadSByte());
        Check(char.MinValue, char.MaxValue, (ref reader) => (ushort)reader.ReadChar());

        void Check<T>(BigInteger least, BigInteger most, Reading<T> read)
            where T : struct, INumber<T>
        {
            if (value >= least && value <= most) Assert.Equal(value, BigInteger.CreateChecked(Bytes.Read(bytes, read)));
            else Assert.IsType<OverflowException>(Assert.Throws<MessagePackSerializationException>(() => Bytes.Read(bytes, read)).InnerException);
        }
    }

    [Theory]
    [MemberData(nameof(Longer))]
    public void Longer_forms_are_read_too(string hex, long expected)
    {
        Assert.Equal(expected, Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadInt64()));
        Assert.Equal(expected, Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadInt32()));
        Assert.Equal(expected, Bytes.Read(Bytes.Of(hex), (ref reader) => (long)reader.ReadSByte()));
        if (expected >= 0) Assert.Equal((byte)expected, Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadByte()));
    }

    [Fact]
    public void Fixed_forms_are_as_wide_as_they_say()
    {
        Assert.Equal(Bytes.Of("CC 01"), Bytes.Written((ref writer) => writer.WriteUInt8(1)));
        Assert.Equal(Bytes.Of("CD 00 01"), Bytes.Written((ref writer) => writer.WriteUInt16(1)));
        Assert.Equal(Bytes.Of("CE 00 00 00 01"), Bytes.Written((ref writer) => writer.WriteUInt32(1)));
        Assert.Equal(Bytes.Of("CF 00 00 00 00 00 00 00 01"), Bytes.Written((ref writer) => writer.WriteUInt64(1)));
        Assert.Equal(Bytes.Of("D0 FF"), Bytes.Written((ref writer) => writer.WriteInt8(-1)));
        Assert.Equal(Bytes.Of("D1 FF FF"), Bytes.Written((ref writer) => writer.WriteInt16(-1)));
        Assert.Equal(Bytes.Of("D2 FF FF FF FF"), Bytes.Written((ref writer) => writer.WriteInt32(-1)));
        Assert.Equal(Bytes.Of("D3 FF FF FF FF FF FF FF FF"), Bytes.Written((ref writer) => writer.WriteInt64(-1)));
    }

    [Fact]
    public void Any_integer_comes_back() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<DoNotSize<long>>(), any =>
        Bytes.Read(Bytes.Written((ref writer) => writer.Write(any.Item)), (ref reader) => reader.ReadInt64()) == any.Item
        && Bytes.Read(Bytes.Written((ref writer) => writer.Write((ulong)any.Item)), (ref reader) => reader.ReadUInt64()) == (ulong)any.Item));
}
