using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Compositor.Tests.Software;

public sealed class ScalingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 6)]
    public void One_to_one_on_the_planar_canvas_is_a_copy(int x, int y)
    {
        using var frame = Pictures.Noise(PixelLayout.I420, 46, 32, 5);
        using var compositor = new SoftwareCompositor(PixelLayout.I420);
        compositor.Compose(Pictures.Scene(80, 60, Layer.Video(frame, Pictures.Whole(frame), new Rect(x, y, 46, 32))));
        var canvas = compositor.Read(PixelLayout.I420);
        for (var row = 0; row < 32; row++) Assert.Equal(frame[0].Row(row), canvas[0].Row(y + row).Slice(x, 46));
        for (var row = 0; row < 16; row++) Assert.Equal(frame[2].Row(row), canvas[2].Row(y / 2 + row).Slice(x / 2, 23));
    }

    [Fact]
    public void One_to_one_of_packed_pixels_is_a_copy()
    {
        using var frame = Pictures.Noise(PixelLayout.Bgra32, 33, 21, 5);
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(80, 60, Layer.Video(frame, Pictures.Whole(frame), new Rect(3, 5, 33, 21))));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        for (var y = 0; y < 21; y++)
            for (var x = 0; x < 33; x++) Assert.Equal(Pictures.Pixel(frame, x, y), Pictures.Pixel(canvas, x + 3, y + 5));
    }

    [Fact]
    public void Half_of_a_checkerboard_is_mid_grey()
    {
        using var frame = FlatPicture.Of(PixelLayout.I420, 64, 64, Pictures.Color(ColorMatrix.Bt709, ColorRange.Full), 0, 128, 128);
        for (var y = 0; y < 64; y++)
            for (var x = 0; x < 64; x++) frame[0].Row(y)[x] = (byte)((x + y) % 2 * 255);
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(32, 32, Layer.Video(frame, Pictures.Whole(frame), new Rect(0, 0, 32, 32))));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        for (var y = 2; y < 30; y++)
            for (var x = 2; x < 30; x++) Assert.InRange(Pictures.Pixel(canvas, x, y).G, 126, 129);
    }

    [Theory]
    [InlineData(16, 32)]
    [InlineData(64, 24)]
    [InlineData(97, 31)]
    public void A_ramp_stays_where_it_was(int from, int to)
    {
        // Pixel centres: output i shows source coordinate (i + 0.5) * from / to - 0.5.
        using var frame = FlatPicture.Of(PixelLayout.Gray8, from, 4, Pictures.Color(ColorMatrix.Bt709, ColorRange.Full), 0, 0, 0);
        var slope = 200.0 / from;
        for (var y = 0; y < 4; y++)
            for (var x = 0; x < from; x++) frame[0].Row(y)[x] = (byte)Math.Round(20 + slope * x);
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(to, 4, Layer.Video(frame, Pictures.Whole(frame), new Rect(0, 0, to, 4))));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        var edge = Math.Max(1, to / from + 1);
        for (var i = edge; i < to - edge; i++)
            Assert.InRange(Pictures.Pixel(canvas, i, 1).R - (20 + slope * ((i + 0.5) * from / to - 0.5)), -2, 2);
    }

    [Fact]
    public void A_crop_takes_nothing_from_outside_it()
    {
        using var frame = FlatPicture.Of(PixelLayout.I420, 60, 40, Pictures.Color(ColorMatrix.Bt709, ColorRange.Full), 255, 128, 128);
        for (var y = 10; y < 30; y++) frame[0].Row(y)[20..40].Fill(50);
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(90, 70, Layer.Video(frame, new SourceRect(20, 10, 20, 20), new Rect(0, 0, 90, 70))));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        for (var y = 0; y < 70; y++)
            for (var x = 0; x < 90; x++) Assert.Equal((50, 50, 50), Pictures.Pixel(canvas, x, y));
    }

    [Fact]
    public void A_fraction_of_a_pixel_shifts_the_picture()
    {
        using var frame = FlatPicture.Of(PixelLayout.Gray8, 8, 2, Pictures.Color(ColorMatrix.Bt709, ColorRange.Full), 0, 0, 0);
        for (var y = 0; y < 2; y++) frame[0].Row(y)[4..].Fill(200);
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(Pictures.Scene(6, 2, Layer.Video(frame, new SourceRect(0.25, 0, 6, 2), new Rect(0, 0, 6, 2))));
        var row = compositor.Read(PixelLayout.Bgra32);
        Assert.Equal([0, 0, 0, 50, 200, 200], Enumerable.Range(0, 6).Select(x => Pictures.Pixel(row, x, 0).G));
    }

    [Theory]
    [InlineData(ChromaSiting.Left, 128, 188)]
    [InlineData(ChromaSiting.Center, 136, 192)]
    public void Chroma_is_brought_to_where_the_canvas_has_it(ChromaSiting siting, int darkest, int brightest)
    {
        // A step in U between samples 3 and 4. Left-sited it is already in place; centred samples lie a quarter sample further right.
        using var frame = FlatPicture.Of(PixelLayout.I420, 16, 8, ColorDescription.Canvas with { Siting = siting }, 100, 128, 128);
        for (var y = 0; y < 4; y++) frame[1].Row(y)[4..].Fill(188);
        using var compositor = new SoftwareCompositor(PixelLayout.I420);
        compositor.Compose(Pictures.Scene(16, 8, Layer.Video(frame, Pictures.Whole(frame), new Rect(0, 0, 16, 8))));
        var u = compositor.Read(PixelLayout.I420)[1].Row(2);
        Assert.Equal(128, u[3]);
        Assert.InRange(u[4], siting == ChromaSiting.Left ? 188 : 128 + 45, 188);
        Assert.InRange(u[4], darkest, brightest);
        if (siting == ChromaSiting.Center) Assert.Equal(173, u[4]);
    }

    [Fact]
    public void One_pixel_pictures_fill_their_tiles()
    {
        foreach (var layout in Pictures.Layouts)
        {
            using var frame = Pictures.Noise(layout, 1, 1, 3);
            foreach (var canvas in (PixelLayout[])[PixelLayout.Bgra32, PixelLayout.I420])
            {
                using var compositor = new SoftwareCompositor(canvas);
                compositor.Compose(Pictures.Scene(40, 30, Layer.Video(frame, Pictures.Whole(frame), new Rect(0, 0, 40, 30))));
                var pixels = compositor.Read(PixelLayout.Bgra32);
                Assert.Equal(Pictures.Pixel(pixels, 0, 0), Pictures.Pixel(pixels, 39, 29));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pictures.SupportedSets), MemberType = typeof(Pictures))]
    public void No_byte_behind_a_plane_is_read(string name)
    {
        foreach (var layout in Pictures.Layouts)
        {
            foreach (var (width, height) in ((int, int)[])[(1, 1), (31, 5), (64, 64), (97, 33), (640, 20)])
            {
                using var guarded = new GuardedFrame(layout, width, height, 3);
                using var plain = Pictures.Noise(layout, width, height, 3, guarded.Color);
                foreach (var bounds in (Rect[])[new(0, 0, width, height), new(3, 1, 200, 90), new(1, 0, 9, 7), new(0, 0, width, 60)])
                {
                    foreach (var canvas in (PixelLayout[])[PixelLayout.Bgra32, PixelLayout.I420])
                    {
                        var set = Enum.Parse<InstructionSet>(name);
                        var expected = Pictures.Scene(220, 100, Layer.Video(plain, Pictures.Whole(plain), bounds));
                        var actual = Pictures.Scene(220, 100, Layer.Video(guarded, Pictures.Whole(guarded), bounds));
                        Assert.Equal(Pictures.Draw(expected, canvas, InstructionSet.Scalar), Pictures.Draw(actual, canvas, set));
                    }
                }
            }
        }
    }

    [Fact]
    public void Pictures_stored_upside_down_are_drawn_upright()
    {
        using var frame = Pictures.Noise(PixelLayout.Gray8, 20, 20, 9);
        var flipped = new FlippedFrame(frame);
        var scene = Pictures.Scene(30, 30, Layer.Video(flipped, Pictures.Whole(flipped), new Rect(0, 0, 30, 30)));
        var shown = Pictures.Draw(scene, PixelLayout.Bgra32, InstructionSets.Best);
        using var upright = new OwnedVideoFrame(PixelLayout.Gray8, 20, 20) { Color = frame.Color };
        for (var y = 0; y < 20; y++) frame[0].Row(19 - y).CopyTo(upright[0].Row(y));
        scene = Pictures.Scene(30, 30, Layer.Video(upright, Pictures.Whole(upright), new Rect(0, 0, 30, 30)));
        Assert.Equal(Pictures.Draw(scene, PixelLayout.Bgra32, InstructionSets.Best), shown);
    }

    private sealed class FlippedFrame : VideoFrame
    {
        public FlippedFrame(VideoFrame of)
        {
            Describe(of.Layout, of.Width, of.Height);
            SetPlane(0, of[0].Data + (of.Height - 1) * of[0].Stride, -of[0].Stride);
            Color = of.Color;
        }

        public override void Recycle()
        {
        }
    }
}
