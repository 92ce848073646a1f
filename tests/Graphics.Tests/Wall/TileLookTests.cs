using ConfEngine.Core.Media;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Wall;

namespace ConfEngine.Graphics.Tests.Wall;

public sealed class TileLookTests : IDisposable
{
    private readonly WallFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_picture_of_the_tiles_shape_fills_it_with_round_corners()
    {
        var tile = _fixture.Running(1);
        var first = _fixture.Gallery(tile)[0];
        Assert.Equal((LayerKind.Video, tile.Placement.Bounds), (first.Kind, first.Bounds));
        Assert.True(first.CornerRadius > 0);
    }

    [Fact]
    public void A_fitted_picture_of_another_shape_has_bars_in_the_colour_of_a_tile()
    {
        var tile = _fixture.Running(1);
        tile.Frame = _fixture.Picture(480, 480);
        var layers = _fixture.Gallery(tile);
        Assert.Equal(Layer.Fill(tile.Placement.Bounds, Palette.Surface, layers[0].CornerRadius), layers[0]);
        Assert.Equal(LayerKind.Video, layers[1].Kind);
        Assert.Equal(layers[1].Bounds.Height, tile.Placement.Bounds.Height);
        Assert.Equal(layers[1].Bounds.Width, layers[1].Bounds.Height);
        Assert.Equal(0, layers[1].CornerRadius);
    }

    [Theory]
    [InlineData(StreamState.Opening)]
    [InlineData(StreamState.Running)]
    [InlineData(StreamState.Ended)]
    [InlineData(StreamState.Faulted)]
    public void Without_a_picture_there_is_a_calm_tile_with_initials(StreamState state)
    {
        var tile = new Tile(1) { Name = "Ada Lovelace", State = state, Cause = state == StreamState.Faulted ? "no such file" : "" };
        var layers = _fixture.Gallery(tile);
        Assert.Equal((LayerKind.Fill, tile.Placement.Bounds, Palette.Surface), (layers[0].Kind, layers[0].Bounds, layers[0].Color));
        var disc = Assert.Single(layers, l => l.Kind == LayerKind.Fill && l.CornerRadius == l.Bounds.Width / 2 && l.Bounds.Width == l.Bounds.Height);
        Assert.Contains(layers, l => l.Kind == LayerKind.Mask && disc.Bounds.Touches(l.Bounds) && l.Color == Palette.Text);
        var lines = layers.Count(l => l.Kind == LayerKind.Mask && l.Bounds.Y >= disc.Bounds.Bottom && l.Bounds.Bottom < tile.Placement.Bounds.Bottom - 100);
        Assert.Equal(state switch { StreamState.Running => 0, StreamState.Faulted => 2, _ => 1 }, lines);
    }

    [Fact]
    public void A_failed_stream_keeps_its_last_picture_dimmed_with_the_cause_on_it()
    {
        var tile = _fixture.Running(1);
        var before = _fixture.Gallery(tile);
        (tile.State, tile.Cause) = (StreamState.Faulted, "connection refused");
        var layers = _fixture.Gallery(tile);
        Assert.Equal(before[0], layers[0]);
        Assert.Equal((LayerKind.Fill, Palette.Dim, tile.Placement.Bounds), (layers[1].Kind, layers[1].Color, layers[1].Bounds));
        Assert.Contains(layers, l => l.Kind == LayerKind.Mask && l.Color == Palette.Warning);
        var cause = CauseLine(layers);

        tile.Cause = "connection refused by the other end";
        Assert.True(CauseLine(_fixture.Gallery(tile)).Bounds.Width > cause.Bounds.Width);

        // Opened again: still shown as it was, or it would flicker with every attempt.
        tile.State = StreamState.Opening;
        Assert.Contains(_fixture.Gallery(tile), l => l.Color == Palette.Dim);
        (tile.State, tile.Cause) = (StreamState.Running, "");
        Assert.Equal(before, _fixture.Gallery(tile));

        static Layer CauseLine(Layer[] all) => all.Where(l => l.Kind == LayerKind.Mask && l.Color == Palette.Text).MaxBy(l => l.Bounds.Width);
    }

    [Fact]
    public void The_name_lies_on_a_pill_at_the_bottom_left()
    {
        var tile = _fixture.Running(1, "Grace Hopper");
        var layers = _fixture.Gallery(tile);
        var pill = Assert.Single(layers, l => l.Color == Palette.Label);
        var bounds = tile.Placement.Bounds;
        Assert.InRange(pill.Bounds.X - bounds.X, 1, 40);
        Assert.InRange(bounds.Bottom - pill.Bounds.Bottom, 1, 40);
        Assert.Contains(layers, l => l.Kind == LayerKind.Mask && l.Bounds.X > pill.Bounds.X && l.Bounds.Right < pill.Bounds.Right);
    }

