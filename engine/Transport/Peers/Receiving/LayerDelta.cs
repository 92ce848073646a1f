namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>What came of a layer in a while.</summary>
internal readonly record struct LayerDelta(long Frames, long Bytes, long Expected, long Lost, long Recovered)
{
    public static LayerDelta operator +(LayerDelta left, LayerDelta right) => new(
        left.Frames + right.Frames, left.Bytes + right.Bytes, left.Expected + right.Expected, left.Lost + right.Lost, left.Recovered + right.Recovered);

    /// <summary>Never below zero: what was counted is sometimes counted anew.</summary>
    public static LayerDelta operator -(LayerDelta left, LayerDelta right) => new(
        Math.Max(0, left.Frames - right.Frames), Math.Max(0, left.Bytes - right.Bytes), Math.Max(0, left.Expected - right.Expected),
        Math.Max(0, left.Lost - right.Lost), Math.Max(0, left.Recovered - right.Recovered));

    /// <summary>Part of the packets lost.</summary>
    public double Loss => Expected > 0 ? Math.Clamp((double)Lost / Expected, 0, 1) : 0;
}
