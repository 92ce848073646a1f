using ConfEngine.Core.Media;

namespace ConfEngine.Golden.Pictures;

/// <summary>Pictures to compose: soft shapes with some detail.</summary>
internal static class SourcePictures
{
    /// <summary>Slow waves in all planes with a grid of bright lines: edges to alias on, and nothing periodic enough to hide a shift. All colours
    /// lie inside RGB, because a canvas of YUV keeps what one of RGB has to cut off.</summary>
    public static OwnedVideoFrame Waves(PixelLayout layout, int width, int height, ColorDescription color, int seed = 0)
    {
        var frame = new OwnedVideoFrame(layout, width, height) { Color = color };
        for (var plane = 0; plane < layout.PlaneCount(); plane++)
        {
            var scale = (double)width / frame[plane].Width;
            for (var y = 0; y < frame[plane].Height; y++)
            {
                var row = frame[plane].Row(y, layout.SampleBytes());
                for (var i = 0; i < row.Length; i++)
                    row[i] = layout == PixelLayout.Bgra32 ? Packed(i, y, seed) : Planar(plane, i * scale, y * ((double)height / frame[plane].Height), seed);
            }
        }

        return frame;
    }

    private static byte Planar(int plane, double x, double y, int seed)
    {
        if (plane == 0)
        {
            var line = ((int)x + seed) % 37 < 3 || ((int)y + seed) % 29 < 3;
            return (byte)(line ? 170 : 120 + 40 * Math.Sin(x * 0.031 + seed) * Math.Cos(y * 0.043));
        }

        return (byte)(128 + 36 * Math.Sin(x * (plane == 1 ? 0.017 : -0.023) + y * 0.019 + plane + seed));
    }

    // Opaque: the fourth byte of a pixel is 255.
    private static byte Packed(int i, int y, int seed) =>
        i % 4 == 3 ? (byte)255 : (byte)(128 + 100 * Math.Sin(i / 4 * 0.03 * (1 + i % 4) + y * 0.02 + seed));
}
