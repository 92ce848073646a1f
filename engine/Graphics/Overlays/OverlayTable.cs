using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Overlays;

/// <summary>One column of a page's table.</summary>
/// <param name="Title">Its heading, ASCII.</param>
/// <param name="Width">Its width in ems of the body text.</param>
/// <param name="IsRight">True for numbers: they stand at the right end.</param>
internal readonly record struct OverlayColumn(string Title, double Width, bool IsRight);

/// <summary>The columns of a page that is a table, and where they stand.</summary>
internal sealed class OverlayTable(OverlayColumn[] columns)
{
    // Between two columns, in ems.
    private const double Gap = 1;

    /// <summary>The width of all columns with the page's padding, in pixels.</summary>
    public int Width(CanvasScale scale)
    {
        var em = OverlayTheme.Body(scale).PixelSize;
        var width = 2.0 * OverlayTheme.Padding(scale) - Gap * em;
        foreach (var column in columns) width += (column.Width + Gap) * em;
        return (int)width;
    }

    /// <summary>Paints the headings and the line below them.</summary>
    public void PaintTitles(Painter painter, CanvasScale scale, int baseline)
    {
        var cells = new OverlayCells(columns, painter, scale, baseline);
        foreach (var column in columns) cells.Word(column.Title, Palette.TextMuted);
        var padding = OverlayTheme.Padding(scale);
        painter.Fill(new Rect(padding, baseline + OverlayTheme.LineHeight(scale) / 4, painter.Target.Width - 2 * padding, 1), Palette.SurfaceRaised);
    }

    /// <summary>The cells of a row, from the first column on.</summary>
    public OverlayCells Row(Painter painter, CanvasScale scale, int baseline) => new(columns, painter, scale, baseline);

    /// <summary>Paints a remark to a row, from the second column on, so that the names stay a column that the eye can follow.</summary>
    public void PaintRemark(Painter painter, CanvasScale scale, int baseline, string remark, Rgba color)
    {
        var style = OverlayTheme.Body(scale);
        var padding = OverlayTheme.Padding(scale);
        var x = padding + (int)((columns[0].Width + Gap) * style.PixelSize);
        painter.Text(remark, x, baseline, style with { MaxWidth = Math.Max(1, painter.Target.Width - padding - x) }, color);
    }

    /// <summary>Paints the last line of a table that is longer than its page.</summary>
    public static void PaintMore(Painter painter, CanvasScale scale, int baseline, int count)
    {
        var text = new NumberText(stackalloc char[32]);
        text = text.Add("and ").Add(count).Add(" more");
        painter.Ascii(text.Written, OverlayTheme.Padding(scale), baseline, OverlayTheme.Body(scale), Palette.TextMuted);
    }

    /// <summary>Writes the cells of one line from left to right.</summary>
    internal ref struct OverlayCells(OverlayColumn[] columns, Painter painter, CanvasScale scale, int baseline)
    {
        private readonly TextStyle _style = OverlayTheme.Body(scale);
        private double _x = OverlayTheme.Padding(scale);
        private int _column;

        /// <summary>Text of any script, shortened to the column.</summary>
        public void Name(string text, Rgba color)
        {
            var width = (int)(columns[_column].Width * _style.PixelSize);
            painter.Text(text, (int)_x, baseline, _style with { MaxWidth = width }, color);
            Next();
        }

        /// <summary>ASCII, at the column's left or right end.</summary>
        public void Word(scoped ReadOnlySpan<char> text, Rgba color)
        {
            var (_, width, isRight) = columns[_column];
            if (isRight) painter.AsciiRight(text, (int)(_x + width * _style.PixelSize), baseline, _style, color);
            else painter.Ascii(text, (int)_x, baseline, _style, color);
            Next();
        }

        private void Next() => _x += (columns[_column++].Width + Gap) * _style.PixelSize;
    }
}
