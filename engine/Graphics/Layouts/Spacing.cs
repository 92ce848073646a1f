namespace ConfEngine.Graphics.Layouts;

/// <summary>Distances that grow with the canvas, so that a wall looks the same on every screen.</summary>
internal static class Spacing
{
    /// <summary>The shape of a tile where the layout may choose: width over height.</summary>
    public const double TileAspect = 16.0 / 9.0;

    /// <summary>The free pixels between tiles and along the canvas' edges: 12 at 1080 lines, none on a thumbnail.</summary>
    public static int Gap(int width, int height) => Even.Down(Math.Min(width, height) / 90);
}
