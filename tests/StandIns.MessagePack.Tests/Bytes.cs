using System.Buffers;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests;

internal delegate void Writing(ref MessagePackWriter writer);

internal delegate T Reading<out T>(ref MessagePackReader reader);

/// <summary>Bytes as people write them, and values through them.</summary>
internal static class Bytes
{
    public static byte[] Of(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static byte[] Written(Writing write, bool oldSpec = false)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output) { OldSpec = oldSpec };
        write(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads from memory in one piece, and from memory in pieces of each size up to the whole; all must agree.</summary>
    public static T Read<T>(byte[] bytes, Reading<T> read)
    {
        var whole = new MessagePackReader(bytes.AsMemory());
        var value = read(ref whole);
        Assert.True(whole.End);
        foreach (var size in new[] { 1, 2, 3, 7 })
        {
            var pieces = new MessagePackReader(InPieces(bytes, size));
            Assert.Equal(value, read(ref pieces));
            Assert.True(pieces.End);
            Assert.Equal(bytes.Length, pieces.Consumed);
        }
        return value;
    }

    public static ReadOnlySequence<byte> InPieces(byte[] bytes, int size)
    {
        var first = new Piece(bytes.AsMemory(0, Math.Min(size, bytes.Length)), 0);
        var last = first;
        for (var at = size; at < bytes.Length; at += size) last = last.Append(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
