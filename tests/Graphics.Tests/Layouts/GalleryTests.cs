using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Tests.Layouts;

public sealed class GalleryTests
{
    // Columns and rows are what a person would draw on paper for these shapes.
    [Theory]
    [InlineData(1920, 1080, 1, 1, 1)]
    [InlineData(1920, 1080, 2, 2, 1)]
    [InlineData(1920, 1080, 4, 2, 2)]
    [InlineData(1920, 1080, 5, 3, 2)]
    [InlineData(1920, 1080, 9, 3, 3)]
    [InlineData(1920, 1080, 16, 4, 4)]
    [InlineData(1920, 1080, 49, 7, 7)]
    [InlineData(1080, 1920, 2, 1, 2)]
    [InlineData(1080, 1920, 3, 1, 3)]
    [InlineData(1080, 1920, 8, 2, 4)]
    [InlineData(3840, 1080, 2, 2, 1)]
    [InlineData(3840, 1080, 8, 4, 2)]
    [InlineData(7680, 540, 8, 8, 1)]
    [InlineData(1024, 768, 3, 2, 2)]
    public void The_best_packing_follows_the_shape(int width, int height, int tiles, int columns, int rows)
    {
        var places = Arrange(new LayoutRequest(LayoutKind.Gallery, width, height, tiles));
        Assert.Equal(columns, places.Count(p => p.Bounds.Y == places[0].Bounds.Y));
        Assert.Equal(rows, places.Select(p => p.Bounds.Y).Distinct().Count());
    }

    [Fact]
    public void Nine_tiles_on_full_hd_have_known_places()
    {
        var places = Arrange(new LayoutRequest(LayoutKind.Gallery, 1920, 1080, 9));
        Assert.Equal(new Rect(32, 12, 610, 344), places[0].Bounds);
        Assert.Equal(new Rect(654, 368, 610, 344), places[4].Bounds);
        Assert.Equal(new Rect(1276, 724, 610, 344), places[8].Bounds);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(7, 3)]
    [InlineData(11, 4)]
    public void A_short_last_row_is_centred(int tiles, int columns)
    {
        var places = Arrange(new LayoutRequest(LayoutKind.Gallery, 1920, 1080, tiles));
        var last = places[(tiles - tiles % columns)..];
        var leftMargin = last[0].Bounds.X;
        var rightMargin = 1920 - last[^1].Bounds.Right;
        Assert.InRange(leftMargin - rightMargin, -2, 2);
        Assert.True(leftMargin > places[0].Bounds.X);
    }

    [Fact]
    public void No_other_number_of_columns_gives_larger_tiles()
    {
        var random = new Random(4711);
        for (var round = 0; round < 300; round++)
        {
            var (width, height, tiles) = (random.Next(200, 4000), random.Next(200, 4000), random.Next(1, 50));
            var shown = Arrange(new LayoutRequest(LayoutKind.Gallery, width, height, tiles))[0].Bounds;
            var gap = Math.Min(width, height) / 90 & ~1;
            for (var columns = 1; columns <= tiles; columns++)
            {
                var rows = (tiles + columns - 1) / columns;
                var possible = Math.Min((width - (columns + 1) * gap) / (double)columns, (height - (rows + 1) * gap) / (double)rows * 16 / 9);
                if (shown.Width <= possible - 4) Assert.Fail($"{tiles} tiles on {width}x{height}: {columns} columns give {possible:F0}, not {shown.Width}");
            }
        }
    }

    [Fact]
    public void Beyond_49_tiles_there_are_pages()
    {
        var request = new LayoutRequest(LayoutKind.Gallery, 1920, 1080, 120);
        Assert.Equal(3, LayoutEngine.PageCount(request));
        var seen = new HashSet<int>();
        for (var page = 0; page < 3; page++)
        {
            var places = new TilePlacement[120];
            var count = LayoutEngine.Arrange(request with { Page = page }, places);
            Assert.Equal(page < 2 ? 49 : 22, count);
            for (var i = 0; i < 120; i++)
                if (places[i].IsVisible)
                    Assert.True(seen.Add(i), $"tile {i} is on two pages");
        }

        Assert.Equal(120, seen.Count);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(99, 1)]
    public void A_page_that_does_not_exist_is_the_nearest_that_does(int page, int meant)
    {
        var request = new LayoutRequest(LayoutKind.Gallery, 1920, 1080, 60);
        Assert.Equal(Arrange(request with { Page = meant }), Arrange(request with { Page = page }));
    }

    [Fact]
    public void Who_speaks_neither_moves_a_tile_nor_turns_the_page()
    {
        var request = new LayoutRequest(LayoutKind.Gallery, 1920, 1080, 80);
        var quiet = Arrange(request);
        for (var speaker = 0; speaker < 80; speaker++) Assert.Equal(quiet, Arrange(request with { Featured = speaker }));
    }

    private static TilePlacement[] Arrange(LayoutRequest request)
    {
        var places = new TilePlacement[request.Tiles];
        LayoutEngine.Arrange(request, places);
        return places;
    }
}
