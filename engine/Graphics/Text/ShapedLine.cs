namespace ConfEngine.Graphics.Text;

/// <summary>A glyph and where its origin stands.</summary>
/// <param name="Face">The font.</param>
/// <param name="Glyph">Index in the font.</param>
/// <param name="X">1/64 pixels to the right of the line's start.</param>
/// <param name="Y">1/64 pixels above the baseline.</param>
internal readonly record struct PlacedGlyph(FontFace Face, uint Glyph, int X, int Y);

/// <summary>A line ready to be drawn.</summary>
internal sealed class ShapedLine
{
    /// <summary>The glyphs, leftmost first.</summary>
    public List<PlacedGlyph> Glyphs { get; } = [];

    /// <summary>Advance of the whole line in 1/64 pixels.</summary>
    public int Width { get; set; }

    /// <summary>Whether the text was shortened.</summary>
    public bool HasEllipsis { get; set; }

    /// <summary>Advance in whole pixels, rounded up.</summary>
    public int PixelWidth => (Width + 63) >> 6;
}
