using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Compositor.Tests.Software;

public sealed class BlendingTests
{
    private static readonly Rgba Below = new(20, 40, 60);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(254)]
    [InlineData(255)]
    public void Alpha_is_laid_over_in_code_values(byte alpha)
    {
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(40, 10, Layer.Fill(new Rect(3, 0, 30, 10), new Rgba(200, 100, 250, alpha))));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        Assert.Equal((Mix(60, 250, alpha), Mix(40, 100, alpha), Mix(20, 200, alpha)), Pictures.Pixel(canvas, 10, 5));
        Assert.Equal((60, 40, 20), Pictures.Pixel(canvas, 2, 5));
        Assert.Equal((60, 40, 20), Pictures.Pixel(canvas, 33, 5));
        Assert.Equal(255, canvas[0].Row(5, 4)[43]);
    }

    [Fact]
    public void A_mask_colours_by_coverage_and_alpha()
    {
        using var mask = new Bitmap(BitmapFormat.Alpha8, 256, 1);
        for (var x = 0; x < 256; x++) mask.Row(0)[x] = (byte)x;
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(260, 2, Layer.Mask(mask, 2, 1, new Rgba(255, 255, 255, 200))));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        for (var x = 0; x < 256; x++) Assert.Equal(Mix(60, 255, Mix(0, 200, x)), Pictures.Pixel(canvas, x + 2, 1).B);
        Assert.Equal(60, Pictures.Pixel(canvas, 255 + 2, 0).B);
    }

    [Fact]
    public void A_bitmap_is_premultiplied_and_has_opacity()
    {
        using var bitmap = new Bitmap(BitmapFormat.Bgra32, 20, 2);
        for (var x = 0; x < 20; x++) ((ReadOnlySpan<byte>)[80, 40, 20, 128]).CopyTo(bitmap.Row(1)[(4 * x)..]);
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(40, 4, Layer.Picture(bitmap, 1, 1), Layer.Picture(bitmap, 20, 1, 128)));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        Assert.Equal((80 + Mix(0, 60, 127), 40 + Mix(0, 40, 127), 20 + Mix(0, 20, 127)), Pictures.Pixel(canvas, 5, 2));
        Assert.Equal(Mix(0, 80, 128) + Mix(0, 60, 255 - Mix(0, 128, 128)), Pictures.Pixel(canvas, 30, 2).B);
        Assert.Equal((60, 40, 20), Pictures.Pixel(canvas, 5, 1));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(25)]
    public void Rounded_corners_cover_the_area_of_a_circle(int radius)
    {
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        var scene = Pictures.Scene(100, 80, Layer.Fill(new Rect(10, 10, 2 * radius, 2 * radius), Rgba.White, radius));
        scene.Background = Rgba.Black;
        compositor.Compose(scene);
        var canvas = compositor.Read(PixelLayout.Bgra32);
        double sum = 0;
        for (var y = 0; y < 80; y++)
            for (var x = 0; x < 100; x++) sum += Pictures.Pixel(canvas, x, y).G / 255.0;
        Assert.InRange(sum / (Math.PI * radius * radius), 0.99, 1.01);
        Assert.Equal(0, Pictures.Pixel(canvas, 10, 10).G);
        Assert.Equal(255, Pictures.Pixel(canvas, 10 + radius, 10 + radius).G);
        Assert.Equal(Pictures.Pixel(canvas, 12, 11), Pictures.Pixel(canvas, 10 + 2 * radius - 3, 10 + 2 * radius - 2));
    }

    [Theory]
    [InlineData(PixelLayout.Bgra32)]
    [InlineData(PixelLayout.I420)]
    public void A_rounded_video_shows_what_is_below_at_its_corners(PixelLayout layout)
    {
        using var frame = FlatPicture.Of(PixelLayout.I420, 16, 16, ColorDescription.Canvas, 235, 128, 128);
        using var compositor = new SoftwareCompositor(layout);
        compositor.Compose(Pictures.Scene(60, 60, Layer.Video(frame, Pictures.Whole(frame), new Rect(11, 9, 40, 40), 12)));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        Assert.InRange(Pictures.Pixel(canvas, 11, 9).R, 17, 23);
        Assert.Equal((255, 255, 255), Pictures.Pixel(canvas, 30, 10));
        Assert.InRange(Pictures.Pixel(canvas, 14, 12).G, 41, 254);
    }

    [Fact]
    public void An_outline_lies_inside_its_bounds_and_is_hollow()
    {
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(60, 40, Layer.Outline(new Rect(5, 5, 40, 30), Rgba.White, 3)));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        for (var y = 0; y < 40; y++)
        {
            for (var x = 0; x < 60; x++)
            {
                var inside = x is >= 5 and < 45 && y is >= 5 and < 35;
                var hollow = x is >= 8 and < 42 && y is >= 8 and < 32;
                Assert.Equal(inside && !hollow ? 255 : Below.G, Pictures.Pixel(canvas, x, y).G);
            }
        }
    }

    [Fact]
    public void Outlines_of_any_width_and_radius_stay_inside()
    {
        for (var stroke = 1; stroke < 14; stroke++)
        {
            for (var radius = 0; radius < 14; radius++)
            {
                var scene = Pictures.Scene(30, 30, Layer.Outline(new Rect(5, 4, 19, 21), Rgba.White, stroke, radius));
                using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
                compositor.Compose(scene);
                var canvas = compositor.Read(PixelLayout.Bgra32);
                Assert.Equal(255, Pictures.Pixel(canvas, 14, 4).G);
                Assert.Equal(255, Pictures.Pixel(canvas, 23, 14).G);
                Assert.Equal(40, Pictures.Pixel(canvas, 24, 14).G);
                Assert.Equal(stroke >= 10 ? 255 : 40, Pictures.Pixel(canvas, 14, 14).G);
            }
        }
    }

    [Theory]
    [InlineData(PixelLayout.Bgra32, 1)]
    [InlineData(PixelLayout.I420, 3)]
    public void Odd_places_and_places_beyond_the_edges_work(PixelLayout layout, int tolerance)
    {
        using var frame = FlatPicture.Of(PixelLayout.I420, 31, 19, ColorDescription.Canvas, 126, 128, 128);
        Rect[] places =
        [
            new(-7, -9, 20, 20), new(33, 21, 31, 33), new(-5, 3, 90, 1), new(13, -3, 1, 70), new(-50, -50, 20, 20), new(60, 50, 9, 9),
            new(7, 9, 21, 13),
        ];
        foreach (var bounds in places)
        {
            using var compositor = new SoftwareCompositor(layout);
            compositor.Compose(Pictures.Scene(60, 50, Layer.Video(frame, Pictures.Whole(frame), bounds)));
            var canvas = compositor.Read(PixelLayout.Bgra32);
            for (var y = 0; y < 50; y++)
            {
                for (var x = 0; x < 60; x++)
                {
                    var inside = x >= bounds.X && x < bounds.Right && y >= bounds.Y && y < bounds.Bottom;
                    var pixel = Pictures.Pixel(canvas, x, y);
                    // A block covered in part keeps part of the colour below: on the planar canvas only green, nearest to luma, is sharp.
                    var margin = layout == PixelLayout.I420 && OnEdge(bounds, x, y) ? 12 : tolerance;
                    Assert.InRange(pixel.G - (inside ? 128 : 40), -margin, margin);
                }
            }
        }
    }

    [Theory]
    [InlineData(255)]
    [InlineData(100)]
    public void A_bitmap_on_the_planar_canvas_is_the_same_colour_as_on_the_packed_one(byte opacity)
    {
        using var bitmap = new Bitmap(BitmapFormat.Bgra32, 40, 20);
        for (var y = 0; y < 20; y++)
            for (var x = 0; x < 40; x++) ((ReadOnlySpan<byte>)[30, 90, 20, 128]).CopyTo(bitmap.Row(y)[(4 * x)..]);
        var scene = Pictures.Scene(60, 40, Layer.Picture(bitmap, 7, 9, opacity));
        using SoftwareCompositor planar = new(PixelLayout.I420), packed = new(PixelLayout.Bgra32);
        planar.Compose(scene);
        packed.Compose(scene);
        foreach (var (x, y) in ((int, int)[])[(10, 12), (44, 26), (30, 20), (2, 2), (50, 30)])
        {
            var expected = Pictures.Pixel(packed.Read(PixelLayout.Bgra32), x, y);
            var actual = Pictures.Pixel(planar.Read(PixelLayout.Bgra32), x, y);
            Assert.InRange(actual.R - expected.R, -4, 4);
            Assert.InRange(actual.G - expected.G, -4, 4);
            Assert.InRange(actual.B - expected.B, -4, 4);
        }
    }

    [Fact]
    public void Frames_without_a_picture_and_senseless_crops_draw_nothing()
    {
        using var empty = new OwnedVideoFrame();
        using var frame = Pictures.Noise(PixelLayout.I420, 8, 8, 1);
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        var bounds = new Rect(0, 0, 20, 20);
        compositor.Compose(Pictures.Scene(
            20, 20, Layer.Video(empty, new SourceRect(0, 0, 4, 4), bounds), Layer.Video(frame, new SourceRect(double.NaN, 0, 1, 1), bounds),
            Layer.Video(frame, new SourceRect(0, 0, 0, 1), bounds),
            Layer.Video(frame, new SourceRect(0, 0, 1, double.PositiveInfinity), bounds)));
        Assert.Equal((60, 40, 20), Pictures.Pixel(compositor.Read(PixelLayout.Bgra32), 10, 10));
    }

    private static bool OnEdge(Rect bounds, int x, int y) =>
        Math.Min(Math.Abs(x - bounds.X), Math.Abs(x - bounds.Right + 1)) < 2
        || Math.Min(Math.Abs(y - bounds.Y), Math.Abs(y - bounds.Bottom + 1)) < 2;

    private static int Mix(int below, int above, int alpha) =>
        (int)Math.Round((below * (255 - alpha) + above * alpha) / 255.0, MidpointRounding.AwayFromZero);
}
