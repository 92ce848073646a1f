using System.Buffers;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Format;

/// <summary>MessagePack specification, "ext format family" and "Timestamp extension type".</summary>
public class ExtensionTests
{
    [Theory]
    [InlineData(1, "D4 05")]
    [InlineData(2, "D5 05")]
    [InlineData(4, "D6 05")]
    [InlineData(8, "D7 05")]
    [InlineData(16, "D8 05")]
    [InlineData(0, "C7 00 05")]
    [InlineData(3, "C7 03 05")]
    [InlineData(255, "C7 FF 05")]
    [InlineData(256, "C8 01 00 05")]
    [InlineData(65535, "C8 FF FF 05")]
    [InlineData(65536, "C9 00 01 00 00 05")]
    public void All_lengths(int length, string header)
    {
        var data = new byte[length];
        new Random(2).NextBytes(data);
        byte[] expected = [.. Bytes.Of(header), .. data];
        Assert.Equal(expected, Bytes.Written((ref writer) => writer.WriteExtensionFormat(new ExtensionResult(5, data.AsMemory()))));
        Assert.Equal(data, Bytes.Read(expected, (ref reader) => reader.ReadExtensionFormat().Data.ToArray()));
        var reader = new MessagePackReader(expected.AsMemory());
        Assert.Equal(new ExtensionHeader(5, length), reader.ReadExtensionFormatHeader());
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00.0000000Z", "D6 FF 00 00 00 00")]
    [InlineData("2018-01-02T03:04:05.0000000Z", "D6 FF 5A 4A F6 A5")]
    [InlineData("2106-02-07T06:28:15.0000000Z", "D6 FF FF FF FF FF")]
    [InlineData("2106-02-07T06:28:16.0000000Z", "D7 FF 00 00 00 01 00 00 00 00")]
    [InlineData("2018-01-02T03:04:05.6789012Z", "D7 FF A1 DC D7 40 5A 4A F6 A5")]
    [InlineData("2514-05-30T01:53:03.0000000Z", "D7 FF 00 00 00 03 FF FF FF FF")]
    [InlineData("2514-05-30T01:53:04.0000000Z", "C7 0C FF 00 00 00 00 00 00 00 04 00 00 00 00")]
    [InlineData("1969-12-31T23:59:59.0000000Z", "C7 0C FF 00 00 00 00 FF FF FF FF FF FF FF FF")]
    [InlineData("0001-01-01T00:00:00.0000000Z", "C7 0C FF 00 00 00 00 FF FF FF F1 88 6E 09 00")]
    [InlineData("1969-12-31T23:59:59.5000000Z", "C7 0C FF 1D CD 65 00 FF FF FF FF FF FF FF FF")]
    public void Timestamps_of_32_64_and_96_bits(string text, string hex)
    {
        var time = DateTime.ParseExact(text, "o", null, System.Globalization.DateTimeStyles.RoundtripKind);
        Assert.Equal(Bytes.Of(hex), Bytes.Written((ref writer) => writer.Write(time)));
        var read = Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadDateTime());
        Assert.Equal((time, DateTimeKind.Utc), (read, read.Kind));
    }

    [Theory]
    [InlineData("D4 FF 00")]
    [InlineData("D5 FF 00 00")]
    [InlineData("D6 01 00 00 00 00")]
    [InlineData("D7 FF EE 6B 28 00 00 00 00 00")]
    [InlineData("C7 0C FF 3B 9A CA 00 00 00 00 00 00 00 00 00")]
    [InlineData("C7 0C FF 00 00 00 00 7F FF FF FF FF FF FF FF")]
    [InlineData("C7 0C FF 00 00 00 00 80 00 00 00 00 00 00 00")]
    public void What_is_no_timestamp_is_refused(string hex) =>
        Assert.Throws<MessagePackSerializationException>(() => Bytes.Read(Bytes.Of(hex), (ref reader) => reader.ReadDateTime()));

    [Fact]
    public void Each_first_byte_has_the_type_that_the_specification_gives_it()
    {
        for (var code = 0; code < 256; code++)
        {
            var expected = code switch
            {
                < 0x80 or >= 0xe0 => MessagePackType.Integer,
                < 0x90 or 0xde or 0xdf => MessagePackType.Map,
                < 0xa0 or 0xdc or 0xdd => MessagePackType.Array,
                < 0xc0 or 0xd9 or 0xda or 0xdb => MessagePackType.String,
                0xc0 => MessagePackType.Nil,
                0xc1 => MessagePackType.Unknown,
                0xc2 or 0xc3 => MessagePackType.Boolean,
                < 0xc7 => MessagePackType.Binary,
                < 0xca => MessagePackType.Extension,
                < 0xcc => MessagePackType.Float,
                < 0xd4 => MessagePackType.Integer,
                _ => MessagePackType.Extension,
            };
            Assert.Equal(expected, MessagePackCode.ToMessagePackType((byte)code));
        }
    }
}
