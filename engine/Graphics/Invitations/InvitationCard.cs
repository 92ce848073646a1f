using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Invitations;

/// <summary>Draws an invitation: the QR code, and beside or below it what to type. Keeps the code's picture while size and invitation stay, so
/// that a frame allocates nothing.</summary>
public sealed class InvitationCard(TextRenderer text) : IDisposable
{
    private const int Smallest = 8;

    private Invitation? _invitation;
    private QrModules? _modules;
    private Bitmap? _code;
    private Rect _area;
    private int _textSize;

    /// <summary>Draws the card.</summary>
    /// <param name="scene">Where.</param>
    /// <param name="invitation">What it says.</param>
    /// <param name="area">The place, in canvas pixels; filled with a surface.</param>
    /// <param name="cornerRadius">Of the surface.</param>
    public void Draw(Scene scene, Invitation invitation, Rect area, int cornerRadius)
    {
        scene.Add(Layer.Fill(area, Palette.Surface, cornerRadius));
        Prepare(invitation, area);
        if (_code is not { } code) return;
        var margin = Margin(area);
        var isWide = IsWide(area);
        var x = isWide ? area.X + margin : area.X + (area.Width - code.Width) / 2;
        var y = isWide ? area.Y + (area.Height - code.Height) / 2 : area.Y + margin;
        // Dark on light with light around it, as readers expect it (ISO/IEC 18004).
        scene.Add(Layer.Fill(new Rect(x, y, code.Width, code.Height), Rgba.White, Math.Min(cornerRadius, code.Width / 24)));
        scene.Add(Layer.Mask(code, x, y, Palette.Background));
        DrawLines(scene, invitation, Beside(area, margin, isWide, code), isWide);
    }

    /// <summary>Frees the code's picture.</summary>
    public void Dispose()
    {
        _code?.Dispose();
        _code = null;
    }

    private static bool IsWide(Rect area) => area.Width * 3 > area.Height * 4;

    private static int Margin(Rect area) => Math.Min(area.Width, area.Height) / 14;

    private static Rect Beside(Rect area, int margin, bool isWide, Bitmap code) => isWide
        ? new Rect(area.X + margin + code.Width + margin, area.Y, area.Width - code.Width - 3 * margin, area.Height)
        : new Rect(area.X + margin, area.Y + margin + code.Height, area.Width - 2 * margin, area.Height - margin - code.Height);

    private void Prepare(Invitation invitation, Rect area)
    {
        if (invitation != _invitation)
        {
            _invitation = invitation;
            _modules = QrModules.Encode(invitation.Link);
            _area = default;
        }

        if ((area.Width, area.Height) == (_area.Width, _area.Height)) return;
        _area = area;
        _code?.Dispose();
        var margin = Margin(area);
        var isWide = IsWide(area);
        var side = isWide ? Math.Min(area.Height - 2 * margin, area.Width * 2 / 5) : Math.Min(area.Width - 2 * margin, area.Height * 6 / 10);
        _code = _modules!.Draw(side);
        _textSize = _code is null ? 0 : FittingSize(invitation, Beside(area, margin, isWide, _code));
    }

    // An address that is cut short is worth nothing: the letters shrink until it fits.
    private int FittingSize(Invitation invitation, Rect room)
    {
        var size = Math.Min(room.Height / 7, room.Width / 8);
        while (size > Smallest && !Fits(invitation, room, size)) size = size * 9 / 10;
        return size <= Smallest ? 0 : size;
    }

    private bool Fits(Invitation invitation, Rect room, int size) =>
        Width(invitation.Title, new TextStyle(size, FontWeight.Bold)) <= room.Width
        && Width(invitation.Address, new TextStyle(size)) <= room.Width
        && Width(invitation.Code, new TextStyle(size * 5 / 4, FontWeight.Bold)) <= room.Width;

    private int Width(string line, TextStyle style) => line.Length > 0 && text.TryRender(line, style, out var image) ? image.Width : 0;

    private void DrawLines(Scene scene, Invitation invitation, Rect room, bool isWide)
    {
        if (_textSize == 0) return;
        var height = _textSize * 17 / 10;
        var lines = invitation.Code.Length > 0 ? 3 : 2;
        var y = room.Y + (room.Height - lines * height) / 2;
        Line(scene, invitation.Title, new TextStyle(_textSize, FontWeight.Bold), room, y, height, Palette.Text, isWide);
        Line(scene, invitation.Address, new TextStyle(_textSize), room, y + height, height, Palette.TextMuted, isWide);
        Line(scene, invitation.Code, new TextStyle(_textSize * 5 / 4, FontWeight.Bold), room, y + 2 * height, height, Palette.Accent, isWide);
    }

    private void Line(Scene scene, string line, TextStyle style, Rect room, int y, int height, Rgba color, bool isWide)
    {
        if (line.Length == 0 || !text.TryRender(line, style, out var image)) return;
        var baseline = y + (height + text.Metrics(style).CapHeight) / 2;
        scene.Add(Layer.Mask(image.Mask, isWide ? room.X : room.X + (room.Width - image.Width) / 2, baseline - image.Baseline, color));
    }
}
