namespace ConfEngine.Rtp.Packets;

/// <summary>A 16-bit packet counter that wraps (RFC 3550, 5.1). "Newer" is by the shorter way round the circle (RFC 1982).</summary>
/// <param name="Value">The number in the packet.</param>
public readonly record struct SequenceNumber(ushort Value)
{
    /// <summary>The one after it.</summary>
    public SequenceNumber Next => new((ushort)(Value + 1));

    /// <summary>Steps from <paramref name="other"/> to this one, -32768..32767; negative when this one is older.</summary>
    public int DistanceFrom(SequenceNumber other) => (short)(Value - other.Value);

    /// <summary>True when this one was sent after <paramref name="other"/>.</summary>
    public bool IsNewerThan(SequenceNumber other) => DistanceFrom(other) > 0;
}
