using ConfEngine.Core.Media;

namespace ConfEngine.Video.Synthetic;

/// <summary>The wall behind a synthetic participant: painted once, copied for every picture.</summary>
internal sealed class Backdrop
{
    private readonly byte[][] _planes = new byte[3][];
    private readonly int[] _strides = new int[3];

    /// <summary>Paints a soft light on a wall of the given hue.</summary>
    public Backdrop(int width, int height, double hue)
    {
        var bright = PaintColor.FromHsv(hue, 0.45, 0.72);
        var dark = PaintColor.FromHsv(hue + 18, 0.70, 0.20);
        for (var plane = 0; plane < 3; plane++)
        {
            var shift = plane == 0 ? 0 : 1;
            _strides[plane] = width >> shift;
            _planes[plane] = new byte[(width >> shift) * (height >> shift)];
            for (var y = 0; y < height >> shift; y++)
                for (var x = 0; x < width >> shift; x++)
                    _planes[plane][y * _strides[plane] + x] = Code(bright, dark, plane, (double)(x << shift) / width, (double)(y << shift) / height, x, y);
        }
    }

    /// <summary>Copies the wall into a picture of the same size.</summary>
    public void CopyTo(VideoFrame frame)
    {
        for (var plane = 0; plane < 3; plane++)
        {
            ref readonly var target = ref frame[plane];
            for (var y = 0; y < target.Height; y++) _planes[plane].AsSpan(y * _strides[plane], _strides[plane]).CopyTo(target.Row(y));
        }
    }

    private static byte Code(PaintColor bright, PaintColor dark, int plane, double x, double y, int column, int row)
    {
        // The light falls from the upper left of the middle.
        var away = Math.Sqrt((x - 0.42) * (x - 0.42) * 1.6 + (y - 0.28) * (y - 0.28));
        var (from, to) = plane switch
        {
            0 => (bright.Y, dark.Y),
            1 => (bright.U, dark.U),
            _ => (bright.V, dark.V),
        };
        var value = from + (to - from) * Math.Clamp(away * 1.15, 0, 1);
        // Ordered dither: 8-bit steps of so slow a gradient would show as rings.
        var dither = ((column & 1) * 2 + ((column ^ row) & 1)) / 4.0;
        return (byte)Math.Clamp((int)(value + dither), 1, 254);
    }
}
