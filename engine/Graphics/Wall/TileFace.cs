using ConfEngine.Core.Media;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Wall;

/// <summary>What fills a tile: the picture, or who it would be of; and why nothing moves when nothing moves. Never a black tile.</summary>
internal sealed class TileFace(Lettering lettering, IconSet icons)
{
    private const string Opening = "Opening…";
    private const string Ended = "Ended";
    private const string Retrying = "Trying again";
    private const string Reconnecting = "Reconnecting…";

    public void Draw(Scene scene, Tile tile, Rect bounds, in TileMetrics metrics)
    {
        var failed = tile.State == StreamState.Faulted || (tile.State == StreamState.Opening && tile.Cause.Length > 0);
        if (tile.Frame is { } frame)
        {
            DrawPicture(scene, tile, frame, bounds, metrics.CornerRadius);
            if (failed) DrawStopped(scene, bounds, metrics, tile.CauseLine, Retrying);
            else if (tile.IsReconnecting) DrawStopped(scene, bounds, metrics, Reconnecting, "");
            return;
        }

        scene.Add(Layer.Fill(bounds, Palette.Surface, metrics.CornerRadius));
        var (first, second) = failed ? (tile.CauseLine, Retrying) : tile.IsReconnecting ? (Reconnecting, "") : tile.State switch
        {
            StreamState.Opening => (Opening, ""),
            StreamState.Ended => (Ended, ""),
            _ => ("", ""),
        };
        var disc = Stack(scene, bounds, metrics, metrics.DiscSize, first, second, Palette.TextMuted);
        if (!disc.IsEmpty && bounds.Contains(disc)) DrawPerson(scene, tile, disc);
    }

    private static void DrawPicture(Scene scene, Tile tile, VideoFrame frame, Rect bounds, int cornerRadius)
    {
        var place = ViewFit.Place(tile.Mode, frame.Width, frame.Height, frame.PixelAspect, bounds);
        if (place.Destination != bounds) scene.Add(Layer.Fill(bounds, Palette.Surface, cornerRadius));
        // Bars thinner than the corner leave the picture some of the corner to round.
        var bar = Math.Max(place.Destination.X - bounds.X, place.Destination.Y - bounds.Y);
        scene.Add(Layer.Video(frame, place.Source, place.Destination, Math.Max(0, cornerRadius - bar)));
    }

    private void DrawStopped(Scene scene, Rect bounds, in TileMetrics metrics, string first, string second)
    {
        scene.Add(Layer.Fill(bounds, Palette.Dim, metrics.CornerRadius));
        var sign = Stack(scene, bounds, metrics, metrics.SignSize, first, second, Palette.Text);
        if (sign.IsEmpty || !bounds.Contains(sign)) return;
        scene.Add(Layer.Mask(icons.Get(IconKind.Warning, sign.Width), sign.X, sign.Y, Palette.Warning));
    }

    private void DrawPerson(Scene scene, Tile tile, Rect disc)
    {
        scene.Add(Layer.Fill(disc, Palette.Person(Hash(tile.Name)), disc.Width / 2));
        var style = new TextStyle(disc.Width * 2 / 5, FontWeight.Bold, disc.Width);
        if (lettering.Find(tile.Initials, style) is { } letters)
        {
            lettering.Place(scene, letters, style, disc.X + (disc.Width - letters.Width) / 2, disc.Y, disc.Bottom, Palette.Text);
            return;
        }

        var size = disc.Width * 3 / 5;
        scene.Add(Layer.Mask(icons.Get(IconKind.Person, size), disc.X + (disc.Width - size) / 2, disc.Y + (disc.Height - size) / 2, Palette.Text));
    }

    /// <summary>Centres a square with up to two lines under it, and draws the lines where there is room for letters.</summary>
    /// <returns>The square.</returns>
    private Rect Stack(Scene scene, Rect bounds, in TileMetrics metrics, int size, string first, string second, Rgba color)
    {
        var lineHeight = metrics.HasText ? metrics.TextSize * 3 / 2 : 0;
        var lines = (first.Length > 0 ? 1 : 0) + (second.Length > 0 ? 1 : 0);
        var below = lines * lineHeight + (lines > 0 ? metrics.Margin : 0);
        var square = new Rect(bounds.X + (bounds.Width - size) / 2, bounds.Y + (bounds.Height - size - below) / 2, size, size);
        if (lines == 0 || lineHeight == 0 || !bounds.Contains(square)) return square;
        var style = new TextStyle(metrics.TextSize, FontWeight.Regular, metrics.Width - 4 * metrics.Margin);
        var line = new Rect(bounds.X, square.Bottom + metrics.Margin, bounds.Width, lineHeight);
        lettering.Centre(scene, first, style, line, color);
        if (second.Length > 0) lettering.Centre(scene, second, style, line with { Y = line.Bottom }, Palette.TextMuted);
        return square;
    }

    // FNV-1a: string.GetHashCode differs from run to run, and a wall must not.
    private static uint Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 16);
    }
}
