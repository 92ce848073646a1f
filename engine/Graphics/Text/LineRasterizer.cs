using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Text;

/// <summary>Draws a shaped line into a mask just large enough.</summary>
internal sealed class LineRasterizer(GlyphCache glyphs)
{
    /// <summary>Draws a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="pixelSize">Size of the em square.</param>
    /// <param name="metrics">The least that the mask reaches above and below the baseline.</param>
    /// <param name="maxWidth">The most columns; ink beyond is cut off.</param>
    /// <returns>Null when there is no ink.</returns>
    public TextImage? Draw(ShapedLine line, int pixelSize, LineMetrics metrics, int maxWidth)
    {
        var ink = default(Rect);
        foreach (var glyph in line.Glyphs) ink = ink.Union(Place(glyph, pixelSize, out _));
        if (ink.IsEmpty) return null;
        // Ink may stand out on the left (an italic f) and on the right; piled-up marks must not make a tower.
        var left = Math.Max(Math.Min(0, ink.X), -pixelSize);
        var width = Math.Clamp(Math.Max(line.PixelWidth, ink.Right) - left, 1, maxWidth);
        var top = Math.Min(-metrics.Ascent, Math.Max(ink.Y, -2 * pixelSize));
        var bottom = Math.Max(metrics.Descent, Math.Min(ink.Bottom, pixelSize + pixelSize / 2));
        var mask = new Bitmap(BitmapFormat.Alpha8, width, bottom - top);
        foreach (var glyph in line.Glyphs)
        {
            var place = Place(glyph, pixelSize, out var bitmap);
            Blend(mask, bitmap, place.X - left, place.Y - top);
        }

        mask.MarkChanged();
        return new TextImage(mask, -top);
    }

    // Where the glyph's ink goes: X from the line's start, Y from the baseline, down positive.
    private Rect Place(in PlacedGlyph glyph, int pixelSize, out GlyphBitmap bitmap)
    {
        bitmap = glyphs.Get(glyph.Face, glyph.Glyph, pixelSize, (glyph.X & 63) * GlyphCache.Phases / 64);
        return new Rect((glyph.X >> 6) + bitmap.Left, -((glyph.Y + 32) >> 6) - bitmap.Top, bitmap.Width, bitmap.Height);
    }

    // Coverages of neighbours add up: two halves of a pixel make a whole one, as where Arabic letters join.
    private static void Blend(Bitmap mask, GlyphBitmap glyph, int x, int y)
    {
        var part = new Rect(x, y, glyph.Width, glyph.Height).Intersect(new Rect(0, 0, mask.Width, mask.Height));
        if (part.IsEmpty) return;
        for (var row = part.Y; row < part.Bottom; row++)
        {
            var from = glyph.Coverage.AsSpan((row - y) * glyph.Width + part.X - x, part.Width);
            var to = mask.Row(row).Slice(part.X, part.Width);
            for (var i = 0; i < from.Length; i++) to[i] = (byte)Math.Min(255, to[i] + from[i]);
        }
    }
}