    [Theory]
    [InlineData("王小明")]
    [InlineData("محمد علي")]
    [InlineData("A name that is longer than any name should be, and then goes on and on without end, far beyond the edge of every tile there is")]
    public void Any_name_stays_on_its_tile(string name)
    {
        var tiles = Enumerable.Range(0, 9).Select(i => _fixture.Running(i, name)).ToArray();
        var layers = _fixture.Gallery(tiles);
        Assert.Equal(9, layers.Count(l => l.Kind == LayerKind.Mask));
        foreach (var layer in layers) Assert.Contains(tiles, t => t.Placement.Bounds.Contains(layer.Bounds));
    }

    [Fact]
    public void A_muted_microphone_shows_before_the_name()
    {
        var tile = _fixture.Running(1);
        Assert.Single(_fixture.Gallery(tile), l => l.Kind == LayerKind.Mask);
        tile.Muted = true;
        var muted = _fixture.Gallery(tile);
        var icon = Assert.Single(muted, l => l.Kind == LayerKind.Mask && l.Color == Palette.Error);
        var name = Assert.Single(muted, l => l.Kind == LayerKind.Mask && l.Color == Palette.Text);
        Assert.True(icon.Bounds.Right <= name.Bounds.X);
        Assert.Single(muted, l => l.Color == Palette.Label);
    }

    [Fact]
    public void Who_speaks_has_a_ring()
    {
        var (quiet, loud) = (_fixture.Running(1), _fixture.Running(2));
        loud.Speaking = true;
        var ring = Assert.Single(_fixture.Gallery(quiet, loud), l => l.StrokeWidth > 0);
        Assert.Equal((loud.Placement.Bounds, Palette.Accent), (ring.Bounds, ring.Color));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(99, 4)]
    public void Quality_is_shown_as_bars(int quality, int lit)
    {
        var tile = _fixture.Running(1, "");
        tile.Quality = quality;
        var bars = _fixture.Gallery(tile).Where(l => l.Kind == LayerKind.Fill && l.CornerRadius == 0).ToArray();
        Assert.Equal(4, bars.Length);
        Assert.Equal(lit, bars.Count(b => b.Color != Palette.SurfaceRaised));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void No_quality_at_all_is_an_error_that_can_be_seen(int quality)
    {
        var tile = _fixture.Running(1, "");
        tile.Quality = quality;
        var bars = _fixture.Gallery(tile).Where(l => l.Kind == LayerKind.Fill && l.CornerRadius == 0).ToArray();
        Assert.Equal(4, bars.Length);
        Assert.All(bars, bar => Assert.Equal(Palette.Error, bar.Color.WithAlpha(255)));
    }

    [Fact]
    public void An_ended_stream_says_so_on_its_last_picture()
    {
        var tile = _fixture.Running(1, "");
        Assert.Single(_fixture.Gallery(tile));
        tile.State = StreamState.Ended;
        var layers = _fixture.Gallery(tile);
        Assert.Equal([LayerKind.Video, LayerKind.Fill, LayerKind.Mask], layers.Select(l => l.Kind));
        Assert.True(layers[1].Bounds.X > tile.Placement.Bounds.X + tile.Placement.Bounds.Width / 2);
    }

    [Fact]
    public void Without_fonts_everything_but_the_letters_is_there()
    {
        using var bare = new WallFixture(fonts: false);
        var tile = new Tile(1) { Name = "Ada", State = StreamState.Faulted, Cause = "gone", Muted = true, Speaking = true };
        var layers = bare.Gallery(tile);
        Assert.Contains(layers, l => l.Color == Palette.Surface);
        Assert.Contains(layers, l => l.StrokeWidth > 0);
        Assert.Equal(2, layers.Count(l => l.Kind == LayerKind.Mask));
    }

    [Fact]
    public void Thumbnails_have_no_letters()
    {
        var tile = new Tile(1) { Name = "Ada", State = StreamState.Opening, Muted = true };
        var layers = _fixture.Build(new WallView(64, 36, LayoutKind.Gallery), tile);
        Assert.DoesNotContain(layers, l => l.Color == Palette.Label);
        Assert.Contains(layers, l => l.Color == Palette.Surface);
    }
}
