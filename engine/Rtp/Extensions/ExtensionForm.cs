namespace ConfEngine.Rtp.Extensions;

/// <summary>How header extensions are coded in a packet (RFC 8285, 4.1).</summary>
public enum ExtensionForm
{
    /// <summary>Ids 1..14, values of 1..16 bytes.</summary>
    OneByte,

    /// <summary>Ids 1..255, values of 0..255 bytes.</summary>
    TwoByte,
}
