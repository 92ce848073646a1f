using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Tests.Layouts;

public sealed class GridTests
{
    [Theory]
    [InlineData(1, 1920, 1080)]
    [InlineData(2, 960, 540)]
    [InlineData(4, 960, 540)]
    [InlineData(9, 640, 360)]
    [InlineData(10, 480, 270)]
    [InlineData(36, 320, 180)]
    [InlineData(37, 274, 154)]
    [InlineData(49, 274, 154)]
    [InlineData(50, 240, 134)]
    public void Tiles_lie_edge_to_edge_as_xstack_puts_them(int tiles, int width, int height)
    {
        var places = new TilePlacement[tiles];
        Assert.Equal(tiles, LayoutEngine.Arrange(new LayoutRequest(LayoutKind.Grid, 1920, 1080, tiles), places));
        var side = (int)Math.Ceiling(Math.Sqrt(tiles));
        for (var i = 0; i < tiles; i++)
            Assert.Equal(new Rect(i % side * width, i / side * height, width, height), places[i].Bounds);
    }
}
