namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>The 16-bit lane operations of the colour loops, one value at a time: what the vector forms must equal.</summary>
internal static class FixedPoint
{
    /// <summary>Unsigned high half of the product, the byte spread over 16 bits.</summary>
    public static int Luma(byte y, ushort gain) => (int)((uint)(y * 257) * gain >> 16);

    /// <summary>High half of the doubled product, rounded, of a chroma byte about 128.</summary>
    public static int Chroma(byte c, short factor) => ((c - 128) * 256 * factor + 0x4000) >> 15;

    /// <summary>Saturating sum of luma and colour, without its fraction, as a byte.</summary>
    public static byte Channel(int luma, int color) =>
        (byte)Math.Clamp(Math.Clamp(luma + color, short.MinValue, short.MaxValue) >> 6, 0, 255);
}
