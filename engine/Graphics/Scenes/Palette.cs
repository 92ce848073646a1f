namespace ConfEngine.Graphics.Scenes;

/// <summary>The colours of everything that is not a picture: one calm dark design for wall, home screen and overlays.</summary>
public static class Palette
{
    /// <summary>Behind everything.</summary>
    public static Rgba Background => new(0x0E, 0x12, 0x19);

    /// <summary>A tile or card that stands out from the background.</summary>
    public static Rgba Surface => new(0x1A, 0x20, 0x2B);

    /// <summary>A thing on a surface; lines.</summary>
    public static Rgba Raised => new(0x2C, 0x35, 0x45);

    /// <summary>Under lettering on a picture.</summary>
    public static Rgba Shade => new(0x0A, 0x0D, 0x12, 0xB4);

    /// <summary>Under an overlay page.</summary>
    public static Rgba Panel => new(0x0A, 0x0D, 0x12, 0xDC);

    /// <summary>Text that is to be read.</summary>
    public static Rgba Text => new(0xF1, 0xF4, 0xF9);

    /// <summary>Text that explains; 4.5:1 or better on <see cref="Background"/> and <see cref="Surface"/> (WCAG 2.1, 1.4.3).</summary>
    public static Rgba TextDim => new(0x9F, 0xAB, 0xBD);

    /// <summary>The house colour.</summary>
    public static Rgba Accent => new(0x4C, 0x9F, 0xFF);

    /// <summary>Good, or speaking.</summary>
    public static Rgba Good => new(0x3F, 0xC9, 0x8A);

    /// <summary>To be noticed.</summary>
    public static Rgba Warning => new(0xF5, 0xB5, 0x4A);

    /// <summary>Wrong.</summary>
    public static Rgba Danger => new(0xF2, 0x5F, 0x5C);
}

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
