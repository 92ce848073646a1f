using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Wall;

namespace ConfEngine.Graphics.Tests.Wall;

public sealed class WallSceneTests : IDisposable
{
    private readonly WallFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Without_decorations_there_are_square_pictures_on_black_and_nothing_else()
    {
        var tiles = Tiles(5);
        tiles[1].Frame = null;
        (tiles[2].Muted, tiles[2].Speaking, tiles[3].State, tiles[3].Cause) = (true, true, StreamState.Faulted, "gone");
        var layers = _fixture.Build(new WallView(1920, 1080, LayoutKind.Grid, Decorations: false), tiles);
        Assert.Equal(4, layers.Length);
        Assert.All(layers, l => Assert.Equal((LayerKind.Video, 0), (l.Kind, l.CornerRadius)));
        Assert.Equal(new Rect(640, 360, 640, 360), layers[^1].Bounds);
        Assert.Equal(Rgba.Black, _fixture.Scene.Background);
    }

    [Fact]
    public void Hidden_tiles_are_reported_and_not_drawn()
    {
        var tiles = Tiles(60);
        var layers = _fixture.Build(new WallView(1920, 1080, LayoutKind.Gallery, Page: 1), tiles);
        Assert.Equal(2, _fixture.Wall.PageCount);
        Assert.Equal(11, tiles.Count(t => t.Placement.IsVisible));
        Assert.Equal(tiles[49..].Select(t => t.Frame), layers.Where(l => l.Kind == LayerKind.Video).Select(l => l.Frame));
        Assert.Single(layers, l => l.Kind == LayerKind.Fill && l.Color == Palette.Text);
        Assert.Single(layers, l => l.Kind == LayerKind.Fill && l.Color == Palette.SurfaceRaised);
    }

    [Theory]
    [InlineData(49, 0)]
    [InlineData(50, 2)]
    [InlineData(588, 12)]
    public void Several_pages_have_a_dot_each(int tiles, int dots)
    {
        var layers = _fixture.Build(new WallView(1920, 1080, LayoutKind.Gallery), Tiles(tiles, pictures: false));
        var found = layers.Where(l => l.Kind == LayerKind.Fill && l.Color is var c && (c == Palette.Text || c == Palette.SurfaceRaised)).ToArray();
        Assert.Equal(dots, found.Length);
        Assert.All(found, dot => Assert.DoesNotContain(layers, l => l.Color == Palette.Surface && l.Bounds.Touches(dot.Bounds)));
    }

    [Fact]
    public void Very_many_pages_have_numbers()
    {
        var last = _fixture.Build(new WallView(1920, 1080, LayoutKind.Gallery, Page: 99), Tiles(49 * 13, pictures: false))[^1];
        Assert.Equal(LayerKind.Mask, last.Kind);
        Assert.True(last.Bounds.Y > 1000);
    }

    [Fact]
    public void The_stage_belongs_to_who_spoke_last()
    {
        var tiles = Tiles(4);
        var view = new WallView(1920, 1080, LayoutKind.Speaker);
        Assert.Equal(0, OnStage());
        tiles[2].Speaking = true;
        Assert.Equal(2, OnStage());
        tiles[1].Speaking = true;
        Assert.Equal(2, OnStage());
        tiles[2].Speaking = false;
        Assert.Equal(1, OnStage());
        tiles[1].Speaking = false;
        Assert.Equal(1, OnStage());

        int OnStage()
        {
            _fixture.Build(view, tiles);
            return Array.FindIndex(tiles, t => t.Placement.Role == TileRole.Stage);
        }
    }

    [Fact]
    public void Content_has_the_stage_whoever_speaks_and_people_have_it_without_content()
    {
        var tiles = Tiles(4);
        var view = new WallView(1920, 1080, LayoutKind.Content);
        (tiles[3].IsContent, tiles[1].Speaking) = (true, true);
        _fixture.Build(view, tiles);
        Assert.Equal(TileRole.Stage, tiles[3].Placement.Role);
        tiles[3].IsContent = false;
        _fixture.Build(view, tiles);
        Assert.Equal(TileRole.Stage, tiles[1].Placement.Role);
    }

