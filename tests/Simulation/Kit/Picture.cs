using System.Buffers.Binary;

namespace ConfEngine.Simulation.Kit;

/// <summary>A frame that says of itself what it is, with the first bytes of VP8, so that a receiver can tell whether it is whole and whether a
/// decoder could have shown it.</summary>
/// <param name="Layer">Which encoding.</param>
/// <param name="Number">Counts the frames of its encoding.</param>
/// <param name="Base">The frame it is coded from; itself for a key frame.</param>
/// <param name="Taken">When, in nanoseconds on the network's clock.</param>
internal readonly record struct Picture(int Layer, long Number, long Base, long Taken)
{
    public const int MinLength = Header + 1 + 8 + 8 + 8 + 4;

    private const int Header = 10;

    public bool IsKey => Base == Number;

    /// <summary>Writes the frame; every byte of <paramref name="frame"/> is set.</summary>
    public void Write(Span<byte> frame, int height)
    {
        frame[0] = (byte)(IsKey ? 0x10 : 0x11);
        (frame[1], frame[2], frame[3], frame[4], frame[5]) = (0, 0, 0x9d, 0x01, 0x2a);
        BinaryPrimitives.WriteUInt16LittleEndian(frame[6..], (ushort)(height * 16 / 9));
        BinaryPrimitives.WriteUInt16LittleEndian(frame[8..], (ushort)height);
        var fields = frame[Header..];
        fields[0] = (byte)Layer;
        BinaryPrimitives.WriteInt64BigEndian(fields[1..], Number);
        BinaryPrimitives.WriteInt64BigEndian(fields[9..], Base);
        BinaryPrimitives.WriteInt64BigEndian(fields[17..], Taken);
        frame[MinLength..].Fill((byte)Number);
        BinaryPrimitives.WriteUInt32BigEndian(fields[25..], Sum(frame));
    }

    /// <summary>Reads a frame; false when a byte of it is not as it was written.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out Picture picture)
    {
        picture = default;
        if (frame.Length < MinLength) return false;
        var fields = frame[Header..];
        picture = new Picture(
            fields[0], BinaryPrimitives.ReadInt64BigEndian(fields[1..]), BinaryPrimitives.ReadInt64BigEndian(fields[9..]),
            BinaryPrimitives.ReadInt64BigEndian(fields[17..]));
        return BinaryPrimitives.ReadUInt32BigEndian(fields[25..]) == Sum(frame)
            && frame[MinLength..].IndexOfAnyExcept((byte)picture.Number) < 0;
    }

    // Length and head: the rest is one and the same byte.
    private static uint Sum(ReadOnlySpan<byte> frame)
    {
        var sum = (uint)frame.Length;
        foreach (var one in frame[..(MinLength - 4)]) sum = (sum ^ one) * 16777619;
        return sum;
    }
}
