using System.Runtime.InteropServices;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Overlays;

/// <summary>Draws onto a <see cref="BitmapFormat.Bgra32"/> bitmap: rectangles and text, premultiplied, cut off at the edges. Allocates nothing
/// once the texts have been drawn before.</summary>
public sealed class Painter(TextRenderer text)
{
    private Bitmap? _target;

    /// <summary>The bitmap that is drawn on.</summary>
    public Bitmap Target
    {
        get => _target ?? throw new InvalidOperationException("nothing to paint on: set Target first");
        set
        {
            if (value.Format != BitmapFormat.Bgra32) throw new ArgumentException("a painter needs a Bgra32 bitmap", nameof(value));
            _target = value;
        }
    }

    /// <summary>The whole bitmap.</summary>
    public Rect Bounds => new(0, 0, Target.Width, Target.Height);

    /// <summary>Makes the bitmap one panel with rounded corners, whatever was on it.</summary>
    public void Panel(Rgba color, int cornerRadius)
    {
        var radius = Math.Clamp(cornerRadius, 0, Math.Min(Target.Width, Target.Height) / 2);
        for (var y = 0; y < Target.Height; y++)
        {
            var row = Row(y);
            row.Fill(Premultiply(color, 255));
            var fromEdge = Math.Min(y, Target.Height - 1 - y);
            for (var x = 0; fromEdge < radius && x < radius; x++)
            {
                var (dx, dy) = (radius - x - 0.5, radius - fromEdge - 0.5);
                var inside = Math.Clamp(radius - Math.Sqrt(dx * dx + dy * dy) + 0.5, 0, 1);
                row[x] = row[^(x + 1)] = Premultiply(color, (int)(inside * 255));
            }
        }
    }

    /// <summary>Puts a rectangle over what is there.</summary>
    public void Fill(Rect area, Rgba color)
    {
        var part = area.Intersect(Bounds);
        var source = Premultiply(color, 255);
        for (var y = part.Y; y < part.Bottom && part.Width > 0; y++)
        {
            var row = Row(y).Slice(part.X, part.Width);
            if (color.A == 255)
            {
                row.Fill(source);
                continue;
            }

            foreach (ref var pixel in row) pixel = Over(source, pixel);
        }
    }

    /// <summary>Writes a text of any script, left end at <paramref name="x"/>.</summary>
    /// <returns>Its width in pixels; 0 without fonts.</returns>
    public int Text(string line, int x, int baseline, in TextStyle style, Rgba color)
    {
        if (!text.TryRender(line, style, out var image)) return 0;
        for (var y = 0; y < image.Height; y++) Stencil(image.Mask.Row(y), x, baseline - image.Baseline + y, color);
        return image.Width;
    }

    /// <summary>Writes printable ASCII without shaping or caching: for numbers. Figures are all of one width.</summary>
    /// <returns>Its width in pixels; 0 without fonts.</returns>
    public int Ascii(ReadOnlySpan<char> line, int x, int baseline, in TextStyle style, Rgba color)
    {
        if (text.Ascii(style.PixelSize, style.Weight) is not { } font) return 0;
        var pen = x;
        foreach (var character in line)
        {
            var glyph = font.Glyph(character);
            for (var y = 0; y < glyph.Height; y++)
            {
                Stencil(glyph.Coverage.AsSpan(y * glyph.Width, glyph.Width), pen + glyph.Left, baseline - glyph.Top + y, color);
            }

            pen += font.Advance(character);
        }

        return pen - x;
    }

    /// <summary>Writes printable ASCII that ends at <paramref name="right"/>.</summary>
    public void AsciiRight(ReadOnlySpan<char> line, int right, int baseline, in TextStyle style, Rgba color) =>
        Ascii(line, right - MeasureAscii(line, style), baseline, style, color);

    /// <summary>Pixels that <see cref="Ascii"/> takes.</summary>
    public int MeasureAscii(ReadOnlySpan<char> line, in TextStyle style) => text.Ascii(style.PixelSize, style.Weight)?.Measure(line) ?? 0;

    /// <summary>The vertical measures of a style.</summary>
    public LineMetrics Metrics(in TextStyle style) => text.Metrics(style);

    private static uint Premultiply(Rgba color, int coverage)
    {
        var alpha = (uint)Divide255(color.A * coverage);
        return alpha << 24 | (uint)Divide255(color.R * (int)alpha) << 16 | (uint)Divide255(color.G * (int)alpha) << 8 | (uint)Divide255(color.B * (int)alpha);
    }

    private static uint Over(uint source, uint below)
    {
        var keep = 255 - (int)(source >> 24);
        return source
            + ((uint)Divide255((int)(below >> 24) * keep) << 24)
            + ((uint)Divide255((int)(below >> 16 & 255) * keep) << 16)
            + ((uint)Divide255((int)(below >> 8 & 255) * keep) << 8)
            + (uint)Divide255((int)(below & 255) * keep);
    }

    // Rounded division by 255, exact for products of two bytes.
    private static int Divide255(int product) => (product + 128 + (product + 128 >> 8)) >> 8;

    private Span<uint> Row(int y) => MemoryMarshal.Cast<byte, uint>(Target.Row(y));

    private void Stencil(ReadOnlySpan<byte> coverage, int x, int y, Rgba color)
    {
        if ((uint)y >= (uint)Target.Height) return;
        var row = Row(y);
        var first = Math.Max(0, -x);
        var end = Math.Min(coverage.Length, row.Length - x);
        for (var i = first; i < end; i++)
        {
            if (coverage[i] != 0) row[x + i] = Over(Premultiply(color, coverage[i]), row[x + i]);
        }
    }
}
