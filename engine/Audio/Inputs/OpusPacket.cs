namespace ConfEngine.Audio.Inputs;

/// <summary>The shape of an Opus packet. Packets come from outside, and a decoder reports a malformed one by an exception, which the audio
/// thread cannot afford; so the framing rules of RFC 6716 section 3.2 and 3.4 are checked before a packet is let in.</summary>
internal static class OpusPacket
{
    /// <summary>No packet is longer than 120 ms (RFC 6716 R5), in samples.</summary>
    public const int MaximumSamples = 5760;

    private const int MaximumFrameBytes = 1275;

    /// <summary>Duration and channels of a well-formed packet.</summary>
    /// <returns>False when a decoder would refuse it.</returns>
    public static bool TryParse(ReadOnlySpan<byte> packet, out int samples, out int channels)
    {
        samples = 0;
        channels = 0;
        if (packet.IsEmpty) return false;
        var toc = packet[0];
        channels = (toc & 4) != 0 ? 2 : 1;
        var frameSamples = FrameSamples(toc >> 3);
        var body = packet[1..];
        var frames = (toc & 3) switch
        {
            0 => body.Length <= MaximumFrameBytes ? 1 : 0,
            1 => body.Length % 2 == 0 && body.Length / 2 <= MaximumFrameBytes ? 2 : 0,
            2 => TwoFramesFit(body) ? 2 : 0,
            _ => CountFrames(body, frameSamples),
        };
        samples = frames * frameSamples;
        return frames > 0;
    }

    // Table 2 of the RFC: four SILK durations, two hybrid, four CELT.
    private static int FrameSamples(int configuration) => configuration switch
    {
        < 12 => (configuration & 3) switch { 0 => 480, 1 => 960, 2 => 1920, _ => 2880 },
        < 16 => (configuration & 1) == 0 ? 480 : 960,
        _ => 120 << (configuration & 3),
    };

    private static bool TwoFramesFit(ReadOnlySpan<byte> body) =>
        TryReadLength(ref body, out var first) && first <= body.Length && body.Length - first <= MaximumFrameBytes;

    private static int CountFrames(ReadOnlySpan<byte> body, int frameSamples)
    {
        if (body.IsEmpty) return 0;
        var header = body[0];
        body = body[1..];
        var frames = header & 0x3F;
        if (frames == 0 || frames * frameSamples > MaximumSamples) return 0;
        if ((header & 0x40) != 0 && !TrySkipPadding(ref body)) return 0;
        return (header & 0x80) != 0 ? VariableFit(body, frames) : ConstantFit(body, frames);
    }

    private static bool TrySkipPadding(ref ReadOnlySpan<byte> body)
    {
        var padding = 0;
        byte more;
        do
        {
            if (body.IsEmpty) return false;
            more = body[0];
            body = body[1..];
            padding += more == 255 ? 254 : more;
        }
        while (more == 255);
        if (padding > body.Length) return false;
        body = body[..^padding];
        return true;
    }

    private static int ConstantFit(ReadOnlySpan<byte> body, int frames) =>
        body.Length % frames == 0 && body.Length / frames <= MaximumFrameBytes ? frames : 0;

    private static int VariableFit(ReadOnlySpan<byte> body, int frames)
    {
        var total = 0;
        for (var i = 0; i < frames - 1; i++)
        {
            if (!TryReadLength(ref body, out var length)) return 0;
            total += length;
        }

        return total <= body.Length && body.Length - total <= MaximumFrameBytes ? frames : 0;
    }

    // One byte up to 251, else two: RFC 6716 section 3.2.1.
    private static bool TryReadLength(ref ReadOnlySpan<byte> body, out int length)
    {
        length = 0;
        if (body.IsEmpty) return false;
        length = body[0];
        if (length < 252)
        {
            body = body[1..];
            return true;
        }

        if (body.Length < 2) return false;
        length += body[1] * 4;
        body = body[2..];
        return true;
    }
}
