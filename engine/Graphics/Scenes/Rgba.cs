namespace ConfEngine.Graphics.Scenes;

/// <summary>An sRGB colour with straight (not premultiplied) alpha, 8 bits each.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
/// <param name="A">Alpha: 0 is invisible, 255 opaque.</param>
public readonly record struct Rgba(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>Black.</summary>
    public static Rgba Black => new(0, 0, 0);

    /// <summary>White.</summary>
    public static Rgba White => new(255, 255, 255);

    /// <summary>The same colour with another alpha.</summary>
    public Rgba WithAlpha(byte alpha) => this with { A = alpha };
}
