using ConfEngine.Graphics.Home;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Tests.Text;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Home;

public sealed class HomeScreenTests(TextFixture text) : IClassFixture<TextFixture>
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly string[] s_lines = ["No streams. Start with: confengine kiosk --source FILE", "F1 shows what is going on"];
    private readonly Scene _scene = new();

    [Fact]
    public void It_shows_room_time_date_and_what_to_do_in_this_order()
    {
        var layers = Build(1920, 1080, new HomeModel(s_noon, "Room 王", s_lines));
        Assert.Equal(LayerKind.Fill, layers[3].Kind);
        var masks = layers.Where(layer => layer.Kind == LayerKind.Mask).ToArray();
        Assert.Equal(5, masks.Length);
        Assert.True(text.Renderer.TryRender("12:00", new TextStyle(290, FontWeight.Regular, 1920 * 86 / 100), out var clock));
        Assert.Same(clock.Mask, masks[1].Image);
        Assert.Equal(masks.OrderBy(Middle).ToArray(), masks);
        Assert.All(masks[3..], mask => Assert.True(layers[3].Bounds.Contains(mask.Bounds)));
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(320, 180)]
    [InlineData(1080, 1920)]
    [InlineData(3440, 1440)]
    [InlineData(7680, 4320)]
    public void It_fits_any_canvas(int width, int height)
    {
        var layers = Build(width, height, new HomeModel(s_noon, "Boardroom", s_lines));
        Assert.All(layers, layer => Assert.True(new Rect(0, 0, width, height).Contains(layer.Bounds), $"{layer.Kind} at {layer.Bounds}"));
    }

    [Fact]
    public void Absurd_models_and_canvases_do_no_harm()
    {
        var lines = Enumerable.Repeat(new string('x', 9999), 50).ToArray();
        Build(2, 2, new HomeModel(s_noon, "\u202E\uD800", lines));
        var layers = Build(1280, 720, new HomeModel(s_noon, "", lines));
        Assert.All(layers, layer => Assert.InRange(layer.Bounds.Width, 1, 1280));
        Assert.Equal(2, Build(1280, 720, new HomeModel(s_noon, "", [])).Length);
    }

    [Fact]
    public void Nothing_is_allocated_within_the_minute_and_the_scene_stays_the_same()
    {
        var home = new HomeScreen(text.Renderer);
        var model = new HomeModel(s_noon, "Boardroom", s_lines);
        _scene.Begin(1280, 720);
        home.Build(_scene, model);
        var first = _scene.Layers.ToArray();
        long allocated = 0;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 50; i++)
            {
                _scene.Begin(1280, 720);
                home.Build(_scene, model with { Now = s_noon.AddSeconds(i) });
                text.Renderer.EndFrame();
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
        Assert.Equal(first, _scene.Layers.ToArray());
        _scene.Begin(1280, 720);
        home.Build(_scene, model with { Now = s_noon.AddSeconds(60) });
        Assert.NotEqual(first, _scene.Layers.ToArray());
    }

    [Fact]
    public void Without_fonts_it_is_calm_and_empty()
    {
        using var mute = new TextRenderer(FontSet.FromFiles());
        _scene.Begin(1280, 720);
        new HomeScreen(mute).Build(_scene, new HomeModel(s_noon, "Boardroom", s_lines));
        Assert.Equal(Palette.Background, _scene.Background);
        Assert.Equal(0, _scene.Layers.Length);
    }

    private Layer[] Build(int width, int height, HomeModel model)
    {
        _scene.Begin(width, height);
        new HomeScreen(text.Renderer).Build(_scene, model);
        return _scene.Layers.ToArray();
    }

    private static int Middle(Layer layer) => layer.Bounds.Y + layer.Bounds.Height / 2;
}
