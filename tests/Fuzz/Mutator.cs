using System.Buffers.Binary;

namespace ConfEngine.Fuzz;

/// <summary>Makes mutants from a seeded generator: the same seed, the same mutants.</summary>
/// <param name="random">The generator.</param>
/// <param name="mostBytes">The longest mutant.</param>
/// <param name="words">Words of the input's language.</param>
internal sealed class Mutator(Random random, int mostBytes, IReadOnlyList<byte[]> words)
{
    // Where lengths, counts and signs go wrong.
    private static readonly int[] s_edges = [0, 1, 2, 3, 4, 7, 8, 12, 15, 16, 31, 32, 63, 64, 127, 128, 192, 223, 254, 255, 256, 1500, 0x7fff, 0x8000, 0xbede, 0xfffe, 0xffff];

    private readonly List<byte> _bytes = [];

    /// <summary>A descendant of <paramref name="parent"/>, and now and then of <paramref name="other"/> too.</summary>
    public byte[] Mutate(byte[] parent, byte[] other)
    {
        _bytes.Clear();
        _bytes.AddRange(parent);
        for (var steps = 1 + Exponential(); steps > 0; steps--) Step(other);
        if (_bytes.Count > mostBytes) _bytes.RemoveRange(mostBytes, _bytes.Count - mostBytes);
        return [.. _bytes];
    }

    private void Step(byte[] other)
    {
        if (_bytes.Count == 0)
        {
            InsertRandom();
            return;
        }

        switch (random.Next(words.Count > 0 ? 14 : 12))
        {
            case 0: _bytes[At()] ^= (byte)(1 << random.Next(8)); break;
            case 1: _bytes[At()] = (byte)random.Next(256); break;
            case 2: _bytes[At()] = (byte)s_edges[random.Next(s_edges.Length)]; break;
            case 3: _bytes[At()] += (byte)(random.Next(2) == 0 ? 1 : 255); break;
            case 4: SetWide(2); break;
            case 5: SetWide(4); break;
            case 6: Remove(); break;
            case 7: Truncate(); break;
            case 8: InsertRandom(); break;
            case 9: Copy(); break;
            case 10: Splice(other); break;
            case 11: Swap(); break;
            default: InsertWord(); break;
        }
    }

    private int At() => random.Next(_bytes.Count);

    private int Exponential()
    {
        var count = 0;
        while (count < 12 && random.Next(5) < 3) count++;
        return count;
    }

    private void SetWide(int size)
    {
        if (_bytes.Count < size) return;
        Span<byte> value = stackalloc byte[4];
        var edge = s_edges[random.Next(s_edges.Length)];
        BinaryPrimitives.WriteInt32BigEndian(value, random.Next(4) == 0 ? -edge : edge);
        var at = random.Next(_bytes.Count - size + 1);
        for (var i = 0; i < size; i++) _bytes[at + i] = value[4 - size + i];
    }

    private void Remove()
    {
        var at = At();
        _bytes.RemoveRange(at, Math.Min(1 + random.Next(16), _bytes.Count - at));
    }

    private void Truncate()
    {
        var keep = At();
        _bytes.RemoveRange(keep, _bytes.Count - keep);
    }

    private void InsertRandom()
    {
        var bytes = new byte[1 + random.Next(12)];
        random.NextBytes(bytes);
        _bytes.InsertRange(random.Next(_bytes.Count + 1), bytes);
    }

    private void InsertWord() => _bytes.InsertRange(random.Next(_bytes.Count + 1), words[random.Next(words.Count)]);

    private void Copy()
    {
        var from = At();
        var piece = _bytes.GetRange(from, Math.Min(1 + random.Next(64), _bytes.Count - from));
        var to = At();
        if (random.Next(2) == 0) _bytes.InsertRange(to, piece);
        else for (var i = 0; i < piece.Count && to + i < _bytes.Count; i++) _bytes[to + i] = piece[i];
    }

    private void Splice(byte[] other)
    {
        if (other.Length == 0) return;
        Truncate();
        var from = random.Next(other.Length);
        _bytes.AddRange(other.AsSpan(from));
    }

    private void Swap()
    {
        var (left, right) = (At(), At());
        (_bytes[left], _bytes[right]) = (_bytes[right], _bytes[left]);
    }
}
