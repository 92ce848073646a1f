namespace ConfEngine.Rtp.Extensions;

/// <summary>How a picture was held when it was taken (3GPP TS 26.114, 7.4.5): what a phone says instead of turning pixels.</summary>
/// <param name="QuarterTurns">0..3 turns of 90° clockwise that make the picture upright.</param>
/// <param name="IsFlipped">It is mirrored left to right.</param>
/// <param name="IsBackCamera">It comes from the camera on the back.</param>
public readonly record struct VideoOrientation(byte QuarterTurns, bool IsFlipped, bool IsBackCamera)
{
    /// <summary>Bytes of the extension.</summary>
    public const int Length = 1;

    /// <summary>Reads the extension's value.</summary>
    public static bool TryParse(ReadOnlySpan<byte> value, out VideoOrientation orientation)
    {
        orientation = default;
        if (value.IsEmpty) return false;
        orientation = new VideoOrientation((byte)(value[0] & 3), (value[0] & 4) != 0, (value[0] & 8) != 0);
        return true;
    }

    /// <summary>Writes the extension's value.</summary>
    public void Write(Span<byte> value) => value[0] = (byte)((QuarterTurns & 3) | (IsFlipped ? 4 : 0) | (IsBackCamera ? 8 : 0));
}
