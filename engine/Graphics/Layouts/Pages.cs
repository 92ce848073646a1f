namespace ConfEngine.Graphics.Layouts;

/// <summary>Cuts a row of tiles into pages.</summary>
internal static class Pages
{
    /// <summary>How many pages of <paramref name="capacity"/> the tiles fill; an empty wall has one page.</summary>
    public static int Count(int tiles, int capacity) => tiles <= 0 || capacity <= 0 ? 1 : (tiles + capacity - 1) / capacity;

    /// <summary>The tiles of a page.</summary>
    /// <returns>Index of the first tile, and how many there are.</returns>
    public static (int First, int Count) Slice(int tiles, int capacity, int page)
    {
        var shown = Math.Clamp(page, 0, Count(tiles, capacity) - 1);
        var first = shown * capacity;
        return (first, Math.Min(capacity, tiles - first));
    }
}
