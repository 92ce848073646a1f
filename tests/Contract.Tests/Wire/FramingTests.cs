using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Tests.Wire;

public sealed class FramingTests
{
    [Fact]
    public void A_message_has_its_length_in_front_most_significant_byte_first()
    {
        using var stream = new MemoryStream();
        new StreamSink(stream).Send(new byte[258]);
        Assert.Equal([0, 0, 1, 2], stream.ToArray()[..4]);
        Assert.Equal(262, stream.Length);
    }

    [Fact]
    public void What_was_sent_is_read_however_it_is_cut()
    {
        using var sent = new MemoryStream();
        var sink = new StreamSink(sent);
        byte[][] messages = [[1], [.. Enumerable.Range(0, 5000).Select(i => (byte)i)], [2, 3]];
        foreach (var message in messages) sink.Send(message);
        var stream = new OneByteStream(sent.ToArray());
        byte[] buffer = [];
        foreach (var message in messages)
        {
            Assert.True(MessageFraming.TryRead(stream, ref buffer, out var length));
            Assert.Equal(message, buffer[..length]);
        }

        Assert.False(MessageFraming.TryRead(stream, ref buffer, out _));
    }

    [Fact]
    public void A_stream_that_ends_within_a_message_is_an_error_at_every_byte()
    {
        byte[] whole = [0, 0, 0, 3, 1, 2, 3];
        for (var length = 1; length < whole.Length; length++)
        {
            byte[] buffer = [];
            Assert.Throws<InvalidDataException>(() => MessageFraming.TryRead(new MemoryStream(whole[..length]), ref buffer, out _));
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData((4u << 20) + 1)]
    [InlineData(uint.MaxValue)]
    public void A_length_that_is_not_allowed_ends_the_stream_before_memory_is_taken(uint announced)
    {
        var bytes = new byte[64];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, announced);
        byte[] buffer = [];
        var refused = Assert.Throws<InvalidDataException>(() => MessageFraming.TryRead(new MemoryStream(bytes), ref buffer, out _));
        Assert.Contains("4194304", refused.Message);
        Assert.Empty(buffer);
    }

    [Fact]
    public void The_longest_message_passes()
    {
        using var sent = new MemoryStream();
        new StreamSink(sent).Send(new byte[MessageLimits.MaxBytes]);
        sent.Position = 0;
        byte[] buffer = [];
        Assert.True(MessageFraming.TryRead(sent, ref buffer, out var length));
        Assert.Equal(MessageLimits.MaxBytes, length);
    }

    [Fact]
    public void An_announcement_alone_takes_no_memory()
    {
        byte[] buffer = [];
        Assert.Throws<InvalidDataException>(() => MessageFraming.TryRead(new MemoryStream([0, 0x40, 0, 0, 1]), ref buffer, out _));
        Assert.InRange(buffer.Length, 1, 4096);
    }

    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
