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
    private static readonly OverlayTable s_table = new(
    [
        new("name", 9, false), new("state", 4.6, false), new("codec", 4.2, false), new("size", 5.8, true), new("fps in", 3.8, true), new("shown", 3.8, true),
        new("dropped", 4.8, true), new("decode ms", 5.8, true), new("queue", 3.8, true), new("A/V ms", 4.4, true),
    ]);

    private static readonly string[] s_states = Enum.GetNames<StreamState>();

    private readonly List<StreamRates> _rates = [];

    /// <inheritdoc/>
    public string Name => "streams";

    /// <inheritdoc/>
    public MediaTime RepaintInterval => new(200_000_000);

    /// <inheritdoc/>
    public (int Width, int Height) Measure(CanvasScale scale, int maxWidth, int maxHeight)
    {
        // One line of titles and at least one that says that there is nothing.
        var lines = 1;
        for (var i = 0; i < rows.Count; i++) lines += LinesOf(rows[i]);
        lines = Math.Max(2, lines);
        var height = 2 * OverlayTheme.Padding(scale) + lines * OverlayTheme.LineHeight(scale);
        return (s_table.Width(scale), height);
    }

    /// <inheritdoc/>
    public void Paint(Painter painter, CanvasScale scale, Instant now)
    {
        var padding = OverlayTheme.Padding(scale);
        var line = OverlayTheme.LineHeight(scale);
        painter.Panel(OverlayTheme.Panel, padding / 2);
        var baseline = padding + line * 7 / 10;
        s_table.PaintTitles(painter, scale, baseline);
        if (rows.Count == 0) painter.Ascii("no streams", padding, baseline + line, OverlayTheme.Body(scale), Palette.TextMuted);
        while (_rates.Count < rows.Count) _rates.Add(new StreamRates());
        for (var i = 0; i < rows.Count; i++) _rates[i].Update(rows[i].Statistics, now);
        var room = Math.Max(1, (painter.Target.Height - 2 * padding) / line - 1);
        var shown = CountShown(room);
        for (var i = 0; i < shown; i++)
        {
            PaintRow(painter, scale, baseline += line, rows[i], _rates[i]);
            if (LinesOf(rows[i]) > 1) s_table.PaintRemark(painter, scale, baseline += line, rows[i].Statistics.Cause, Palette.Warning);
        }

        if (shown < rows.Count) OverlayTable.PaintMore(painter, scale, baseline + line, rows.Count - shown);
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

    private static void PaintRow(Painter painter, CanvasScale scale, int baseline, StreamRow row, StreamRates rates)
    {
        var stats = row.Statistics;
        var cells = s_table.Row(painter, scale, baseline);
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
}
