using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Overlays;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Tests.Text;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Overlays;

public sealed class OverlayStackTests : IClassFixture<TextFixture>, IDisposable
{
    private static readonly MediaTime s_frame = MediaTime.FromUnits(1, 30);
    private readonly TextFixture _text;
    private readonly Scene _scene = new();
    private readonly FrameStatistics _frames = new();
    private readonly List<StreamRow> _rows = [];
    private readonly OverlayStack _stack;

    public OverlayStackTests(TextFixture text)
    {
        _text = text;
        _stack = Stack(text.Renderer);
    }

    public void Dispose() => _stack.Dispose();

    [Fact]
    public void Hidden_pages_add_nothing()
    {
        Assert.Empty(Compose(0).ToArray());
        Assert.False(_stack.IsVisible);
    }

    [Theory]
    [InlineData(1280, 720, true)]
    [InlineData(1600, 900, true)]
    [InlineData(1920, 1080, true)]
    [InlineData(3840, 2160, true)]
    [InlineData(1080, 1920, false)]
    [InlineData(1024, 768, false)]
    public void Pages_stand_beside_each_other_where_there_is_room(int width, int height, bool beside)
    {
        AddRows(9);
        _stack.SetAll(true);
        var layers = Compose(0, width, height).ToArray();
        Assert.Equal(2, layers.Length);
        var (first, second) = (layers[0].Bounds, layers[1].Bounds);
        Assert.Equal(beside, second.Y == first.Y && second.X > first.Right);
        Assert.Equal(!beside, second.Y > first.Bottom && second.X == first.X);
        Assert.All(layers, layer => Assert.True(new Rect(0, 0, width, height).Contains(layer.Bounds)));
        Assert.All(layers, layer => Assert.Equal(LayerKind.Bitmap, layer.Kind));
    }

    [Fact]
    public void A_cause_has_a_line_of_its_own_and_nothing_becomes_wider()
    {
        AddRows(3);
        _stack.TrySet("streams", true);
        var before = Compose(0)[0].Bounds;
        _rows[1].Statistics.Cause = "no such file; check the path";
        var after = Compose(1000)[0];
        Assert.Equal(before.Width, after.Bounds.Width);
        Assert.Equal(before.Height + OverlayTheme.LineHeight(CanvasScale.For(1920, 1080)), after.Bounds.Height);
        Assert.True(Count(after.Image!, Palette.Warning) > 0);
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(320, 180)]
    [InlineData(1080, 1920)]
    [InlineData(2, 2)]
    [InlineData(60, 2000)]
    [InlineData(7680, 4320)]
    public void Any_canvas_and_any_number_of_streams_will_do(int width, int height)
    {
        foreach (var count in (int[])[0, 1, 200])
        {
            AddRows(count);
            _stack.SetAll(true);
            foreach (var layer in Compose(0, width, height)) Assert.True(new Rect(0, 0, width, height).Contains(layer.Bounds));
        }
    }

    [Fact]
    public void A_page_is_painted_again_only_when_it_is_due()
    {
        _stack.TrySet("streams", true);
        var first = Compose(0)[0];
        Assert.Equal(first, Compose(190)[0]);
        Assert.NotEqual(first.Serial, Compose(200)[0].Serial);
        Assert.Same(first.Image, Compose(210)[0].Image);
    }

    [Fact]
    public void The_bitmap_of_the_scene_before_is_still_there()
    {
        _stack.TrySet("streams", true);
        var before = Compose(0)[0].Image!;
        AddRows(3);
        Assert.NotSame(before, Compose(1)[0].Image);
        Assert.Equal(before.Width * 4, before.Row(0).Length);
        _stack.SetAll(false);
        Compose(2);
        Compose(3);
        Assert.Throws<ObjectDisposedException>(() => before.Row(0).Length);
    }

    [Fact]
    public void The_hot_key_goes_round()
    {
        var seen = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            _stack.ShowNext();
            seen.Add(Compose(i).Length);
        }

