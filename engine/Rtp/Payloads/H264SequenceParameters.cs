namespace ConfEngine.Rtp.Payloads;

/// <summary>Reads the picture's size from an H.264 sequence parameter set (ITU-T H.264, 7.3.2.1.1).</summary>
internal static class H264SequenceParameters
{
    private const int MaxLength = 256;
    private const int MaxReferences = 255;

    /// <summary>Reads a NAL unit with its header byte; false when it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> unit, out PictureSize size)
    {
        size = default;
        if (unit.Length < 5) return false;
        Span<byte> raw = stackalloc byte[MaxLength];
        var bits = new BitReader(raw[..RemoveEmulation(unit[1..], raw)]);
        var profile = bits.Read(8);
        bits.Skip(16);
        bits.ReadGolomb();
        uint chroma = 1;
        if (IsHigh(profile))
        {
            chroma = bits.ReadGolomb();
            if (!TrySkipHigh(ref bits, chroma)) return false;
        }

        bits.ReadGolomb();
        SkipPictureOrder(ref bits);
        bits.ReadGolomb();
        bits.Skip(1);
        var width = 16 * ((long)bits.ReadGolomb() + 1);
        var heightUnits = (long)bits.ReadGolomb() + 1;
        var isFrame = bits.Read(1);
        if (isFrame == 0) bits.Skip(1);
        var height = 16 * heightUnits * (2 - isFrame);
        bits.Skip(1);
        if (bits.Read(1) != 0) Crop(ref bits, chroma, isFrame, ref width, ref height);
        if (bits.IsOver || width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue) return false;
        size = new PictureSize((int)width, (int)height);
        return true;
    }

    private static bool IsHigh(uint profile) => profile is 100 or 110 or 122 or 244 or 44 or 83 or 86 or 118 or 128 or 138 or 139 or 134 or 135;

    private static bool TrySkipHigh(ref BitReader bits, uint chroma)
    {
        if (chroma > 3) return false;
        if (chroma == 3) bits.Skip(1);
        bits.ReadGolomb();
        bits.ReadGolomb();
        bits.Skip(1);
        if (bits.Read(1) == 0) return true;
        for (var list = 0; list < (chroma == 3 ? 12 : 8); list++)
            if (bits.Read(1) != 0) SkipScaling(ref bits, list < 6 ? 16 : 64);
        return !bits.IsOver;
    }

    private static void SkipScaling(ref BitReader bits, int count)
    {
        int last = 8, next = 8;
        for (var i = 0; i < count && next != 0; i++)
        {
            next = (last + bits.ReadSignedGolomb()) & 0xff;
            if (next != 0) last = next;
        }
    }

    private static void SkipPictureOrder(ref BitReader bits)
    {
        var type = bits.ReadGolomb();
        if (type == 0) bits.ReadGolomb();
        if (type != 1) return;
        bits.Skip(1);
        bits.ReadSignedGolomb();
        bits.ReadSignedGolomb();
        for (var count = Math.Min(bits.ReadGolomb(), MaxReferences); count > 0; count--) bits.ReadSignedGolomb();
    }

    private static void Crop(ref BitReader bits, uint chroma, uint isFrame, ref long width, ref long height)
    {
        var (unitX, unitY) = chroma switch { 1 => (2, 2), 2 => (2, 1), _ => (1, 1) };
        width -= unitX * ((long)bits.ReadGolomb() + bits.ReadGolomb());
        height -= unitY * (2 - isFrame) * ((long)bits.ReadGolomb() + bits.ReadGolomb());
    }

    // 00 00 03 stands for 00 00 (ITU-T H.264, 7.4.1).
    private static int RemoveEmulation(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int length = 0, zeros = 0;
        foreach (var value in from)
        {
            if (length == to.Length) break;
            if (zeros >= 2 && value == 3)
            {
                zeros = 0;
                continue;
            }

            zeros = value == 0 ? zeros + 1 : 0;
            to[length++] = value;
        }

        return length;
    }
}
