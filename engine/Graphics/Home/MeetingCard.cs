using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Home;

/// <summary>Draws today's meetings.</summary>
internal sealed class MeetingCard(TextRenderer text)
{
    private const int MaxLines = 4;
    private const string Title = "Today";
    private const string Nothing = "No more meetings";
    private int _more;
    private string _moreText = "";

    /// <summary>Draws the card into a place of the scene, in canvas pixels.</summary>
    public void Draw(Scene scene, MeetingBoard board, Rect area, CanvasScale scale)
    {
        scene.Add(Layer.Fill(area, Palette.Surface, scale.Pixels(24)));
        var margin = scale.Pixels(44);
        var inner = new Rect(area.X + margin, area.Y + margin / 2, area.Width - 2 * margin, area.Height - margin);
        var line = inner.Height / (MaxLines + 1);
        var body = new TextStyle(scale.Pixels(36, 8));
        Write(scene, Title, body with { Weight = FontWeight.Bold, MaxWidth = inner.Width / 2 }, inner.X, inner.Y, line, Palette.Text);
        WriteRight(scene, board.Note, body with { MaxWidth = inner.Width * 3 / 4 }, inner.X + inner.Width, inner.Y, line, board.IsStale ? Palette.Warning : Palette.TextMuted);
        var y = inner.Y + line;
        if (board.Lines.Count == 0)
        {
            Write(scene, Nothing, body with { MaxWidth = inner.Width }, inner.X, y, line, Palette.TextMuted);
            return;
        }

        var shown = board.Lines.Count <= MaxLines ? board.Lines.Count : MaxLines - 1;
        var times = scale.Pixels(260);
        for (var i = 0; i < shown; i++, y += line)
        {
            var meeting = board.Lines[i];
            var color = meeting.IsNow ? Palette.Accent : Palette.Text;
            Write(scene, meeting.Time, body with { MaxWidth = times }, inner.X, y, line, meeting.IsNow ? Palette.Accent : Palette.TextMuted);
            Write(scene, meeting.Subject, body with { MaxWidth = Math.Max(1, inner.Width - times) }, inner.X + times, y, line, color);
        }

        if (shown < board.Lines.Count) Write(scene, More(board.Lines.Count - shown), body with { MaxWidth = inner.Width }, inner.X, y, line, Palette.TextMuted);
    }

    private string More(int count)
    {
        if (count != _more) (_more, _moreText) = (count, $"and {count} more");
        return _moreText;
    }

    private void Write(Scene scene, string words, in TextStyle style, int x, int y, int height, Rgba color)
    {
        if (text.TryRender(words, style, out var image)) scene.Add(Layer.Mask(image.Mask, x, Baseline(style, y, height) - image.Baseline, color));
    }

    private void WriteRight(Scene scene, string words, in TextStyle style, int right, int y, int height, Rgba color)
    {
        if (words.Length > 0 && text.TryRender(words, style, out var image))
            scene.Add(Layer.Mask(image.Mask, right - image.Width, Baseline(style, y, height) - image.Baseline, color));
    }

    private int Baseline(in TextStyle style, int y, int height) => y + (height + text.Metrics(style).CapHeight) / 2;
}
