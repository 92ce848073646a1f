namespace ConfEngine.Graphics.Scenes;

/// <summary>The one rule by which sizes follow the canvas: they are given for a 1920 × 1080 canvas and grow with whichever of height and
/// width is the tighter, so that a portrait wall is not lettered larger than it is wide.</summary>
/// <param name="Factor">Pixels of this canvas for one of 1920 × 1080.</param>
public readonly record struct CanvasScale(double Factor)
{
    /// <summary>The scale of a canvas.</summary>
    public static CanvasScale For(int width, int height) => new(Math.Min(height / 1080.0, width / 1920.0 * 4 / 3));

    /// <summary>A length for 1920 × 1080 in whole pixels of this canvas, at least <paramref name="least"/>.</summary>
    public int Pixels(double at1080, int least = 1) => Math.Max(least, (int)Math.Round(at1080 * Factor));
}
