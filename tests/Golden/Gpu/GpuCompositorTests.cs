using ConfEngine.Core.Media;
using ConfEngine.Golden.Pictures;
using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Golden.Gpu;

public sealed class GpuCompositorTests(GpuFixture gpu) : IClassFixture<GpuFixture>
{
    private static readonly ColorDescription s_color = new(ColorMatrix.Bt709, ColorRange.Limited, ChromaSiting.Left);

    [Fact]
    public void The_first_row_of_the_canvas_is_the_first_row_in_memory()
    {
        var canvas = Compose(64, 32, scene => scene.Add(Layer.Fill(new Rect(4, 2, 10, 3), new Rgba(10, 20, 30))));
        Assert.Equal([30, 20, 10, 255], canvas[0].Row(2, 4).Slice(4 * 4, 4).ToArray());
        Assert.Equal([30, 20, 10, 255], canvas[0].Row(4, 4).Slice(13 * 4, 4).ToArray());
        Assert.Equal([0, 0, 0, 255], canvas[0].Row(5, 4).Slice(4 * 4, 4).ToArray());
        Assert.Equal([0, 0, 0, 255], canvas[0].Row(29, 4).Slice(4 * 4, 4).ToArray());
    }

    [Fact]
    public void An_unscaled_grey_picture_arrives_sample_for_sample()
    {
        using var frame = SourcePictures.Waves(PixelLayout.Gray8, 40, 30, s_color with { Range = ColorRange.Full });
        var canvas = Compose(64, 48, scene => scene.Add(Layer.Video(frame, new SourceRect(0, 0, 40, 30), new Rect(7, 5, 40, 30))));
        for (var y = 0; y < 30; y++)
            for (var x = 0; x < 40; x++) Assert.Equal(frame[0].Row(y)[x], canvas[0].Row(y + 5, 4)[(x + 7) * 4 + 1]);
    }

    [Fact]
    public void A_picture_stored_upside_down_is_the_same_picture()
    {
        using var upright = SourcePictures.Waves(PixelLayout.I420, 64, 48, s_color);
        var flipped = new FlippedFrame(upright);
        var expected = Compose(64, 48, scene => scene.Add(Layer.Video(upright, new SourceRect(0, 0, 64, 48), new Rect(0, 0, 64, 48))))[0].Row(20, 4).ToArray();
        var actual = Compose(64, 48, scene => scene.Add(Layer.Video(flipped, new SourceRect(0, 0, 64, 48), new Rect(0, 0, 64, 48))));
        Assert.Equal(expected, actual[0].Row(20, 4).ToArray());
    }

    [Fact]
    public void Reducing_averages_everything_a_pixel_covers()
    {
        // Columns of black and white, one sample each: at a quarter of the width nothing but grey may be left.
        using var frame = new OwnedVideoFrame(PixelLayout.Gray8, 128, 8) { Color = s_color with { Range = ColorRange.Full } };
        for (var y = 0; y < 8; y++)
            for (var x = 0; x < 128; x++) frame[0].Row(y)[x] = (byte)(x % 2 * 255);
        var canvas = Compose(32, 8, scene => scene.Add(Layer.Video(frame, new SourceRect(0, 0, 128, 8), new Rect(0, 0, 32, 8))));
        for (var x = 1; x < 31; x++) Assert.InRange(canvas[0].Row(4, 4)[x * 4], 126, 129);
    }

    [Fact]
    public void An_equal_scene_is_not_drawn_again_and_a_new_picture_is()
    {
        using var turn = gpu.TakeContext();
        using var frame = SourcePictures.Waves(PixelLayout.I420, 64, 48, s_color);
        var scene = new Scene();
        Fill(scene);
        Assert.True(gpu.Compositor.Compose(scene));
        var serial = gpu.Compositor.Read(PixelLayout.Bgra32).Serial;
        Fill(scene);
        Assert.False(gpu.Compositor.Compose(scene));
        Assert.Equal(serial, gpu.Compositor.Read(PixelLayout.Bgra32).Serial);
        frame[0].Row(3).Fill(255);
        frame.MarkChanged();
        Fill(scene);
        Assert.True(gpu.Compositor.Compose(scene));
        Assert.NotEqual(serial, gpu.Compositor.Read(PixelLayout.Bgra32).Serial);

        void Fill(Scene target)
        {
            target.Begin(128, 96);
            target.Add(Layer.Video(frame, new SourceRect(0, 0, 64, 48), new Rect(0, 0, 100, 80), 8));
            target.Add(Layer.Outline(new Rect(0, 0, 100, 80), new Rgba(0, 200, 0), 4, 8));
        }
    }

