using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Overlays;

/// <summary>Where the milliseconds of the latest frames went: a column a frame, stacked by phase, with the time there is as a line.</summary>
/// <param name="statistics">What the frame loop records.</param>
/// <param name="interval">The time from one frame to the next that the loop aims at.</param>
public sealed class FrameTimePage(FrameStatistics statistics, MediaTime interval) : IOverlayPage
{
    // In ems: as wide as the line of numbers gets.
    private const int Width = 35;

    // The graph ends at one and a half times the budget: what is higher is late anyway.
    private const double GraphSpan = 1.5;

    // Numbers that change ten times a second cannot be read.
    private static readonly MediaTime s_numbersStay = new(200_000_000);

    private (long P50, long P95, long P99) _percentiles;
    private Instant? _numbersAt;

    /// <inheritdoc/>
    public string Name => "frames";

    /// <inheritdoc/>
    public MediaTime RepaintInterval => new(100_000_000);

    /// <inheritdoc/>
    public (int Width, int Height) Measure(CanvasScale scale, int maxWidth, int maxHeight)
    {
        var padding = 2 * OverlayTheme.Padding(scale);
        return (GraphWidth(scale) + padding, OverlayTheme.LineHeight(scale) * 17 / 4 + GraphHeight(scale) + padding);
    }

    /// <inheritdoc/>
    public void Paint(Painter painter, CanvasScale scale, Instant now)
    {
        if (_numbersAt is not { } at || now - at >= s_numbersStay)
        {
            _percentiles = statistics.WorkPercentiles();
            _numbersAt = now;
        }

        painter.Panel(OverlayTheme.Panel, OverlayTheme.Padding(scale) / 2);
        var padding = OverlayTheme.Padding(scale);
        var line = OverlayTheme.LineHeight(scale);
        var width = GraphWidth(scale);
        PaintTitle(painter, scale, padding, padding + line * 7 / 10, width);
        PaintNumbers(painter, scale, padding, padding + line * 17 / 10);
        var graph = new Rect(padding, padding + line * 9 / 4, width, GraphHeight(scale));
        PaintGraph(painter, graph, ColumnWidth(scale));
        PaintLegend(painter, scale, new Rect(padding, graph.Bottom, width, 2 * line));
    }

    private static int GraphWidth(CanvasScale scale) => Width * OverlayTheme.Body(scale).PixelSize;

    private static int ColumnWidth(CanvasScale scale) => scale.Pixels(2);

    // Together with title, numbers and legend as high as a table of nine streams, beside which it mostly stands.
    private static int GraphHeight(CanvasScale scale) => OverlayTheme.LineHeight(scale) * 23 / 4;

    private static double Milliseconds(long nanoseconds) => nanoseconds / 1e6;

    private void PaintTitle(Painter painter, CanvasScale scale, int x, int baseline, int width)
    {
        painter.Ascii("Frame time", x, baseline, OverlayTheme.Title(scale), Palette.Text);
        var text = new NumberText(stackalloc char[48]);
        text = text.Add("target ").Add(1e9 / interval.Nanoseconds, "0.##").Add(" fps, ").Add(Milliseconds(interval.Nanoseconds), "F1").Add(" ms");
        painter.AsciiRight(text.Written, x + width, baseline, OverlayTheme.Body(scale), Palette.TextMuted);
    }

    private void PaintNumbers(Painter painter, CanvasScale scale, int x, int baseline)
    {
        var pen = x;
        pen = Percentile(painter, scale, pen, baseline, "p50 ", _percentiles.P50);
        pen = Percentile(painter, scale, pen, baseline, "p95 ", _percentiles.P95);
        pen = Percentile(painter, scale, pen, baseline, "p99 ", _percentiles.P99);
        pen = Count(painter, scale, pen, baseline, "lagged ", statistics.Lagged, statistics.Lagged > 0 ? Palette.Error : Palette.Text);
        Count(painter, scale, pen, baseline, "unchanged ", statistics.Unchanged, Palette.Text);
    }

    private int Percentile(Painter painter, CanvasScale scale, int x, int baseline, string label, long nanoseconds)
    {
        var text = new NumberText(stackalloc char[24]);
        var color = nanoseconds > interval.Nanoseconds ? Palette.Error : Palette.Text;
        return Value(painter, scale, x, baseline, label, text.Add(Milliseconds(nanoseconds), "F1").Add(" ms").Written, color);
    }

    private static int Count(Painter painter, CanvasScale scale, int x, int baseline, string label, long count, Rgba color)
    {
        var text = new NumberText(stackalloc char[24]);
        return Value(painter, scale, x, baseline, label, text.Add(count).Written, color);
    }

    private static int Value(Painter painter, CanvasScale scale, int x, int baseline, string label, ReadOnlySpan<char> value, Rgba color)
    {
        var style = OverlayTheme.Body(scale);
        var pen = x + painter.Ascii(label, x, baseline, style, Palette.TextMuted);
        return pen + painter.Ascii(value, pen, baseline, style, color) + style.PixelSize;
    }

    private void PaintGraph(Painter painter, Rect graph, int columnWidth)
    {
        painter.Fill(graph, Palette.Background.WithAlpha(160));
        var perPixel = Math.Max(1, interval.Nanoseconds * GraphSpan / graph.Height);
        // The current frame is still being measured; the newest finished one stands on the right.
        for (var age = 1; age < Math.Min(statistics.Available, graph.Width / columnWidth + 1); age++)
        {
            PaintColumn(painter, graph, graph.Right - age * columnWidth, columnWidth, age, perPixel);
        }

        var budget = graph.Bottom - (int)(interval.Nanoseconds / perPixel);
        painter.Fill(new Rect(graph.X, budget, graph.Width, 1), Palette.Text.WithAlpha(170));
    }

    private void PaintColumn(Painter painter, Rect graph, int x, int width, int age, double perPixel)
    {
        var bottom = graph.Bottom;
        double sum = 0;
        for (var phase = FramePhase.Begin; phase < FramePhase.Wait; phase++)
        {
            sum += statistics.Get(phase, age);
            // Edges come from the sum, so that many small phases do not round to nothing.
            var top = Math.Max(graph.Y, graph.Bottom - (int)Math.Round(sum / perPixel));
            if (top >= bottom) continue;
            painter.Fill(new Rect(x, top, width, bottom - top), OverlayTheme.Color(phase));
            bottom = top;
        }

        if (sum > interval.Nanoseconds) painter.Fill(new Rect(x, graph.Y, width, Math.Max(2, width)), Palette.Error);
    }

    private static void PaintLegend(Painter painter, CanvasScale scale, Rect area)
    {
        const int PerRow = 4;
        var style = OverlayTheme.Body(scale);
        var line = area.Height / 2;
        var square = style.PixelSize * 2 / 3;
        for (var phase = FramePhase.Begin; phase < FramePhase.Wait; phase++)
        {
            var x = area.X + (int)phase % PerRow * area.Width / PerRow;
            var baseline = area.Y + (int)phase / PerRow * line + line * 8 / 10;
            painter.Fill(new Rect(x, baseline - square, square, square), OverlayTheme.Color(phase));
            painter.Ascii(OverlayTheme.Name(phase), x + square * 3 / 2, baseline, style, Palette.TextMuted);
        }
    }
}
