namespace ConfEngine.Graphics.Layouts;

/// <summary>Finds the places of the tiles. Pure: no state, no clock, no allocation. Tiles keep their order in every layout.</summary>
public static class LayoutEngine
{
    /// <summary>Writes one placement per tile, in the order of the tiles; tiles that are not on the page are <see cref="TileRole.Hidden"/>.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="output">At least <see cref="LayoutRequest.Tiles"/> places; the rest is left alone.</param>
    /// <returns>How many tiles are visible.</returns>
    public static int Arrange(in LayoutRequest request, Span<TilePlacement> output)
    {
        Check(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, request.Tiles, nameof(output));
        var places = output[..request.Tiles];
        places.Clear();
        if (request.Tiles == 0) return 0;
        return request.Kind switch
        {
            LayoutKind.Gallery => GalleryPacking.Arrange(request, places),
            LayoutKind.Grid => GridPacking.Arrange(request, places),
            _ => StagePacking.Arrange(request, places),
        };
    }

    /// <summary>How many pages the request has; at least 1.</summary>
    public static int PageCount(in LayoutRequest request)
    {
        Check(request);
        return request.Kind switch
        {
            LayoutKind.Gallery => Pages.Count(request.Tiles, GalleryPacking.Capacity(request)),
            LayoutKind.Grid => Pages.Count(request.Tiles, GridPacking.Capacity(request)),
            _ => Pages.Count(request.Tiles - 1, StagePacking.Capacity(request)),
        };
    }

    private static void Check(in LayoutRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Width, 2, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Height, 2, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegative(request.Tiles, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)request.Kind, (uint)LayoutKind.Grid, nameof(request));
    }
}
