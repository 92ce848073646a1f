namespace ConfEngine.Transport.Srtp;

/// <summary>Which of the last packets have been seen (RFC 3711, section 3.3.2). 1024 wide, for retransmissions of video come late.</summary>
internal sealed class ReplayWindow
{
    /// <summary>How many indices below the highest are told apart; older ones count as replayed.</summary>
    public const int Size = 1024;

    private readonly ulong[] _seen = new ulong[Size / 64];

    /// <summary>The highest index seen, or -1.</summary>
    public long Highest { get; private set; } = -1;

    /// <summary>True when the index is new and not too old.</summary>
    public bool IsFresh(long index)
    {
        if (index > Highest) return true;
        return index > Highest - Size && (_seen[Word(index)] & Bit(index)) == 0;
    }

    /// <summary>Marks an index as seen. To be called only after the packet proved authentic.</summary>
    public void Accept(long index)
    {
        if (index >= Highest + Size) Array.Clear(_seen);
        else for (var skipped = Highest + 1; skipped < index; skipped++) _seen[Word(skipped)] &= ~Bit(skipped);
        if (index > Highest) Highest = index;
        _seen[Word(index)] |= Bit(index);
    }

    private static int Word(long index) => (int)(index % Size / 64);

    private static ulong Bit(long index) => 1UL << (int)(index % 64);
}
