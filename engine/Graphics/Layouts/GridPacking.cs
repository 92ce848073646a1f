using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Layouts;

/// <summary>A square grid without gaps, filled row by row from the top left: the picture that ffmpeg's xstack and GStreamer's compositor
/// are told to make in comparisons.</summary>
internal static class GridPacking
{
    public static int Capacity(in LayoutRequest request)
    {
        var side = Math.Min(request.Width, request.Height) / 2;
        return (int)Math.Min(int.MaxValue, (long)side * side);
    }

    public static int Arrange(in LayoutRequest request, Span<TilePlacement> places)
    {
        var (first, count) = Pages.Slice(request.Tiles, Capacity(request), request.Page);
        var side = Side(count);
        var width = Even.Down(request.Width / side);
        var height = Even.Down(request.Height / side);
        for (var i = 0; i < count; i++)
            places[first + i] = new TilePlacement(new Rect(i % side * width, i / side * height, width, height), TileRole.Member);
        return count;
    }

    // The smallest side with side² ≥ count; the loop settles what the square root's rounding leaves open.
    private static int Side(int count)
    {
        var side = Math.Max(1, (int)Math.Sqrt(count));
        while ((long)side * side < count) side++;
        return side;
    }
}
