using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Overlays;

/// <summary>A line of <see cref="StreamTablePage"/>.</summary>
/// <param name="Name">The stream's name, in any script.</param>
/// <param name="Statistics">What it counts.</param>
public readonly record struct StreamRow(string Name, StreamStatistics Statistics);

/// <summary>What every stream does: codec, size, rates, drops, decoding time, queue, lip sync, state; and below it, where there is one, the cause.
/// A column for causes would be empty on a good day, as wide as all others together, and still too short on a bad one.</summary>
/// <param name="rows">The streams in the order of the table. The caller may change the list between two frames.</param>
public sealed class StreamTablePage(IReadOnlyList<StreamRow> rows) : IOverlayPage
{
    // Widths in ems of the body text. Numbers stand at the right end of their column.
    private static readonly (string Title, double Width, bool IsRight)[] s_columns =
    [
        ("name", 9, false), ("state", 4.6, false), ("codec", 4.2, false), ("size", 5.8, true), ("fps in", 3.8, true), ("shown", 3.8, true),
        ("dropped", 4.8, true), ("decode ms", 5.8, true), ("queue", 3.8, true), ("A/V ms", 4.4, true),
    ];

    private const double Gap = 1;

    private static readonly string[] s_states = Enum.GetNames<StreamState>();

    private readonly List<StreamRates> _rates = [];

    /// <inheritdoc/>
    public string Name => "streams";

    /// <inheritdoc/>
    public MediaTime RepaintInterval => new(200_000_000);

    /// <inheritdoc/>
    public (int Width, int Height) Measure(CanvasScale scale, int maxWidth, int maxHeight)
    {
        var em = OverlayTheme.Body(scale).PixelSize;
        var width = 2.0 * OverlayTheme.Padding(scale) - Gap * em;
        foreach (var column in s_columns) width += (column.Width + Gap) * em;
        // One line of titles and at least one that says that there is nothing.
        var lines = 1;
        for (var i = 0; i < rows.Count; i++) lines += LinesOf(rows[i]);
        lines = Math.Max(2, lines);
        var height = 2 * OverlayTheme.Padding(scale) + lines * OverlayTheme.LineHeight(scale);
        return ((int)width, height);
    }

    /// <inheritdoc/>
    public void Paint(Painter painter, CanvasScale scale, Instant now)
    {
        var padding = OverlayTheme.Padding(scale);
        var line = OverlayTheme.LineHeight(scale);
        painter.Panel(OverlayTheme.Panel, padding / 2);
        var baseline = padding + line * 7 / 10;
        PaintTitles(painter, scale, baseline);
        if (rows.Count == 0) painter.Ascii("no streams", padding, baseline + line, OverlayTheme.Body(scale), Palette.TextMuted);
        while (_rates.Count < rows.Count) _rates.Add(new StreamRates());
        for (var i = 0; i < rows.Count; i++) _rates[i].Update(rows[i].Statistics, now);
        var room = Math.Max(1, (painter.Target.Height - 2 * padding) / line - 1);
        var shown = CountShown(room);
        for (var i = 0; i < shown; i++)
        {
            PaintRow(painter, scale, baseline += line, rows[i], _rates[i]);
            if (LinesOf(rows[i]) > 1) PaintCause(painter, scale, baseline += line, rows[i].Statistics.Cause);
        }

        if (shown < rows.Count) PaintMore(painter, scale, baseline + line, rows.Count - shown);
    }

    private static int LinesOf(StreamRow row) => row.Statistics.Cause.Length > 0 ? 2 : 1;

    // When not all fit, the last line says how many there are beyond it.
    private int CountShown(int room)
    {
        var (used, fitting) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            used += LinesOf(rows[i]);
            if (used < room) fitting = i + 1;
        }

