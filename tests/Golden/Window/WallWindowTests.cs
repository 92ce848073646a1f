using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Golden.Window;

public sealed class WallWindowTests(WindowScreen screen) : IClassFixture<WindowScreen>
{
    private const int Patience = 5000;

    [Fact]
    public void A_canvas_is_shown_pixel_for_pixel_in_a_window_of_its_size()
    {
        using var window = Open(320, 200);
        using var canvas = Canvas(320, 200, 30, 160, 90);
        window.Present(canvas);
        Assert.False(window.NeedsPresent);
        Eventually(() => screen.Count(30, 160, 90) == 320 * 200, window);
        canvas[0].Row(0).Fill(0);
        canvas[0].Row(0, 4)[..4].Fill(77);
        window.Present(canvas);
        Assert.Equal(0, screen.Count(77, 77, 77));
        canvas.MarkChanged();
        window.Present(canvas);
        Eventually(() => screen.Count(77, 77, 77) == 1, window);
    }

    [Fact]
    public void Another_shape_gets_bars_and_keeps_the_pictures_shape()
    {
        using var window = Open(320, 320);
        using var canvas = Canvas(160, 90, 200, 60, 20);
        window.Present(canvas);
        Eventually(() => screen.Count(200, 60, 20) == 320 * 180, window);
    }

    [Fact]
    public void What_the_gpu_compositor_drew_with_the_windows_context_is_shown_without_a_read_back()
    {
        using var window = Open(320, 200);
        using var compositor = new GpuCompositor(window.Gl);
        var scene = new Scene { Background = new Rgba(10, 20, 200) };
        scene.Begin(320, 200);
        scene.Add(Layer.Fill(new Rect(10, 10, 100, 50), new Rgba(250, 120, 10)));
        compositor.Compose(scene);
        window.Present(compositor);
        Eventually(() => screen.Count(250, 120, 10) == 5000 && screen.Count(10, 20, 200) == 320 * 200 - 5000, window);
    }

    [Fact]
    public void The_choice_beside_a_window_looks_at_the_windows_own_OpenGL()
    {
        using var window = Open(320, 200);
        var asked = CompositorChoice.Make(new CompositorRequest { Preference = CompositorPreference.Gpu, Clock = new SystemClock(), Window = window });
        using (asked.Compositor)
        {
            Assert.Equal($"Compositor: gpu on {window.Driver.Renderer} (as asked).", asked.Reason);
            Assert.Same(window.Gl, Assert.IsType<GpuCompositor>(asked.Compositor).Gl);
        }

        var free = CompositorChoice.Make(new CompositorRequest { Clock = new SystemClock(), Window = window });
        using (free.Compositor)
        {
            Assert.Equal(window.Driver, free.Driver);
            Assert.Contains(window.Driver.Renderer, free.Reason, StringComparison.Ordinal);
            if (window.Driver.IsSoftware) Assert.Equal("software", free.Compositor.Name);
        }
    }

    [Fact]
    public void Resizing_and_keys_reach_the_program()
    {
        using var window = Open(320, 200);
        var asked = new List<WallKey>();
        var sizes = new List<(int, int)>();
        window.KeyPressed += asked.Add;
        window.Resized += (width, height) => sizes.Add((width, height));
        using var canvas = Canvas(320, 200, 1, 180, 2);
        window.Present(canvas);
        screen.Do("search", "--name", "^Golden wall$", "windowsize", "400", "240");
        Eventually(() => sizes.Contains((400, 240)), window);
        Assert.True(window.NeedsPresent);
        Assert.Equal((400, 240), (window.Width, window.Height));
        window.Present(canvas);
        Eventually(() => screen.Count(1, 180, 2) == 384 * 240, window);
        screen.Do("search", "--name", "^Golden wall$", "windowfocus", "--sync", "key", "o", "Right", "x", "ctrl+c");
        Eventually(() => asked.Count == 3, window);
        Assert.Equal([WallKey.Overlay, WallKey.NextPage, WallKey.Quit], asked);
    }

    [Fact]
    public void Full_screen_covers_the_screen_and_gives_it_back()
    {
        using var window = Open(320, 200);
        using var canvas = Canvas(1024, 768, 90, 91, 92);
        window.IsFullscreen = true;
        Eventually(() => (window.Width, window.Height) == (1024, 768), window);
        window.Present(canvas);
        Eventually(() => screen.Count(90, 91, 92) == 1024 * 768, window);
        window.IsFullscreen = false;
        Eventually(() => (window.Width, window.Height) == (320, 200), window);
    }

    [Fact]
    public void A_window_can_be_opened_again_after_it_was_closed()
    {
        Open(100, 100).Dispose();
        using var window = Open(100, 100);
        using var canvas = Canvas(100, 100, 5, 6, 207);
        window.Present(canvas);
        Eventually(() => screen.Count(5, 6, 207) == 10_000, window);
    }

    private static WallWindow Open(int width, int height)
    {
        Assert.True(WallWindow.TryOpen(new WallWindowOptions { Title = "Golden wall", Width = width, Height = height }, out var window, out var whyNot), whyNot);
        return window;
    }

    private static OwnedVideoFrame Canvas(int width, int height, byte red, byte green, byte blue)
    {
        var frame = new OwnedVideoFrame(PixelLayout.Bgra32, width, height);
        for (var y = 0; y < height; y++)
        {
            var row = frame[0].Row(y, 4);
            for (var x = 0; x < row.Length; x += 4) (row[x], row[x + 1], row[x + 2], row[x + 3]) = (blue, green, red, 255);
        }

        return frame;
    }

    // The X server works in its own time; this looks again and again, so many times that only a real failure runs out of them.
    private static void Eventually(Func<bool> holds, WallWindow window)
    {
        for (var i = 0; i < Patience; i++)
        {
            window.PumpEvents();
            if (holds()) return;
            Thread.Yield();
        }

        Assert.Fail("It did not happen.");
    }
}
