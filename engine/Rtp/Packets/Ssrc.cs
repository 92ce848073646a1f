namespace ConfEngine.Rtp.Packets;

/// <summary>A synchronisation source: the number that tells the streams of one RTP session apart (RFC 3550, 3).</summary>
/// <param name="Value">The 32-bit identifier.</param>
public readonly record struct Ssrc(uint Value)
{
    /// <summary>Eight hexadecimal digits, as packet analysers show it.</summary>
    public override string ToString() => Value.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
