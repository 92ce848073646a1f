using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Compositor.Tests.Software;

public sealed class DirtyRegionTests
{
    [Theory]
    [InlineData(PixelLayout.Bgra32, 160, 120)]
    [InlineData(PixelLayout.I420, 160, 120)]
    [InlineData(PixelLayout.Bgra32, 131, 77)]
    [InlineData(PixelLayout.I420, 131, 77)]
    public void Drawing_the_changes_equals_drawing_everything(PixelLayout canvas, int width, int height)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            using var random = new RandomScene(seed, width, height);
            using var compositor = new SoftwareCompositor(canvas);
            for (var n = 0; n < 60; n++)
            {
                for (var edits = 0; edits <= n % 3; edits++) random.Edit();
                var scene = random.Scene();
                compositor.Compose(scene);
                var whole = Pictures.Draw(scene, canvas, InstructionSets.Best);
                Assert.True(whole.AsSpan().SequenceEqual(Pictures.Samples(compositor.Read(canvas))), $"seed {seed}, step {n}");
            }
        }
    }

    [Fact]
    public void The_same_scene_is_not_drawn_again()
    {
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        using var frame = Pictures.Noise(PixelLayout.I420, 64, 36, 1);
        var layer = Layer.Video(frame, Pictures.Whole(frame), new Rect(2, 2, 50, 40));
        Assert.True(compositor.Compose(Pictures.Scene(100, 80, layer)));
        Assert.False(compositor.Compose(Pictures.Scene(100, 80, layer)));
        frame.MarkChanged();
        Assert.True(compositor.Compose(Pictures.Scene(100, 80, Layer.Video(frame, layer.Source, layer.Bounds))));
        Assert.True(compositor.Compose(Pictures.Scene(102, 80, layer)));
    }

    [Fact]
    public void Only_what_changed_is_touched()
    {
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        var left = Layer.Fill(new Rect(0, 0, 10, 10), Rgba.White);
        compositor.Compose(Pictures.Scene(40, 20, left, Layer.Fill(new Rect(20, 0, 10, 10), Rgba.White)));
        var canvas = compositor.Read(PixelLayout.Bgra32);
        canvas[0].Row(0, 4)[0] = 99;
        compositor.Compose(Pictures.Scene(40, 20, left, Layer.Fill(new Rect(20, 0, 10, 10), Rgba.Black)));
        Assert.Equal(99, Pictures.Pixel(canvas, 0, 0).B);
        Assert.Equal((0, 0, 0), Pictures.Pixel(canvas, 25, 5));
    }

    [Fact]
    public void The_list_is_bounded_and_loses_nothing()
    {
        var region = new DirtyRegion();
        var random = new Random(3);
        var added = new List<Rect>();
        for (var i = 0; i < 1000; i++)
        {
            added.Add(new Rect(random.Next(4000), random.Next(4000), random.Next(1, 9), random.Next(1, 9)));
            region.Add(added[^1]);
        }

        Assert.InRange(region.Rects.Length, 1, 200);
        Assert.All(added, r => Assert.Contains(region.Rects.ToArray(), d => d.Contains(r)));
    }

    [Theory]
    [InlineData(PixelLayout.Bgra32)]
    [InlineData(PixelLayout.I420)]
    public void A_frame_allocates_nothing(PixelLayout layout)
    {
        using var compositor = new SoftwareCompositor(layout);
        using var frame = Pictures.Noise(PixelLayout.I420, 64, 36, 1, ColorDescription.Unspecified(36));
        using var text = new Bitmap(BitmapFormat.Alpha8, 20, 8);
        text.Row(3).Fill(200);
        var scene = new Scene();
        void Frame(int n)
        {
            frame.MarkChanged();
            scene.Begin(200, 120);
            for (var i = 0; i < 6; i++)
                scene.Add(Layer.Video(frame, Pictures.Whole(frame), new Rect(i % 3 * 66, i / 3 * 60, 60, 50), i));
            scene.Add(Layer.Fill(new Rect(5 + n % 2, 40, 30, 10), new Rgba(0, 0, 0, 128), 4));
            scene.Add(Layer.Mask(text, 7, 41, Rgba.White));
            compositor.Compose(scene);
            compositor.Read(PixelLayout.Bgra32);
            compositor.Read(PixelLayout.I420);
        }

        for (var n = 0; n < 100; n++) Frame(n);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 100; n++) Frame(n);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
