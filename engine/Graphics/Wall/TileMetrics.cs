using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Wall;

/// <summary>The measures of a tile's decorations, all from its size: a wall looks the same on every screen. Sizes go in steps, so that a window
/// being resized does not fill the caches with every size there is.</summary>
/// <param name="Width">Tile width in pixels.</param>
/// <param name="Height">Tile height in pixels.</param>
internal readonly record struct TileMetrics(int Width, int Height)
{
    public static TileMetrics Of(Rect bounds) => new(bounds.Width, bounds.Height);

    /// <summary>Height of the largest 16:9 picture in the tile.</summary>
    public int Unit => Math.Min(Height, Width * 9 / 16);

    /// <summary>False where letters would be too small to read or cover the picture.</summary>
    public bool HasText => Unit >= 64;

    public int TextSize => Math.Clamp(Unit / 17, 10, 40) & ~1;

    public int Margin => TextSize / 2;

    public int LabelHeight => TextSize * 7 / 4;

    public int IconSize => TextSize * 5 / 4;

    public int CornerRadius => Math.Clamp(Unit / 28, 0, 16);

    public int RingWidth => Math.Clamp(Unit / 90, 2, 8);

    /// <summary>Diameter of the disc that stands for a participant without a picture; 0 on a tile too small for it.</summary>
    public int DiscSize => Math.Min(Unit * 2 / 5, 400) & ~7;

    /// <summary>Side of the sign on a picture that has stopped; 0 on a tile too small for it.</summary>
    public int SignSize => Math.Min(Unit / 5, 160) & ~7;
}