        return used <= room ? rows.Count : fitting;
    }

    // Under the state and onward, so that the names stay a column that the eye can follow.
    private static void PaintCause(Painter painter, CanvasScale scale, int baseline, string cause)
    {
        var style = OverlayTheme.Body(scale);
        var padding = OverlayTheme.Padding(scale);
        var x = padding + (int)((s_columns[0].Width + Gap) * style.PixelSize);
        painter.Text(cause, x, baseline, style with { MaxWidth = Math.Max(1, painter.Target.Width - padding - x) }, Palette.Warning);
    }

    private static void PaintTitles(Painter painter, CanvasScale scale, int baseline)
    {
        var cells = new Cells(painter, scale, baseline);
        foreach (var column in s_columns) cells.Word(column.Title, Palette.TextMuted);
        var padding = OverlayTheme.Padding(scale);
        painter.Fill(new Rect(padding, baseline + OverlayTheme.LineHeight(scale) / 4, painter.Target.Width - 2 * padding, 1), Palette.SurfaceRaised);
    }

    private static void PaintMore(Painter painter, CanvasScale scale, int baseline, int count)
    {
        var text = new NumberText(stackalloc char[32]);
        text = text.Add("and ").Add(count).Add(" more");
        painter.Ascii(text.Written, OverlayTheme.Padding(scale), baseline, OverlayTheme.Body(scale), Palette.TextMuted);
    }

    private static void PaintRow(Painter painter, CanvasScale scale, int baseline, StreamRow row, StreamRates rates)
    {
        var stats = row.Statistics;
        var cells = new Cells(painter, scale, baseline);
        Span<char> chars = stackalloc char[32];
        cells.Name(row.Name, Palette.Text);
        cells.Word(s_states[(int)stats.State], StateColor(stats.State));
        cells.Word(stats.Codec.Length > 0 ? stats.Codec : "-", Palette.Text);
        cells.Word(stats.Width > 0 ? new NumberText(chars).Add(stats.Width).Add("x").Add(stats.Height).Written : "-", Palette.Text);
        cells.Word(new NumberText(chars).Add(rates.In, "F1").Written, Palette.Text);
        cells.Word(new NumberText(chars).Add(rates.Shown, "F1").Written, Palette.Text);
        cells.Word(new NumberText(chars).Add(stats.Dropped).Written, stats.Dropped > 0 ? Palette.Warning : Palette.Text);
        cells.Word(new NumberText(chars).Add(rates.DecodeMilliseconds, "F2").Written, Palette.Text);
        cells.Word(new NumberText(chars).Add(stats.Queued).Written, Palette.Text);
        cells.Word(new NumberText(chars).Add(stats.AudioOffsetMilliseconds, "F0").Written, Palette.Text);
    }

    private static Rgba StateColor(StreamState state) => state switch
    {
        StreamState.Running => Palette.Accent,
        StreamState.Faulted => Palette.Error,
        StreamState.Opening => Palette.Warning,
        _ => Palette.TextMuted,
    };

    /// <summary>Writes the cells of one line from left to right.</summary>
    private ref struct Cells(Painter painter, CanvasScale scale, int baseline)
    {
        private readonly TextStyle _style = OverlayTheme.Body(scale);
        private double _x = OverlayTheme.Padding(scale);
        private int _column;

        /// <summary>Text of any script, shortened to the column.</summary>
        public void Name(string text, Rgba color)
        {
            var width = (int)(s_columns[_column].Width * _style.PixelSize);
            painter.Text(text, (int)_x, baseline, _style with { MaxWidth = width }, color);
            Next();
        }

        /// <summary>ASCII, at the column's left or right end.</summary>
        public void Word(scoped ReadOnlySpan<char> text, Rgba color)
        {
            var (_, width, isRight) = s_columns[_column];
            if (isRight) painter.AsciiRight(text, (int)(_x + width * _style.PixelSize), baseline, _style, color);
            else painter.Ascii(text, (int)_x, baseline, _style, color);
            Next();
        }

        private void Next() => _x += (s_columns[_column++].Width + Gap) * _style.PixelSize;
    }
}
