using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Compositor.Tests.Software;

/// <summary>Flat patches come out within 2 code values of the exact colour, whatever the matrix, range, layout and canvas.</summary>
public sealed class ColorTests
{
    private static readonly (int R, int G, int B)[] Patches =
    [
        (0, 0, 0), (255, 255, 255), (128, 128, 128), (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0),
        (0, 255, 255), (255, 0, 255), (200, 120, 60),
    ];

    public static TheoryData<ColorMatrix, ColorRange, PixelLayout> Cases
    {
        get
        {
            var cases = new TheoryData<ColorMatrix, ColorRange, PixelLayout>();
            foreach (var matrix in Enum.GetValues<ColorMatrix>())
                foreach (var range in Enum.GetValues<ColorRange>())
                    foreach (var canvas in (PixelLayout[])[PixelLayout.Bgra32, PixelLayout.I420]) cases.Add(matrix, range, canvas);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Patches_are_right(ColorMatrix matrix, ColorRange range, PixelLayout canvas)
    {
        var color = Pictures.Color(matrix, range);
        foreach (var layout in (PixelLayout[])[PixelLayout.I420, PixelLayout.I422, PixelLayout.I444])
        {
            foreach (var patch in Patches)
            {
                var (y, u, v) = YuvMatrix.For(color).FromRgb(patch.R, patch.G, patch.B);
                using var frame = FlatPicture.Of(layout, 33, 17, color, SampleCode.Nearest(y), SampleCode.Nearest(u), SampleCode.Nearest(v));
                var (red, green, blue) = YuvMatrix.For(color).ToRgb(SampleCode.Nearest(y), SampleCode.Nearest(u), SampleCode.Nearest(v));
                using var compositor = new SoftwareCompositor(canvas);
                compositor.Compose(Pictures.Scene(80, 50, Layer.Video(frame, Pictures.Whole(frame), new Rect(0, 0, 80, 50))));
                var pixel = Pictures.Pixel(compositor.Read(PixelLayout.Bgra32), 41, 22);
                var limit = canvas == PixelLayout.Bgra32 ? 1 : 2;
                Assert.InRange(pixel.R - Math.Clamp(red, 0, 255), -limit, limit);
                Assert.InRange(pixel.G - Math.Clamp(green, 0, 255), -limit, limit);
                Assert.InRange(pixel.B - Math.Clamp(blue, 0, 255), -limit, limit);
            }
        }
    }

    [Fact]
    public void Fills_survive_the_planar_canvas()
    {
        foreach (var (r, g, b) in Patches)
        {
            using var compositor = new SoftwareCompositor(PixelLayout.I420);
            compositor.Compose(Pictures.Scene(40, 30, Layer.Fill(new Rect(0, 0, 40, 30), new Rgba((byte)r, (byte)g, (byte)b))));
            var pixel = Pictures.Pixel(compositor.Read(PixelLayout.Bgra32), 20, 15);
            Assert.InRange(pixel.R - r, -3, 3);
            Assert.InRange(pixel.G - g, -3, 3);
            Assert.InRange(pixel.B - b, -3, 3);
        }
    }

    [Fact]
    public void Reading_the_packed_canvas_as_planes_is_within_one()
    {
        var random = new Random(4);
        for (var n = 0; n < 40; n++)
        {
            var color = new Rgba((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
            using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
            compositor.Compose(Pictures.Scene(70, 6, Layer.Fill(new Rect(0, 0, 70, 6), color)));
            var planes = compositor.Read(PixelLayout.I420);
            Assert.Equal(ColorDescription.Canvas, planes.Color);
            var (y, u, v) = YuvMatrix.For(ColorDescription.Canvas).FromRgb(color.R, color.G, color.B);
            foreach (var x in (int[])[0, 20, 33])
            {
                Assert.InRange(planes[0].Row(3)[2 * x] - y, -1, 1);
                Assert.InRange(planes[1].Row(1)[x] - u, -1, 1);
                Assert.InRange(planes[2].Row(1)[x] - v, -1, 1);
            }
        }
    }
}
