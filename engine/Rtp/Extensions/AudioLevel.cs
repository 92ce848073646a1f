namespace ConfEngine.Rtp.Extensions;

/// <summary>How loud the sound in a packet is, so that speakers are found without decoding (RFC 6464, 3).</summary>
/// <param name="DecibelsBelowFull">0 is full scale, 127 silence: the level is -value dBov.</param>
/// <param name="IsVoice">The sender took it for speech.</param>
public readonly record struct AudioLevel(byte DecibelsBelowFull, bool IsVoice)
{
    /// <summary>Bytes of the extension.</summary>
    public const int Length = 1;

    /// <summary>Reads the extension's value.</summary>
    public static bool TryParse(ReadOnlySpan<byte> value, out AudioLevel level)
    {
        level = default;
        if (value.IsEmpty) return false;
        level = new AudioLevel((byte)(value[0] & 0x7f), (value[0] & 0x80) != 0);
        return true;
    }

    /// <summary>Writes the extension's value.</summary>
    public void Write(Span<byte> value) => value[0] = (byte)(Math.Min(DecibelsBelowFull, (byte)127) | (IsVoice ? 0x80 : 0));
}
