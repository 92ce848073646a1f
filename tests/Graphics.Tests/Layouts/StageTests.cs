using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Tests.Layouts;

public sealed class StageTests
{
    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(5120, 1080)]
    public void A_wide_canvas_has_its_strip_at_the_right(int width, int height)
    {
        var places = Arrange(new LayoutRequest(LayoutKind.Speaker, width, height, 4));
        Assert.All(places[1..], p => Assert.True(p.Bounds.X >= places[0].Bounds.Right));
        Assert.Single(places[1..].Select(p => p.Bounds.X).Distinct());
    }

    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(1024, 768)]
    public void Any_other_canvas_has_its_strip_at_the_bottom(int width, int height)
    {
        var places = Arrange(new LayoutRequest(LayoutKind.Speaker, width, height, 4));
        Assert.All(places[1..], p => Assert.True(p.Bounds.Y >= places[0].Bounds.Bottom));
        Assert.Single(places[1..].Select(p => p.Bounds.Y).Distinct());
    }

    [Theory]
    [InlineData(LayoutKind.Speaker)]
    [InlineData(LayoutKind.Content)]
    public void The_featured_tile_is_on_the_stage_and_the_others_keep_their_order(LayoutKind kind)
    {
        for (var featured = 0; featured < 4; featured++)
        {
            var places = Arrange(new LayoutRequest(kind, 1920, 1080, 4) { Featured = featured });
            Assert.Equal(TileRole.Stage, places[featured].Role);
            var strip = places.Where(p => p.Role == TileRole.Filmstrip).Select(p => p.Bounds.Y).ToArray();
            Assert.Equal(3, strip.Length);
            Assert.Equal(strip.Order(), strip);
            Assert.All(strip, _ => Assert.True(places[featured].Bounds.Width > 4 * places.Min(p => p.Bounds.Width)));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void A_featured_tile_that_is_not_there_means_the_first(int featured) =>
        Assert.Equal(TileRole.Stage, Arrange(new LayoutRequest(LayoutKind.Content, 1280, 720, 5) { Featured = featured })[0].Role);

    [Fact]
    public void Content_takes_all_that_the_strip_leaves()
    {
        var places = Arrange(new LayoutRequest(LayoutKind.Content, 1920, 1080, 3));
        Assert.Equal(1080 - 24, places[0].Bounds.Height);
        Assert.Equal(places[1].Bounds.X - 12, places[0].Bounds.Right);
    }

    [Fact]
    public void A_single_tile_has_the_canvas_for_itself() =>
        Assert.Equal(new Rect(12, 12, 1896, 1056), Arrange(new LayoutRequest(LayoutKind.Content, 1920, 1080, 1))[0].Bounds);

    [Fact]
    public void A_full_strip_has_pages_and_every_tile_is_on_one_of_them()
    {
        var request = new LayoutRequest(LayoutKind.Speaker, 1920, 1080, 20) { Featured = 3 };
        var seen = new HashSet<int>();
        for (var page = 0; page < LayoutEngine.PageCount(request); page++)
        {
            var places = Arrange(request with { Page = page });
            for (var i = 0; i < 20; i++)
                if (places[i].Role == TileRole.Filmstrip)
                    Assert.True(seen.Add(i));
        }

        Assert.Equal(19, seen.Count);
        Assert.DoesNotContain(3, seen);
    }

    private static TilePlacement[] Arrange(LayoutRequest request)
    {
        var places = new TilePlacement[request.Tiles];
        LayoutEngine.Arrange(request, places);
        return places;
    }
}
