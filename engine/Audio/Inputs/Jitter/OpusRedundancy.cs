namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Tells what a well-formed Opus packet says about its neighbours.</summary>
internal static class OpusRedundancy
{
    // A packet so short holds no sound: the sender pauses (RFC 6716 section 2.1.9), and what follows is not missing.
    private const int PauseBytes = 2;

    /// <summary>True when the sender pauses after this packet.</summary>
    public static bool IsPause(ReadOnlySpan<byte> packet) => packet.Length <= PauseBytes;

    /// <summary>True when the packet carries a coarse copy of its predecessor. RFC 6716 section 4.2.3: in the modes that have a SILK part
    /// a frame begins with one bit of voice activity for each 20 ms and one bit that says whether there is such a copy, first for the
    /// mono or mid channel, then for the side channel. Packets with more than one frame are not looked into.</summary>
    public static bool HasCopy(ReadOnlySpan<byte> packet)
    {
        if (packet.Length <= PauseBytes) return false;
        var configuration = packet[0] >> 3;
        if (configuration >= 16 || (packet[0] & 3) != 0) return false;
        var frames = configuration < 12 && (configuration & 3) is var length and >= 2 ? length : 1;
        var isStereo = (packet[0] & 4) != 0;
        var mid = packet[1] >> (7 - frames) & 1;
        var side = isStereo ? packet[1] >> (6 - 2 * frames) & 1 : 0;
        return (mid | side) != 0;
    }
}