    [Fact]
    public void Tiles_glide_to_their_places_and_say_where_they_are_going()
    {
        using var moving = new WallFixture(moveMilliseconds: 250);
        Tile[] tiles = [moving.Running(0), moving.Running(1)];
        moving.BuildAt(0, new WallView(1920, 1080, LayoutKind.Gallery), tiles);
        Assert.False(moving.Wall.IsMoving);
        var speaker = new WallView(1920, 1080, LayoutKind.Speaker);
        moving.BuildAt(100, speaker, tiles);
        var layers = moving.BuildAt(200, speaker, tiles);
        Assert.True(moving.Wall.IsMoving);
        Assert.DoesNotContain(layers, l => l.Kind == LayerKind.Video && l.Bounds == tiles[0].Placement.Bounds);
        layers = moving.BuildAt(350, speaker, tiles);
        Assert.False(moving.Wall.IsMoving);
        Assert.Contains(layers, l => l.Kind == LayerKind.Video && l.Bounds == tiles[0].Placement.Bounds);
    }

    [Fact]
    public void Nothing_is_drawn_outside_of_its_tile_on_any_canvas()
    {
        var random = new Random(99);
        for (var round = 0; round < 300; round++)
        {
            var tiles = Tiles(random.Next(0, 12));
            foreach (var tile in tiles) Disturb(tile, random);
            var view = new WallView(random.Next(1, 500) * 2, random.Next(1, 500) * 2, (LayoutKind)random.Next(3));
            var layers = _fixture.Build(view, tiles);
            var stray = layers.FirstOrDefault(l => l.Bounds.IsEmpty || !tiles.Any(t => t.Placement.Bounds.Contains(l.Bounds)));
            if (_fixture.Wall.PageCount == 1 && stray.Kind != LayerKind.None) Assert.Fail($"{view}: {stray}");
            foreach (var tile in tiles.Where(t => t.Placement.IsVisible)) Assert.Contains(layers, l => l.Bounds == tile.Placement.Bounds);
        }
    }

    [Fact]
    public void A_frame_allocates_nothing_once_the_wall_is_known()
    {
        using var moving = new WallFixture(moveMilliseconds: 250);
        var tiles = Enumerable.Range(0, 60).Select(i => moving.Running(i, $"Participant {i} 王 علي")).ToArray();
        var random = new Random(5);
        foreach (var tile in tiles) Disturb(tile, random);
        var text = new Scene();
        for (var frame = 0; frame < 200; frame++) Frame(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var frame = 200; frame < 400; frame++) Frame(frame);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        // Speaker changes, pages turn, tiles move: all of it is the daily business of a wall.
        void Frame(int frame)
        {
            for (var i = 0; i < tiles.Length; i++) tiles[i].Speaking = frame / 10 % 10 == i;
            moving.Wall.Build(text, new WallView(1920, 1080, (LayoutKind)(frame / 50 % 3), frame / 25 % 2), tiles, MediaTime.FromUnits(frame, 30));
        }
    }

    private static void Disturb(Tile tile, Random random)
    {
        if (random.Next(3) == 0) tile.Frame = null;
        tile.Mode = (ViewMode)random.Next(3);
        tile.Muted = random.Next(2) == 0;
        tile.Speaking = random.Next(4) == 0;
        tile.State = (StreamState)random.Next(4);
        tile.Cause = random.Next(2) == 0 ? "" : "the connection was refused by a machine with a very long name indeed";
        tile.Quality = random.Next(3) == 0 ? random.Next(5) : null;
    }

    private Tile[] Tiles(int count, bool pictures = true) =>
        [.. Enumerable.Range(0, count).Select(i => pictures ? _fixture.Running(i, $"Name {i}") : new Tile(i) { State = StreamState.Running })];
}