        Assert.Equal([1, 1, 2, 0, 1], seen);
        Assert.True(_stack.TrySet("frames", false));
        Assert.False(_stack.TrySet("nonsense", true));
        Assert.Equal(["frames", "streams"], _stack.Names);
    }

    [Fact]
    public void A_frame_with_all_pages_painted_allocates_nothing()
    {
        AddRows(6);
        _stack.SetAll(true);
        long allocated = 0;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 40; i++)
            {
                RecordFrame(5_000_000 + i * 1000);
                foreach (var row in _rows) row.Statistics.CountDecoded(1, 1_234_567 + i);
                Compose(round * 40_000 + i * 1000);
                _text.Renderer.EndFrame();
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Without_fonts_the_pages_still_show_the_graph()
    {
        using var mute = new TextRenderer(FontSet.FromFiles());
        using var stack = Stack(mute);
        stack.SetAll(true);
        RecordFrame(20_000_000);
        RecordFrame(20_000_000);
        _scene.Begin(1920, 1080);
        stack.AddTo(_scene, new Instant(0));
        Assert.Equal(2, _scene.Layers.Length);
        Assert.True(Count(_scene.Layers[0].Image!, OverlayTheme.Color(FramePhase.Compose)) > 0);
    }

    [Fact]
    public void Columns_of_the_graph_are_as_high_as_the_frame_was_long()
    {
        _stack.TrySet("frames", true);
        var empty = Count(Compose(0)[0].Image!, OverlayTheme.Color(FramePhase.Compose));
        for (var i = 0; i < 3; i++) RecordFrame(s_frame.Nanoseconds / 2);
        var twoHalves = Count(Compose(1000)[0].Image!, OverlayTheme.Color(FramePhase.Compose)) - empty;
        for (var i = 0; i < 2; i++) RecordFrame(s_frame.Nanoseconds / 4);
        // The newest frame is never shown: it is still being measured.
        var threeHalvesAndQuarter = Count(Compose(2000)[0].Image!, OverlayTheme.Color(FramePhase.Compose)) - empty;
        Assert.True(twoHalves > 0);
        Assert.Equal(twoHalves / 2 * 3 + twoHalves / 4, threeHalvesAndQuarter);
    }

    [Fact]
    public void Rates_come_from_counters_and_time()
    {
        var rates = new StreamRates();
        var stats = new StreamStatistics();
        stats.CountDecoded(500, 1);
        rates.Update(stats, new Instant(0));
        Assert.True(double.IsNaN(rates.In));
        stats.CountDecoded(60, 120_000_000);
        for (var i = 0; i < 50; i++) stats.CountShown();
        rates.Update(stats, new Instant(2_000_000_000));
        Assert.Equal((30.0, 25.0, 2.0), (rates.In, rates.Shown, rates.DecodeMilliseconds));
        rates.Update(stats, new Instant(2_500_000_000));
        Assert.Equal(30.0, rates.In);
        rates.Update(stats, new Instant(3_500_000_000));
        Assert.Equal(0.0, rates.In);
        Assert.True(double.IsNaN(rates.DecodeMilliseconds));
        rates.Update(new StreamStatistics(), new Instant(4_000_000_000));
        Assert.True(double.IsNaN(rates.Shown));
    }

    [Fact]
    public void Numbers_are_written_without_surprises()
    {
        Assert.Equal("target 29.97 fps", new NumberText(stackalloc char[40]).Add("target ").Add(30000 / 1001.0, "0.##").Add(" fps").Written.ToString());
        Assert.Equal("-", new NumberText(stackalloc char[40]).Add(double.NaN, "F1").Written.ToString());
        Assert.Equal("-12", new NumberText(stackalloc char[40]).Add(-12L).Written.ToString());
        Assert.Equal("abc", new NumberText(stackalloc char[3]).Add("abcdef").Add(12345L).Written.ToString());
    }

    private OverlayStack Stack(TextRenderer renderer)
    {
        var stack = new OverlayStack(renderer);
        stack.Add(new FrameTimePage(_frames, s_frame));
        stack.Add(new StreamTablePage(_rows));
        return stack;
    }

    private ReadOnlySpan<Layer> Compose(int milliseconds, int width = 1920, int height = 1080)
    {
        _scene.Begin(width, height);
        _stack.AddTo(_scene, new Instant(milliseconds * 1_000_000L));
        return _scene.Layers;
    }

    private void RecordFrame(long composeNanoseconds)
    {
        _frames.BeginFrame();
        _frames.Add(FramePhase.Compose, composeNanoseconds);
    }

    private void AddRows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var state = (StreamState)(i % 4);
            _rows.Add(new StreamRow($"参加者 {i}", new StreamStatistics
            {
                Codec = "h264", Width = 1280, Height = 720, State = state, Cause = state == StreamState.Faulted ? "no such file; check the path" : "",
            }));
        }
    }

    private static int Count(Bitmap image, Rgba color)
    {
        var count = 0;
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < image.Width; x++)
            {
                var pixel = row.Slice(x * 4, 4);
                if (pixel[0] == color.B && pixel[1] == color.G && pixel[2] == color.R && pixel[3] == 255) count++;
            }
        }

        return count;
    }
}
