namespace ConfEngine.Rtp.Packets;

/// <summary>The 32-bit sampling instant in units of the codec's clock (RFC 3550, 5.1). It starts anywhere and wraps.</summary>
/// <param name="Value">The number in the packet.</param>
public readonly record struct RtpTimestamp(uint Value)
{
    /// <summary>Clock units from <paramref name="other"/> to this one; negative when this one is earlier.</summary>
    public int DistanceFrom(RtpTimestamp other) => (int)(Value - other.Value);

    /// <summary>Later by <paramref name="units"/>.</summary>
    public static RtpTimestamp operator +(RtpTimestamp left, uint units) => new(left.Value + units);

    /// <summary>Earlier by <paramref name="units"/>.</summary>
    public static RtpTimestamp operator -(RtpTimestamp left, uint units) => new(left.Value - units);
}
