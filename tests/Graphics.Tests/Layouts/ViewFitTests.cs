using ConfEngine.Core.Media;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Tests.Layouts;

public sealed class ViewFitTests
{
    [Theory]
    [InlineData(1280, 720, 1.0, 640, 360, 0, 0, 640, 360)]        // the same shape
    [InlineData(640, 480, 1.0, 640, 360, 80, 0, 480, 360)]        // bars left and right
    [InlineData(2000, 500, 1.0, 640, 360, 0, 100, 640, 160)]      // bars above and below
    [InlineData(720, 1280, 1.0, 640, 360, 218, 0, 202, 360)]      // a telephone held upright
    [InlineData(720, 576, 64.0 / 45, 640, 360, 0, 0, 640, 360)]   // PAL wide: 1024 x 576 to the eye
    [InlineData(1280, 720, 1.0, 274, 154, 0, 0, 274, 154)]        // rounding leaves no thin bars
    [InlineData(16384, 1, 1.0, 640, 360, 0, 178, 640, 2)]         // never less than two pixels
    [InlineData(1280, 720, double.NaN, 640, 360, 0, 0, 640, 360)] // nonsense counts as square pixels
    [InlineData(1280, 720, -1.0, 640, 360, 0, 0, 640, 360)]
    [InlineData(1280, 720, 0.0, 640, 360, 0, 0, 640, 360)]
    public void Fit_shows_the_whole_picture_in_the_middle(
        int width, int height, double pixelAspect, int tileWidth, int tileHeight, int x, int y, int shownWidth, int shownHeight)
    {
        var place = ViewFit.Place(ViewMode.Fit, width, height, pixelAspect, new Rect(100, 200, tileWidth, tileHeight));
        Assert.Equal(new SourceRect(0, 0, width, height), place.Source);
        Assert.Equal(new Rect(100 + x, 200 + y, shownWidth, shownHeight), place.Destination);
    }

    [Theory]
    [InlineData(1280, 720, 1.0, 640, 360, 0, 0, 1280, 720)]
    [InlineData(640, 480, 1.0, 640, 360, 0, 60, 640, 360)]
    [InlineData(2000, 500, 1.0, 400, 400, 750, 0, 500, 500)]
    [InlineData(720, 576, 2.0, 720, 576, 180, 0, 360, 576)]
    public void Fill_cuts_off_what_does_not_fit(
        int width, int height, double pixelAspect, int tileWidth, int tileHeight, double x, double y, double shownWidth, double shownHeight)
    {
        var tile = new Rect(2, 4, tileWidth, tileHeight);
        var place = ViewFit.Place(ViewMode.Fill, width, height, pixelAspect, tile);
        Assert.Equal(tile, place.Destination);
        Assert.Equal(x, place.Source.X, 6);
        Assert.Equal(y, place.Source.Y, 6);
        Assert.Equal(shownWidth, place.Source.Width, 6);
        Assert.Equal(shownHeight, place.Source.Height, 6);
    }

    [Fact]
    public void Stretch_shows_all_of_it_everywhere()
    {
        var tile = new Rect(10, 10, 100, 400);
        Assert.Equal(new ViewPlacement(new SourceRect(0, 0, 640, 360), tile), ViewFit.Place(ViewMode.Stretch, 640, 360, 1.5, tile));
    }

    [Fact]
    public void Nothing_leaves_its_tile_or_its_picture()
    {
        var random = new Random(7);
        for (var round = 0; round < 5000; round++)
        {
            var (width, height) = (random.Next(1, 5000), random.Next(1, 5000));
            var tile = new Rect(random.Next(500) * 2, random.Next(500) * 2, random.Next(1, 500) * 2, random.Next(1, 500) * 2);
            var place = ViewFit.Place((ViewMode)random.Next(3), width, height, random.NextDouble() * 3, tile);
            var (to, from) = (place.Destination, place.Source);
            if (!tile.Contains(to) || to.IsEmpty) Assert.Fail($"{width}x{height} in {tile}: {place} leaves the tile");
            if (((to.X | to.Y | to.Width | to.Height) & 1) != 0) Assert.Fail($"{width}x{height} in {tile}: {place} is odd");
            if (from.X < 0 || from.Y < 0 || from.Width <= 0 || from.Height <= 0) Assert.Fail($"{width}x{height} in {tile}: {place} shows nothing");
            if (from.X + from.Width > width + 1e-6 || from.Y + from.Height > height + 1e-6) Assert.Fail($"{width}x{height} in {tile}: {place} leaves the picture");
        }
    }
}
