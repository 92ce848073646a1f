using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Wall;

/// <summary>One line at the top of the canvas that everybody in the room has to read: a recording that stopped, for example.</summary>
/// <param name="text">Draws the letters.</param>
public sealed class NoticeBar(TextRenderer text)
{
    private readonly Lettering _lettering = new(text);

    /// <summary>Puts the line on top of a scene; nothing without fonts.</summary>
    public void Draw(Scene scene, string line)
    {
        var scale = CanvasScale.For(scene.Width, scene.Height);
        var pad = scale.Pixels(28, 6);
        var style = new TextStyle(scale.Pixels(30, 10), FontWeight.Bold, Math.Max(1, scene.Width - 4 * pad));
        if (_lettering.Find(line, style) is not { } image) return;
        var bar = new Rect((scene.Width - image.Width) / 2 - pad, pad, image.Width + 2 * pad, style.PixelSize * 2);
        scene.Add(Layer.Fill(bar, Palette.Error, bar.Height / 2));
        _lettering.Place(scene, image, style, bar.X + pad, bar.Y, bar.Bottom, Rgba.White);
    }
}
