using System.Globalization;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Wall;

/// <summary>What lies on a tile's edges: the name at the bottom left, badges at the top right, and the ring around who speaks.</summary>
internal sealed class TileLabels(Lettering lettering, IconSet icons)
{
    private const string Ended = "Ended";
    private const int QualityBars = 4;

    // Written once: a frame makes no strings. Beyond the last nobody counts.
    private static readonly string[] s_numbers = [.. Enumerable.Range(0, 99).Select(number => number.ToString(CultureInfo.InvariantCulture)), "99+"];

    public void Draw(Scene scene, Tile tile, Rect bounds, in TileMetrics metrics)
    {
        if (metrics.HasText)
        {
            DrawName(scene, tile, bounds, metrics);
            DrawBadges(scene, tile, bounds, metrics);
        }

        if (tile.Speaking) scene.Add(Layer.Outline(bounds, Palette.Accent, metrics.RingWidth, metrics.CornerRadius));
    }

    private void DrawName(Scene scene, Tile tile, Rect bounds, in TileMetrics metrics)
    {
        var icon = tile.Muted ? metrics.IconSize : 0;
        var gap = tile.Muted ? metrics.Margin / 2 : 0;
        var room = metrics.Width - 4 * metrics.Margin - icon - gap;
        var style = new TextStyle(metrics.TextSize, FontWeight.Regular, room);
        var name = lettering.Find(tile.Name, style);
        if (name is null && !tile.Muted) return;
        var width = 2 * metrics.Margin + icon + (name is null ? 0 : gap + name.Width);
        var pill = new Rect(bounds.X + metrics.Margin, bounds.Bottom - metrics.Margin - metrics.LabelHeight, width, metrics.LabelHeight);
        // A tile on its way from the filmstrip to the stage is for a moment too small for the label that it will have.
        if (!bounds.Contains(pill)) return;
        scene.Add(Layer.Fill(pill, Palette.Label, pill.Height / 2));
        var left = pill.X + metrics.Margin;
        if (tile.Muted) scene.Add(Layer.Mask(icons.Get(IconKind.MicrophoneOff, icon), left, pill.Y + (pill.Height - icon) / 2, Palette.Error));
        if (name is not null) lettering.Place(scene, name, style, left + icon + gap, pill.Y, pill.Bottom, Palette.Text);
    }

    private void DrawBadges(Scene scene, Tile tile, Rect bounds, in TileMetrics metrics)
    {
        var right = bounds.Right - metrics.Margin;
        if (tile.Quality is { } quality) right = DrawQuality(scene, quality, bounds, right, metrics);
        if (tile.State == StreamState.Ended && tile.Frame is not null) DrawEnded(scene, bounds, right, metrics);
        if (tile.Hand > 0) DrawHand(scene, tile.Hand, bounds, metrics);
    }

    // Top left, away from the other badges: who asks to speak must be found at a glance.
    private void DrawHand(Scene scene, int hand, Rect bounds, in TileMetrics metrics)
    {
        var style = new TextStyle(metrics.TextSize, FontWeight.Bold, metrics.Width / 2);
        var number = lettering.Find(s_numbers[Math.Min(hand, s_numbers.Length - 1)], style);
        var gap = number is null ? 0 : metrics.Margin / 2;
        var width = 2 * metrics.Margin + metrics.IconSize + gap + (number?.Width ?? 0);
        var pill = new Rect(bounds.X + metrics.Margin, bounds.Y + metrics.Margin, width, metrics.LabelHeight);
        if (!bounds.Contains(pill)) return;
        scene.Add(Layer.Fill(pill, Palette.Warning, pill.Height / 2));
        var left = pill.X + metrics.Margin;
        scene.Add(Layer.Mask(icons.Get(IconKind.Hand, metrics.IconSize), left, pill.Y + (pill.Height - metrics.IconSize) / 2, Palette.Background));
        if (number is not null) lettering.Place(scene, number, style, left + metrics.IconSize + gap, pill.Y, pill.Bottom, Palette.Background);
    }

    private static int DrawQuality(Scene scene, int quality, Rect bounds, int right, in TileMetrics metrics)
    {
        var bar = Math.Max(2, metrics.TextSize / 6);
        var height = metrics.LabelHeight;
        var width = 2 * metrics.Margin + QualityBars * bar + (QualityBars - 1) * bar / 2;
        var pill = new Rect(right - width, bounds.Y + metrics.Margin, width, height);
        if (!bounds.Contains(pill)) return right;
        scene.Add(Layer.Fill(pill, Palette.Label, height / 2));
        var color = quality switch { >= 3 => Palette.Accent, 2 => Palette.Warning, _ => Palette.Error };
        // Without a single bar lit, the badge would be a dark spot: then all of them say that something is wrong.
        var unlit = quality > 0 ? Palette.SurfaceRaised : Palette.Error.WithAlpha(150);
        for (var i = 0; i < QualityBars; i++)
        {
            var tall = metrics.TextSize * (i + 2) / (QualityBars + 1);
            var foot = pill.Y + (height + metrics.TextSize) / 2;
            var place = new Rect(pill.X + metrics.Margin + i * bar * 3 / 2, foot - tall, bar, tall);
            scene.Add(Layer.Fill(place, i < quality ? color : unlit));
        }

        return pill.X - metrics.Margin / 2;
    }

    private void DrawEnded(Scene scene, Rect bounds, int right, in TileMetrics metrics)
    {
        var style = new TextStyle(metrics.TextSize, FontWeight.Regular, metrics.Width / 2);
        if (lettering.Find(Ended, style) is not { } image) return;
        var width = image.Width + 2 * metrics.Margin;
        var pill = new Rect(right - width, bounds.Y + metrics.Margin, width, metrics.LabelHeight);
        if (!bounds.Contains(pill)) return;
        scene.Add(Layer.Fill(pill, Palette.Label, pill.Height / 2));
        lettering.Place(scene, image, style, pill.X + metrics.Margin, pill.Y, pill.Bottom, Palette.TextMuted);
    }
}