    [Fact]
    public void Drawing_only_what_changed_gives_the_picture_that_drawing_all_gives()
    {
        using var first = SourcePictures.Waves(PixelLayout.I420, 64, 48, s_color);
        using var second = SourcePictures.Waves(PixelLayout.I420, 64, 48, s_color, seed: 5);
        Compose(160, 96, scene => Add(scene, first, first));
        using var partly = Copy(Compose(160, 96, scene => Add(scene, first, second)));
        using var turn = gpu.TakeContext();
        using var fresh = new GpuCompositor(gpu.Headless.Gl);
        var scene = new Scene();
        scene.Begin(160, 96);
        Add(scene, first, second);
        fresh.Compose(scene);
        Assert.Equal(0, PictureDifference.Between(partly, fresh.Read(PixelLayout.Bgra32)).Largest);

        static void Add(Scene scene, VideoFrame left, VideoFrame right)
        {
            scene.Add(Layer.Video(left, new SourceRect(0, 0, 64, 48), new Rect(0, 0, 90, 96), 12));
            scene.Add(Layer.Video(right, new SourceRect(0, 0, 64, 48), new Rect(80, 0, 80, 96), 12));
            scene.Add(Layer.Fill(new Rect(60, 30, 50, 40), new Rgba(200, 0, 0, 128), 10));
        }
    }

    [Fact]
    public void Textures_of_pictures_and_texts_that_are_gone_are_deleted()
    {
        using var frame = SourcePictures.Waves(PixelLayout.I420, 16, 16, s_color);
        for (var i = 0; i < 300; i++)
        {
            using var text = new Bitmap(BitmapFormat.Alpha8, 8, 8);
            Compose(64, 64, scene =>
            {
                for (var place = 0; place < 1 + i % 9; place++) scene.Add(Layer.Video(frame, new SourceRect(0, 0, 16, 16), new Rect(place * 4, 0, 16, 16)));
                scene.Add(Layer.Mask(text, 3, 3, Rgba.White));
            });
            Assert.Equal(1 + i % 9, gpu.Compositor.TextureCounts.Places);
        }

        Assert.InRange(gpu.Compositor.TextureCounts.Bitmaps, 1, 240);
    }

    [Fact]
    public void A_steady_wall_allocates_nothing()
    {
        using var turn = gpu.TakeContext();
        using var frame = SourcePictures.Waves(PixelLayout.I420, 64, 48, s_color);
        using var text = new Bitmap(BitmapFormat.Alpha8, 20, 10);
        var scene = new Scene();
        for (var i = 0; i < 3; i++) Frame();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++) Frame();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Frame()
        {
            frame.MarkChanged();
            text.MarkChanged();
            scene.Begin(128, 96);
            scene.Add(Layer.Video(frame, new SourceRect(0, 0, 64, 48), new Rect(0, 0, 64, 48), 6));
            scene.Add(Layer.Fill(new Rect(3, 3, 30, 30), new Rgba(1, 2, 3, 100), 5));
            scene.Add(Layer.Mask(text, 4, 4, Rgba.White));
            gpu.Compositor.Compose(scene);
            gpu.Compositor.Read(PixelLayout.Bgra32);
            gpu.Compositor.Read(PixelLayout.I420);
        }
    }

    [Fact]
    public void Layers_half_off_the_canvas_are_cut_at_its_edge()
    {
        var canvas = Compose(32, 32, scene => scene.Add(Layer.Fill(new Rect(-10, 20, 20, 40), Rgba.White)));
        Assert.Equal(255, canvas[0].Row(31, 4)[9 * 4]);
        Assert.Equal(0, canvas[0].Row(31, 4)[10 * 4]);
        Assert.Equal(0, canvas[0].Row(19, 4)[0]);
    }

    private VideoFrame Compose(int width, int height, Action<Scene> fill)
    {
        using var turn = gpu.TakeContext();
        var scene = new Scene();
        scene.Begin(width, height);
        fill(scene);
        gpu.Compositor.Compose(scene);
        return gpu.Compositor.Read(PixelLayout.Bgra32);
    }

    private static OwnedVideoFrame Copy(VideoFrame from)
    {
        var copy = new OwnedVideoFrame(from.Layout, from.Width, from.Height);
        for (var y = 0; y < from.Height; y++) from[0].Row(y, 4).CopyTo(copy[0].Row(y, 4));
        return copy;
    }
}
