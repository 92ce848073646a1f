using System.Buffers;
using System.Text;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Format;

/// <summary>MessagePack specification, all families but integers.</summary>
public class ScalarTests
{
    [Fact]
    public void Nil_and_booleans()
    {
        Assert.Equal([0xc0], Bytes.Written((ref writer) => writer.WriteNil()));
        Assert.Equal([0xc2], Bytes.Written((ref writer) => writer.Write(false)));
        Assert.Equal([0xc3], Bytes.Written((ref writer) => writer.Write(true)));
        Assert.True(Bytes.Read([0xc3], (ref reader) => reader.ReadBoolean()));
        Assert.False(Bytes.Read([0xc2], (ref reader) => reader.ReadBoolean()));
        Assert.True(Bytes.Read([0xc0], (ref reader) => reader.TryReadNil()));
        Assert.Throws<MessagePackSerializationException>(() => Bytes.Read([0x01], (ref reader) => reader.ReadBoolean()));
        Assert.Throws<MessagePackSerializationException>(() => Bytes.Read([0x01], (ref reader) => reader.ReadNil()));
    }

    [Theory]
    [InlineData(0.0, "CB 00 00 00 00 00 00 00 00")]
    [InlineData(-0.0, "CB 80 00 00 00 00 00 00 00")]
    [InlineData(0.5, "CB 3F E0 00 00 00 00 00 00")]
    [InlineData(-1.5, "CB BF F8 00 00 00 00 00 00")]
    [InlineData(double.PositiveInfinity, "CB 7F F0 00 00 00 00 00 00")]
    [InlineData(double.NegativeInfinity, "CB FF F0 00 00 00 00 00 00")]
    [InlineData(double.Epsilon, "CB 00 00 00 00 00 00 00 01")]
    [InlineData(double.MaxValue, "CB 7F EF FF FF FF FF FF FF")]
    public void Doubles(double value, string hex)
    {
        Assert.Equal(Bytes.Of(hex), Bytes.Written((ref writer) => writer.Write(value)));
        Assert.Equal(value, Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadDouble()));
    }

    [Theory]
    [InlineData(0.5f, "CA 3F 00 00 00")]
    [InlineData(-2f, "CA C0 00 00 00")]
    [InlineData(float.NaN, "CA FF C0 00 00")]
    public void Floats(float value, string hex)
    {
        Assert.Equal(Bytes.Of(hex), Bytes.Written((ref writer) => writer.Write(value)));
        Assert.Equal(value, Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadSingle()));
        Assert.Equal(value, Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadDouble()));
    }

    [Theory]
    [InlineData("2A", 42)]
    [InlineData("D0 80", -128)]
    [InlineData("CF FF FF FF FF FF FF FF FF", 18446744073709551615.0)]
    public void An_integer_is_a_number_too(string hex, double expected)
    {
        Assert.Equal(expected, Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadDouble()));
        Assert.Equal((float)expected, Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadSingle()));
        Assert.Throws<MessagePackSerializationException>(() => Bytes.Read(Bytes.Of("CA 3F 80 00 00"), (ref reader) => reader.ReadInt32()));
    }

    [Theory]
    [InlineData(0, "A0")]
    [InlineData(31, "BF")]
    [InlineData(32, "D9 20")]
    [InlineData(255, "D9 FF")]
    [InlineData(256, "DA 01 00")]
    [InlineData(65535, "DA FF FF")]
    [InlineData(65536, "DB 00 01 00 00")]
    public void Strings_have_the_shortest_header(int length, string header)
    {
        var text = new string('a', length);
        byte[] expected = [.. Bytes.Of(header), .. Encoding.UTF8.GetBytes(text)];
        Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write(text)));
        Assert.Equal(expected, Bytes.Written((ref writer) => writer.WriteString(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(text, Bytes.Read(expected, (ref reader) => reader.ReadString()));
    }

    [Theory]
    [InlineData("é")]
    [InlineData("会议室 مرحبا")]
    [InlineData("😀👩‍👩‍👧")]
    public void Other_scripts_are_counted_in_bytes(string piece)
    {
        // Each number of repetitions puts the header's size on the other side of what plain ASCII would need.
        for (var count = 1; count < 300; count++)
        {
            var text = string.Concat(Enumerable.Repeat(piece, count));
            var bytes = Bytes.Written((ref writer) => writer.Write(text));
            var length = Encoding.UTF8.GetByteCount(text);
            Assert.Equal((length < 32 ? 1 : length < 256 ? 2 : length < 65536 ? 3 : 5) + length, bytes.Length);
            var reader = new MessagePackReader(bytes.AsMemory());
            Assert.Equal(text, reader.ReadString());
            Assert.True(reader.End);
        }
    }

    [Fact]
    public void What_is_no_text_becomes_replacement_characters()
    {
        Assert.Equal("\ufffd\ufffda", Bytes.Read(Bytes.Of("A3 FF C0 61"), (ref reader) => reader.ReadString()));
        Assert.Equal(Bytes.Of("A5 61 EF BF BD 62"), Bytes.Written((ref writer) => writer.Write("a\ud800b")));
        var lone = new string('\udc00', 1000);
        Assert.Equal(lone.Replace('\udc00', '\ufffd'), Bytes.Read(Bytes.Written((ref writer) => writer.Write(lone)), (ref reader) => reader.ReadString()));
    }

    [Fact]
    public void A_string_is_seen_in_place_where_it_lies_in_one_piece()
    {
        var bytes = Bytes.Of("A3 61 62 63");
        var reader = new MessagePackReader(bytes.AsMemory());
        Assert.True(reader.TryReadStringSpan(out var span));
        Assert.True(span.SequenceEqual("abc"u8));
        var pieces = new MessagePackReader(Bytes.InPieces(bytes, 2));
        Assert.False(pieces.TryReadStringSpan(out _));
        Assert.Equal("abc", Encoding.UTF8.GetString(pieces.ReadStringSequence()!.Value.ToArray()));
        var nil = new MessagePackReader(new byte[] { 0xc0 }.AsMemory());
        Assert.False(nil.TryReadStringSpan(out _));
        Assert.Null(nil.ReadString());
    }

    [Theory]
    [InlineData(0, "C4 00")]
    [InlineData(255, "C4 FF")]
    [InlineData(256, "C5 01 00")]
    [InlineData(65535, "C5 FF FF")]
    [InlineData(65536, "C6 00 01 00 00")]
    public void Bytes_have_the_shortest_header(int length, string header)
    {
        var data = new byte[length];
        new Random(1).NextBytes(data);
        byte[] expected = [.. Bytes.Of(header), .. data];
        Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write(data)));
        Assert.Equal(expected, Bytes.Written((ref writer) => writer.Write(new ReadOnlySequence<byte>(data))));
        Assert.Equal(data, Bytes.Read(expected, (ref reader) => reader.ReadBytes()!.Value.ToArray()));
    }

    [Theory]
    [InlineData(0, "90", "80")]
    [InlineData(15, "9F", "8F")]
    [InlineData(16, "DC 00 10", "DE 00 10")]
    [InlineData(65535, "DC FF FF", "DE FF FF")]
    [InlineData(65536, "DD 00 01 00 00", "DF 00 01 00 00")]
    public void Arrays_and_maps_have_the_shortest_header(int count, string array, string map)
    {
        Assert.Equal(Bytes.Of(array), Bytes.Written((ref writer) => writer.WriteArrayHeader(count)));
        Assert.Equal(Bytes.Of(map), Bytes.Written((ref writer) => writer.WriteMapHeader(count)));
        var reader = new MessagePackReader((byte[])[.. Bytes.Of(array), .. new byte[count]]);
        Assert.Equal(count, reader.ReadArrayHeader());
        reader = new MessagePackReader((byte[])[.. Bytes.Of(map), .. new byte[count * 2]]);
        Assert.Equal(count, reader.ReadMapHeader());
    }

    [Fact]
    public void The_old_specification_has_no_bin_and_no_str8()
    {
        Assert.Equal(Bytes.Of("A2 01 02"), Bytes.Written((ref writer) => writer.Write([1, 2]), oldSpec: true));
        Assert.Equal(Bytes.Of("DA 00 20"), Bytes.Written((ref writer) => writer.WriteStringHeader(32), oldSpec: true));
        Assert.Equal(Bytes.Of("DA 00 28"), Bytes.Written((ref writer) => writer.Write(new string('a', 40)), oldSpec: true)[..3]);
        Assert.Equal([1, 2], Bytes.Read(Bytes.Of("A2 01 02"), (ref reader) => reader.ReadBytes()!.Value.ToArray()));
        Assert.Throws<NotSupportedException>(() => Bytes.Written((ref writer) => writer.Write(DateTime.UnixEpoch), oldSpec: true));
    }
}
