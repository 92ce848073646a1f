using ConfEngine.Core.Media;

namespace ConfEngine.Video.Synthetic;

/// <summary>Small shapes into an I420 picture. Everything is clipped; nothing allocates.</summary>
internal static unsafe class Brush
{
    /// <summary>Fills a rectangle.</summary>
    public static void Fill(VideoFrame frame, int x, int y, int width, int height, PaintColor color)
    {
        FillPlane(frame[0], x, y, x + width, y + height, color.Y);
        FillPlane(frame[1], x / 2, y / 2, (x + width + 1) / 2, (y + height + 1) / 2, color.U);
        FillPlane(frame[2], x / 2, y / 2, (x + width + 1) / 2, (y + height + 1) / 2, color.V);
    }

    /// <summary>Halves the light of a rectangle, so that white text can be read on it.</summary>
    public static void Shade(VideoFrame frame, int x, int y, int width, int height)
    {
        var plane = frame[0];
        var (left, right) = (Math.Clamp(x, 0, plane.Width), Math.Clamp(x + width, 0, plane.Width));
        for (var row = Math.Max(0, y); row < Math.Min(plane.Height, y + height); row++)
        {
            foreach (ref var luma in plane.Row(row)[left..right]) luma = (byte)((luma + 16) >> 1);
        }
    }

    /// <summary>Fills an ellipse, its edge smoothed.</summary>
    public static void Ellipse(VideoFrame frame, double x, double y, double radiusX, double radiusY, PaintColor color)
    {
        EllipsePlane(frame[0], x, y, radiusX, radiusY, color.Y);
        EllipsePlane(frame[1], x / 2, y / 2, radiusX / 2, radiusY / 2, color.U);
        EllipsePlane(frame[2], x / 2, y / 2, radiusX / 2, radiusY / 2, color.V);
    }

    /// <summary>Puts white where a stencil says so.</summary>
    public static void Stencil(VideoFrame frame, CoverageMask mask, int x, int y)
    {
        var luma = frame[0];
        var (first, last) = (Math.Max(0, -x), Math.Min(mask.Width, luma.Width - x));
        for (var row = Math.Max(0, -y); row < mask.Height && row + y < luma.Height; row++)
        {
            var target = luma.Row(row + y);
            var source = mask.Pixels.AsSpan(row * mask.Width, mask.Width);
            var isChromaRow = ((row + y) & 1) == 0;
            for (var i = first; i < last; i++)
            {
                var cover = source[i];
                if (cover == 0) continue;
                target[i + x] = Mix(target[i + x], PaintColor.White.Y, cover);
                if (isChromaRow && ((i + x) & 1) == 0) Whiten(frame, (i + x) / 2, (row + y) / 2, cover);
            }
        }
    }

    /// <summary><paramref name="cover"/>/255 of <paramref name="over"/> on <paramref name="under"/>.</summary>
    public static byte Mix(byte under, byte over, int cover) => (byte)(under + ((over - under) * cover + 127) / 255);

    private static void Whiten(VideoFrame frame, int x, int y, int cover)
    {
        for (var plane = 1; plane < 3; plane++)
        {
            ref var sample = ref frame[plane].Row(y)[x];
            sample = Mix(sample, 128, cover);
        }
    }

    private static void FillPlane(Plane plane, int left, int top, int right, int bottom, byte value)
    {
        left = Math.Clamp(left, 0, plane.Width);
        right = Math.Clamp(right, left, plane.Width);
        for (var y = Math.Max(0, top); y < Math.Min(plane.Height, bottom); y++) plane.Row(y)[left..right].Fill(value);
    }

    private static void EllipsePlane(Plane plane, double x, double y, double radiusX, double radiusY, byte value)
    {
        // A ramp of about a pixel along the edge: hard edges, and others in chroma than in luma, make a face's eyes look broken on small pictures.
        var ramp = Math.Min(radiusX, radiusY);
        var (left, right) = (Math.Max(0, (int)(x - radiusX - 1)), Math.Min(plane.Width, (int)(x + radiusX + 2)));
        for (var row = Math.Max(0, (int)(y - radiusY - 1)); row < Math.Min(plane.Height, (int)(y + radiusY + 2)); row++)
        {
            var pixels = plane.Row(row);
            var v = (row + 0.5 - y) / radiusY;
            for (var column = left; column < right; column++)
            {
                var u = (column + 0.5 - x) / radiusX;
                var cover = Math.Clamp((1 - Math.Sqrt(u * u + v * v)) * ramp + 0.5, 0, 1);
                if (cover > 0) pixels[column] = Mix(pixels[column], value, (int)(cover * 255));
            }
        }
    }
}
