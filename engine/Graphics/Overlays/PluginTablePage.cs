using ConfEngine.Core.Time;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Overlays;

/// <summary>What every plugin does: where it runs, state, calls, errors, times, memory; and below it, where there is one, the cause of its state or the last
/// error.</summary>
public sealed class PluginTablePage : IOverlayPage
{
    private static readonly OverlayTable s_table = new(
    [
        new("plugin", 12, false), new("runs", 5.2, false), new("state", 5.2, false), new("calls", 4.4, true), new("errors", 3.8, true),
        new("p50 ms", 4.4, true), new("p99 ms", 4.4, true), new("waiting", 4.2, true), new("restarts", 4.6, true), new("MB", 3.6, true),
    ]);

    private IReadOnlyList<PluginRow> _rows = [];

    /// <summary>The plugins in the order of the table. A new list for every change; any thread may set it.</summary>
    public IReadOnlyList<PluginRow> Rows
    {
        get => Volatile.Read(ref _rows);
        set => Volatile.Write(ref _rows, value);
    }

    /// <inheritdoc/>
    public string Name => "plugins";

    /// <inheritdoc/>
    public MediaTime RepaintInterval => new(500_000_000);

    /// <inheritdoc/>
    public (int Width, int Height) Measure(CanvasScale scale, int maxWidth, int maxHeight)
    {
        var rows = Rows;
        var lines = 1;
        for (var i = 0; i < rows.Count; i++) lines += LinesOf(rows[i]);
        return (s_table.Width(scale), 2 * OverlayTheme.Padding(scale) + Math.Max(2, lines) * OverlayTheme.LineHeight(scale));
    }

    /// <inheritdoc/>
    public void Paint(Painter painter, CanvasScale scale, Instant now)
    {
        var rows = Rows;
        var padding = OverlayTheme.Padding(scale);
        var line = OverlayTheme.LineHeight(scale);
        painter.Panel(OverlayTheme.Panel, padding / 2);
        var baseline = padding + line * 7 / 10;
        s_table.PaintTitles(painter, scale, baseline);
        if (rows.Count == 0) painter.Ascii("no plugins", padding, baseline + line, OverlayTheme.Body(scale), Palette.TextMuted);
        var room = Math.Max(1, (painter.Target.Height - 2 * padding) / line - 1);
        for (var i = 0; i < rows.Count; i++)
        {
            // The last line says how many there are beyond it.
            var needed = LinesOf(rows[i]);
            if (room < needed || (room == needed && i < rows.Count - 1))
            {
                OverlayTable.PaintMore(painter, scale, baseline + line, rows.Count - i);
                return;
            }

            room -= needed;
            PaintRow(painter, scale, baseline += line, rows[i]);
            if (rows[i].Cause.Length > 0) s_table.PaintRemark(painter, scale, baseline += line, rows[i].Cause, RemarkColor(rows[i].Mood));
            else if (rows[i].LastError.Length > 0) s_table.PaintRemark(painter, scale, baseline += line, rows[i].LastError, Palette.TextMuted);
        }
    }

    private static int LinesOf(PluginRow row) => row.Cause.Length + row.LastError.Length > 0 ? 2 : 1;

    private static void PaintRow(Painter painter, CanvasScale scale, int baseline, PluginRow row)
    {
        var cells = s_table.Row(painter, scale, baseline);
        Span<char> chars = stackalloc char[32];
        cells.Name(row.Name, Palette.Text);
        cells.Word(row.Runs, Palette.TextMuted);
        cells.Word(row.State, StateColor(row.Mood));
        cells.Word(new NumberText(chars).Add(row.Calls).Written, Palette.Text);
        cells.Word(new NumberText(chars).Add(row.Errors).Written, row.Errors > 0 ? Palette.Warning : Palette.Text);
        cells.Word(row.Calls > 0 ? new NumberText(chars).Add(row.P50, "F2").Written : "-", Palette.Text);
        cells.Word(row.Calls > 0 ? new NumberText(chars).Add(row.P99, "F2").Written : "-", Palette.Text);
        cells.Word(new NumberText(chars).Add(row.InFlight).Written, Palette.Text);
        cells.Word(new NumberText(chars).Add(row.Restarts).Written, row.Restarts > 0 ? Palette.Warning : Palette.Text);
        cells.Word(row.Megabytes > 0 ? new NumberText(chars).Add(row.Megabytes, "F0").Written : "-", Palette.Text);
    }

    private static Rgba StateColor(PluginMood mood) => mood switch
    {
        PluginMood.Good => Palette.Accent,
        PluginMood.Bad => Palette.Error,
        PluginMood.Off => Palette.TextMuted,
        _ => Palette.Warning,
    };

    private static Rgba RemarkColor(PluginMood mood) => mood == PluginMood.Off ? Palette.TextMuted : Palette.Warning;
}
