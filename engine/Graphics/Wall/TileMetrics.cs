using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Wall;

/// <summary>The measures of a tile's decorations, from its size and within bounds from the canvas': a wall looks the same on every screen, and a
/// name on the smallest tile can be read from the back of the room. Sizes go in steps, so that a window being resized does not fill the caches
/// with every size there is.</summary>
/// <param name="Width">Tile width in pixels.</param>
/// <param name="Height">Tile height in pixels.</param>
/// <param name="Canvas">The shorter side of the canvas in pixels.</param>
internal readonly record struct TileMetrics(int Width, int Height, int Canvas)
{
    public static TileMetrics Of(Rect bounds, Scene scene) => new(bounds.Width, bounds.Height, Math.Min(scene.Width, scene.Height));

    /// <summary>Height of the largest 16:9 picture in the tile.</summary>
    public int Unit => Math.Min(Height, Width * 9 / 16);

    /// <summary>False where letters would cover the picture.</summary>
    public bool HasText => Unit >= 5 * TextSize;

    public int TextSize => Math.Clamp(Unit / 17, Math.Max(10, Canvas / 80), Math.Max(12, Canvas / 34)) & ~1;

    public int Margin => TextSize / 2;

    public int LabelHeight => TextSize * 7 / 4;

    public int IconSize => TextSize * 5 / 4;

    public int CornerRadius => Math.Min(Unit / 28, Canvas / 68);

    public int RingWidth => Math.Max(2, Math.Min(Unit / 24, Canvas / 216));

    /// <summary>Diameter of the disc that stands for a participant without a picture; 0 on a tile too small for it.</summary>
    public int DiscSize => Math.Min(Unit * 2 / 5, Canvas / 4) & ~7;

    /// <summary>Side of the sign on a picture that has stopped; 0 on a tile too small for it.</summary>
    public int SignSize => Math.Min(Unit / 5, Canvas / 9) & ~7;
}
