using System.Buffers.Binary;
using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Tests.Wire;

public sealed class MessageShapeTests
{
    // One of each format of the MessagePack specification.
    public static TheoryData<string> Values { get; } =
    [
        "00", "7f", "e0", "ff", "c0", "c2", "c3", "80", "81 01 02", "90", "92 01 c0", "a0", "a3 61 62 63",
        "bf 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61",
        "c4 02 01 02", "c5 00 01 09", "c6 00 00 00 01 09", "c7 02 05 01 02", "c8 00 01 05 01", "c9 00 00 00 01 05 01",
        "ca 00 00 00 00", "cb 00 00 00 00 00 00 00 00", "cc 01", "cd 00 01", "ce 00 00 00 01", "cf 00 00 00 00 00 00 00 01",
        "d0 01", "d1 00 01", "d2 00 00 00 01", "d3 00 00 00 00 00 00 00 01", "d4 05 01", "d5 05 01 02", "d6 05 01 02 03 04",
        "d7 05 01 02 03 04 05 06 07 08", "d8 05 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10", "d9 01 61", "da 00 01 61", "db 00 00 00 01 61",
        "dc 00 02 01 02", "dd 00 00 00 01 c0", "de 00 01 01 02", "df 00 00 00 01 01 02", "93 92 01 02 81 a1 61 90 c4 01 00",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Its_length_is_the_readers(string hex)
    {
        byte[] value = [.. Convert.FromHexString(hex.Replace(" ", "")), 0xc0];
        var reader = new MessagePackReader(value);
        reader.Skip();
        Assert.True(MessageShape.TryMeasure(value, MessageLimits.MaxDepth, out var length, out var error), error);
        Assert.Equal(value.Length - 1, length);
        Assert.Equal(reader.Consumed, length);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Cut_short_it_is_refused_at_every_byte(string hex)
    {
        var value = Convert.FromHexString(hex.Replace(" ", ""));
        for (var length = 0; length < value.Length; length++)
            Assert.False(MessageShape.TryMeasure(value.AsMemory(0, length), MessageLimits.MaxDepth, out _, out _), $"{length} bytes");
    }

    [Fact]
    public void Every_first_byte_is_known_but_one()
    {
        for (var head = 0; head < 256; head++)
        {
            byte[] zeros = [(byte)head, .. new byte[64]];
            Assert.Equal(head != 0xc1, MessageShape.TryMeasure(zeros, MessageLimits.MaxDepth, out _, out _));
        }
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(1_000_000, false)]
    public void Nesting_has_an_end(int depth, bool allowed)
    {
        byte[] arrays = [.. Enumerable.Repeat((byte)0x91, depth - 1), 0x90];
        Assert.Equal(allowed, MessageShape.TryMeasure(arrays, MessageLimits.MaxDepth, out _, out var error));
        if (!allowed) Assert.Contains("64", error);
        byte[] maps = [.. Enumerable.Repeat<byte[]>([0x81, 0x01], depth - 1).SelectMany(head => head), 0x80];
        Assert.Equal(allowed, MessageShape.TryMeasure(maps, MessageLimits.MaxDepth, out _, out _));
    }

    [Theory]
    [InlineData(0xdd)]
    [InlineData(0xdf)]
    [InlineData(0xc6)]
    [InlineData(0xc9)]
    [InlineData(0xdb)]
    public void A_count_that_cannot_be_true_is_refused_at_once(byte head)
    {
        var value = new byte[100];
        value[0] = head;
        BinaryPrimitives.WriteUInt32BigEndian(value.AsSpan(1), uint.MaxValue);
        Assert.False(MessageShape.TryMeasure(value, MessageLimits.MaxDepth, out _, out _));
    }

    [Fact]
    public void Random_bytes_never_do_harm()
    {
        var random = new Random(4);
        var bytes = new byte[200];
        for (var round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            var length = random.Next(1, bytes.Length);
            if (MessageShape.TryMeasure(bytes.AsMemory(0, length), MessageLimits.MaxDepth, out var measured, out _)) Assert.InRange(measured, 1, length);
            Envelope.TryRead(bytes.AsMemory(0, length), out _, out _);
        }
    }
}
