namespace ConfEngine.Rtp.Packets;

/// <summary>The 7-bit number that a session description ties to a codec (RFC 3550, 5.1).</summary>
/// <param name="Value">0..127.</param>
public readonly record struct PayloadType(byte Value)
{
    /// <summary>The largest value that fits the field.</summary>
    public const byte MaxValue = 127;
}
