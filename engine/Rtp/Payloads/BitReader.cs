namespace ConfEngine.Rtp.Payloads;

/// <summary>Reads bits, the most significant first. Behind the end it reads zeros and says so.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>True when more was read than there was.</summary>
    public readonly bool IsOver => _at > 8 * _bytes.Length;

    public void Skip(int count) => _at += count;

    /// <summary>Up to 32 bits.</summary>
    public uint Read(int count)
    {
        uint value = 0;
        for (; count > 0; count--, _at++)
            value = value << 1 | (_at < 8 * _bytes.Length ? (uint)(_bytes[_at >> 3] >> (7 - (_at & 7)) & 1) : 0);
        return value;
    }

    /// <summary>An unsigned Exp-Golomb number (ITU-T H.264, 9.1). One with too many leading zeros ends the reading.</summary>
    public uint ReadGolomb()
    {
        var zeros = 0;
        while (!IsOver && Read(1) == 0) zeros++;
        if (zeros < 32) return (1u << zeros) - 1 + Read(zeros);
        _at = 8 * _bytes.Length + 1;
        return 0;
    }

    /// <summary>A signed one, of which nothing is wanted here but its length.</summary>
    public int ReadSignedGolomb()
    {
        var value = ReadGolomb();
        return (value & 1) != 0 ? (int)(value / 2) + 1 : -(int)(value / 2);
    }
}
