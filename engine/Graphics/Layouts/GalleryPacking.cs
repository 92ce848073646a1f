using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Layouts;

/// <summary>Tiles of one size and of <see cref="Spacing.TileAspect"/>, in rows; the last row is centred.</summary>
internal static class GalleryPacking
{
    /// <summary>The most tiles on one page: a face on the fiftieth part of a wall is still a face.</summary>
    public const int PageSize = 49;

    public static int Capacity(in LayoutRequest request) =>
        (int)Math.Min(PageSize, (long)(request.Width / 2) * (request.Height / 2));

    public static int Arrange(in LayoutRequest request, Span<TilePlacement> places)
    {
        var (first, count) = Pages.Slice(request.Tiles, Capacity(request), request.Page);
        var gap = Spacing.Gap(request.Width, request.Height);
        var cells = Best(request.Width, request.Height, count, gap);
        // Gaps are the first thing a crowded or flat canvas gives up.
        if (cells.IsEmpty) cells = Best(request.Width, request.Height, count, 0);
        for (var i = 0; i < count; i++)
            places[first + i] = new TilePlacement(cells.Place(request.Width, request.Height, count, i), TileRole.Member);
        return count;
    }

    // At most 49 candidates: trying them all is simpler than any formula, and right for every shape of canvas.
    private static Cells Best(int width, int height, int count, int gap)
    {
        var best = default(Cells);
        for (var columns = 1; columns <= count; columns++)
        {
            var candidate = Cells.Fit(width, height, columns, (count + columns - 1) / columns, gap);
            if (candidate.Area > best.Area) best = candidate;
        }

        return best;
    }

    private readonly record struct Cells(int Columns, int Rows, int Width, int Height, int Gap)
    {
        public bool IsEmpty => Area == 0;

        public long Area => (long)Width * Height;

        public static Cells Fit(int width, int height, int columns, int rows, int gap)
        {
            var cellWidth = (width - (columns + 1) * gap) / columns;
            var cellHeight = (height - (rows + 1) * gap) / rows;
            if (cellWidth < 2 || cellHeight < 2) return default;
            var tileWidth = Math.Max(2, Even.Down(Math.Min(cellWidth, cellHeight * Spacing.TileAspect)));
            var tileHeight = Math.Clamp(Even.Nearest(tileWidth / Spacing.TileAspect), 2, Even.Down(cellHeight));
            return new Cells(columns, rows, tileWidth, tileHeight, gap);
        }

        public Rect Place(int canvasWidth, int canvasHeight, int count, int index)
        {
            var row = index / Columns;
            var inRow = Math.Min(Columns, count - row * Columns);
            var left = Even.Down((canvasWidth - Span(inRow, Width)) / 2);
            var top = Even.Down((canvasHeight - Span(Rows, Height)) / 2);
            return new Rect(left + index % Columns * (Width + Gap), top + row * (Height + Gap), Width, Height);
        }

        private int Span(int tiles, int size) => tiles * size + (tiles - 1) * Gap;
    }
}
