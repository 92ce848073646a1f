namespace ConfEngine.Rtp.Payloads;

/// <summary>Opus over RTP: a payload is an Opus packet as it stands (RFC 7587, 4.2). The time stamp always counts at 48 kHz.</summary>
public static class OpusPayload
{
    /// <summary>Units of the RTP clock in a second.</summary>
    public const int ClockRate = 48_000;

    /// <summary>Samples in the longest packet, 120 ms (RFC 6716, 3.2.5).</summary>
    public const int MaxSamples = 5760;

    /// <summary>How many samples at 48 kHz the packet decodes to (RFC 6716, 3.1 and 3.2).</summary>
    /// <returns>False when it is empty or promises more than 120 ms.</returns>
    public static bool TryGetDuration(ReadOnlySpan<byte> packet, out int samples)
    {
        samples = 0;
        if (packet.IsEmpty) return false;
        var configuration = packet[0] >> 3;
        var perFrame = configuration switch
        {
            < 12 => (configuration & 3) switch { 0 => 480, 1 => 960, 2 => 1920, _ => 2880 },
            < 16 => (configuration & 1) == 0 ? 480 : 960,
            _ => 120 << (configuration & 3),
        };
        var frames = (packet[0] & 3) switch { 0 => 1, 1 or 2 => 2, _ => packet.Length < 2 ? 0 : packet[1] & 0x3f };
        samples = frames * perFrame;
        return samples is > 0 and <= MaxSamples;
    }

    /// <summary>True when the packet carries no sound: a table of contents alone, or with a single byte, is what encoders send in
    /// discontinuous transmission (RFC 6716, 2.1.9; RFC 7587, 3.1.3).</summary>
    public static bool IsSilence(ReadOnlySpan<byte> packet) => packet.Length <= 2;
}
