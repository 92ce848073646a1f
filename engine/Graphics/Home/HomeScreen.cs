using System.Globalization;
using ConfEngine.Graphics.Invitations;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Home;

/// <summary>What the room sees while there is nothing to show: the time, the date, the room's name, and what to do next. Sized for four metres:
/// nothing is smaller than a thirtieth of a landscape canvas' height.</summary>
public sealed class HomeScreen(TextRenderer text) : IDisposable
{
    private const int MaxLines = 6;
    private readonly InvitationCard _invitation = new(text);
    private readonly MeetingCard _meetings = new(text);
    private long _minute = -1;
    private string _time = "";
    private string _date = "";

    /// <summary>Fills the whole scene; without fonts there is the background only. Allocates only when the minute or the model has changed.</summary>
    public void Build(Scene scene, in HomeModel model)
    {
        scene.Background = Palette.Background;
        if (!text.HasFonts) return;
        TellTime(model.Now);
        var scale = CanvasScale.For(scene.Width, scene.Height);
        var lines = model.Invitation is null && model.Meetings is null ? Math.Min(model.Lines.Count, MaxLines) : 0;
        var cardLine = scale.Pixels(62);
        var hasCards = model.Invitation is not null || model.Meetings is not null;
        var card = hasCards ? scale.Pixels(400) : lines == 0 ? 0 : lines * cardLine + scale.Pixels(52);
        // Upright canvases have the room below each other.
        var isStacked = model is { Invitation: not null, Meetings: not null } && scene.Height > scene.Width;
        var (name, clock, date, gap) = (scale.Pixels(90), scale.Pixels(290), scale.Pixels(84), card == 0 ? 0 : scale.Pixels(88));
        var between = scale.Pixels(40);
        var y = Math.Max(0, (scene.Height - name - clock - date - gap - card - (isStacked ? card + between : 0)) / 2);
        Centre(scene, model.RoomName, new TextStyle(scale.Pixels(54, 8), FontWeight.Bold), y, name, Palette.Accent);
        Centre(scene, _time, new TextStyle(scale.Pixels(290, 12), FontWeight.Regular), y += name, clock, Palette.Text);
        Centre(scene, _date, new TextStyle(scale.Pixels(50, 8)), y += clock, date, Palette.TextMuted);
        y += date + gap;
        if (hasCards) BuildCards(scene, model, scale, new Rect(0, y, between, card), isStacked);
        else if (lines > 0) BuildCard(scene, model.Lines, lines, scale, y, cardLine, card);
    }

    /// <summary>Frees the picture of the code.</summary>
    public void Dispose() => _invitation.Dispose();

    // place: the top of the cards, the space between two as its width, and a card's height.
    private void BuildCards(Scene scene, in HomeModel model, CanvasScale scale, Rect place, bool isStacked)
    {
        var isPair = model is { Invitation: not null, Meetings: not null } && !isStacked;
        var most = isPair ? Math.Max(1, (scene.Width * 92 / 100 - place.Width) / 2) : TextWidth(scene);
        var width = Math.Min(most, scale.Pixels(1240));
        var left = (scene.Width - (isPair ? 2 * width + place.Width : width)) / 2;
        var (x, y) = (left, place.Y);
        if (model.Meetings is { } meetings)
        {
            _meetings.Draw(scene, meetings, new Rect(x, y, width, place.Height), scale);
            (x, y) = isPair ? (x + width + place.Width, y) : (x, y + place.Height + place.Width);
        }

        if (model.Invitation is { } invitation) _invitation.Draw(scene, invitation, new Rect(x, y, width, place.Height), scale.Pixels(24));
    }

    private void TellTime(DateTimeOffset now)
    {
        var minute = now.DateTime.Ticks / TimeSpan.TicksPerMinute;
        if (minute == _minute) return;
        _minute = minute;
        _time = now.ToString("HH:mm", CultureInfo.InvariantCulture);
        _date = now.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    private void BuildCard(Scene scene, IReadOnlyList<string> lines, int count, CanvasScale scale, int y, int cardLine, int height)
    {
        var style = new TextStyle(scale.Pixels(40, 8), FontWeight.Regular, TextWidth(scene));
        var widest = scale.Pixels(420);
        for (var i = 0; i < count; i++)
        {
            if (text.TryRender(lines[i], style, out var image)) widest = Math.Max(widest, image.Width);
        }

        var width = Math.Min(scene.Width, widest + scale.Pixels(128));
        var x = (scene.Width - width) / 2;
        scene.Add(Layer.Fill(new Rect(x, y, width, height), Palette.Surface, scale.Pixels(24)));
        var inner = y + (height - count * cardLine) / 2;
        for (var i = 0; i < count; i++) Centre(scene, lines[i], style, inner + i * cardLine, cardLine, i == 0 ? Palette.Text : Palette.TextMuted);
    }

    // Centred by its capitals, so that letters with tails do not push a line up.
    private void Centre(Scene scene, string line, TextStyle style, int y, int height, Rgba color)
    {
        var fitted = style with { MaxWidth = TextWidth(scene) };
        if (!text.TryRender(line, fitted, out var image)) return;
        var baseline = y + (height + text.Metrics(fitted).CapHeight) / 2;
        scene.Add(Layer.Mask(image.Mask, (scene.Width - image.Width) / 2, baseline - image.Baseline, color));
    }

    private static int TextWidth(Scene scene) => Math.Max(1, scene.Width * 86 / 100);
}
