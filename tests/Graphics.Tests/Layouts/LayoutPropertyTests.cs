using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Tests.Layouts;

public sealed class LayoutPropertyTests
{
    private const int Seed = 20260101;

    public static TheoryData<LayoutKind> Kinds => [.. Enum.GetValues<LayoutKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Visible_tiles_are_even_inside_the_canvas_and_apart(LayoutKind kind)
    {
        var random = new Random(Seed);
        var places = new TilePlacement[300];
        for (var round = 0; round < 4000; round++)
        {
            var request = Any(random, kind);
            var count = LayoutEngine.Arrange(request, places);
            var visible = places[..request.Tiles].Where(p => p.IsVisible).Select(p => p.Bounds).ToArray();
            Assert.Equal(count, visible.Length);
            Assert.Equal(request.Tiles > 0, count > 0);
            foreach (var bounds in visible) CheckOne(request, bounds);
            for (var i = 0; i < visible.Length; i++)
                for (var j = 0; j < i; j++)
                    if (visible[i].Touches(visible[j]))
                        Assert.Fail($"{request}: {visible[i]} lies on {visible[j]}");
            Assert.All(places[..request.Tiles].Where(p => !p.IsVisible), p => Assert.True(p.Bounds.IsEmpty));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_tile_is_on_the_pages_when_there_is_room_for_a_strip(LayoutKind kind)
    {
        var random = new Random(Seed);
        var places = new TilePlacement[300];
        for (var round = 0; round < 300; round++)
        {
            var request = Any(random, kind) with { Width = random.Next(100, 3000), Height = random.Next(100, 3000) };
            var seen = new bool[request.Tiles];
            for (var page = 0; page < LayoutEngine.PageCount(request); page++)
            {
                LayoutEngine.Arrange(request with { Page = page }, places);
                for (var i = 0; i < request.Tiles; i++) seen[i] |= places[i].IsVisible;
            }

            Assert.DoesNotContain(false, seen);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Arranging_allocates_nothing(LayoutKind kind)
    {
        var places = new TilePlacement[60];
        var request = new LayoutRequest(kind, 1920, 1080, 60) { Featured = 5 };
        LayoutEngine.Arrange(request, places);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) LayoutEngine.Arrange(request with { Page = i & 1 }, places);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_canvas_without_pixels_and_a_short_output_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LayoutEngine.Arrange(new LayoutRequest(LayoutKind.Gallery, 0, 100, 1), new TilePlacement[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LayoutEngine.Arrange(new LayoutRequest(LayoutKind.Gallery, 100, 1, 1), new TilePlacement[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LayoutEngine.Arrange(new LayoutRequest(LayoutKind.Gallery, 100, 100, -1), []));
        Assert.Throws<ArgumentOutOfRangeException>(() => LayoutEngine.Arrange(new LayoutRequest(LayoutKind.Gallery, 100, 100, 2), new TilePlacement[1]));
    }

    private static void CheckOne(LayoutRequest request, Rect bounds)
    {
        if (!new Rect(0, 0, request.Width, request.Height).Contains(bounds)) Assert.Fail($"{request}: {bounds} leaves the canvas");
        if (bounds is not { Width: >= 2, Height: >= 2 }) Assert.Fail($"{request}: {bounds} has no pixels");
        if (((bounds.X | bounds.Y | bounds.Width | bounds.Height) & 1) != 0) Assert.Fail($"{request}: {bounds} is odd");
    }

    // A third each: ordinary screens, extreme shapes, thumbnails of a few pixels.
    private static LayoutRequest Any(Random random, LayoutKind kind)
    {
        var (width, height) = random.Next(3) switch
        {
            0 => (random.Next(320, 4000), random.Next(320, 4000)),
            1 => random.Next(2) == 0 ? (random.Next(1000, 8000), random.Next(2, 60)) : (random.Next(2, 60), random.Next(1000, 8000)),
            _ => (random.Next(2, 40), random.Next(2, 40)),
        };
        var tiles = random.Next(4) == 0 ? random.Next(0, 300) : random.Next(0, 52);
        return new LayoutRequest(kind, width, height, tiles) { Featured = random.Next(-1, 60), Page = random.Next(-1, 8) };
    }
}
