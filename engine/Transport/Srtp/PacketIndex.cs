namespace ConfEngine.Transport.Srtp;

/// <summary>The 48-bit packet index: roll-over counter and sequence number (RFC 3711, section 3.3.1).</summary>
internal static class PacketIndex
{
    /// <summary>The last index one key may protect.</summary>
    public const long Last = (1L << 48) - 1;

    /// <summary>The index with this sequence number that lies nearest to the highest one seen; negative when that lies before the start.</summary>
    public static long Guess(long highest, ushort sequence) => highest + (short)(sequence - (ushort)highest);
}
