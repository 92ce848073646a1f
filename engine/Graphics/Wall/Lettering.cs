using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Wall;

/// <summary>Puts lines of text where the wall wants them. A line's height is that of its capitals: what hangs above or below does not shift it.</summary>
/// <param name="text">Draws the letters.</param>
internal sealed class Lettering(TextRenderer text)
{
    /// <summary>The text as a picture, or null where there is nothing to draw or to draw with.</summary>
    public TextImage? Find(string line, in TextStyle style) => text.TryRender(line, style, out var image) ? image : null;

    /// <summary>Puts a text in the middle between <paramref name="top"/> and <paramref name="bottom"/>, beginning at <paramref name="left"/>.</summary>
    public void Place(Scene scene, TextImage image, in TextStyle style, int left, int top, int bottom, Rgba color)
    {
        var baseline = (top + bottom + text.Metrics(style).CapHeight) / 2;
        scene.Add(Layer.Mask(image.Mask, left, baseline - image.Baseline, color));
    }

    /// <summary>Puts a text in the middle of a rectangle; nothing when it cannot be drawn.</summary>
    public void Centre(Scene scene, string line, in TextStyle style, Rect area, Rgba color)
    {
        if (Find(line, style) is not { } image) return;
        Place(scene, image, style, area.X + (area.Width - image.Width) / 2, area.Y, area.Bottom, color);
    }
}
