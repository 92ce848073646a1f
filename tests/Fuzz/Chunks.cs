using System.Buffers.Binary;

namespace ConfEngine.Fuzz;

/// <summary>An input that stands for several packets: each after its length in two bytes.</summary>
internal ref struct Chunks(ReadOnlySpan<byte> input)
{
    private ReadOnlySpan<byte> _rest = input;

    /// <summary>Joins packets to one input.</summary>
    public static byte[] Join(params IEnumerable<byte[]> packets)
    {
        var all = new List<byte>();
        foreach (var packet in packets)
        {
            all.Add((byte)(packet.Length >> 8));
            all.Add((byte)packet.Length);
            all.AddRange(packet);
        }

        return [.. all];
    }

    /// <summary>The next packet; the last is as long as there are bytes.</summary>
    public bool TryNext(out ReadOnlySpan<byte> packet)
    {
        packet = default;
        if (_rest.Length < 2) return false;
        var length = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(_rest), _rest.Length - 2);
        packet = _rest.Slice(2, length);
        _rest = _rest[(2 + length)..];
        return true;
    }
}
