using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Wall;

/// <summary>Says at the bottom of the canvas which of several pages this is: dots, or numbers where the dots would be too many to count.</summary>
internal sealed class PageDots(Lettering lettering)
{
    private const int MaxDots = 12;
    private string _numbers = "";
    private (int Page, int Pages) _numbersOf;

    public void Draw(Scene scene, int page, int pages)
    {
        var unit = Math.Clamp(Math.Min(scene.Width, scene.Height) / 180, 1, 12) * 2;
        if (pages < 2) return;
        if (pages <= MaxDots) DrawDots(scene, page, pages, unit);
        else DrawNumbers(scene, page, pages, unit);
    }

    private static void DrawDots(Scene scene, int page, int pages, int unit)
    {
        var pill = Pill(scene, (2 * pages + 1) * unit, 2 * unit);
        if (pill.X < 0) return;
        scene.Add(Layer.Fill(pill, Palette.Label, pill.Height / 2));
        for (var i = 0; i < pages; i++)
        {
            var dot = new Rect(pill.X + unit + 2 * unit * i, pill.Y + unit / 2, unit, unit);
            scene.Add(Layer.Fill(dot, i == page ? Palette.Text : Palette.SurfaceRaised, unit / 2));
        }
    }

    private void DrawNumbers(Scene scene, int page, int pages, int unit)
    {
        if (_numbersOf != (page, pages)) (_numbersOf, _numbers) = ((page, pages), $"{page + 1} / {pages}");
        var style = new TextStyle(2 * unit);
        if (lettering.Find(_numbers, style) is not { } image) return;
        var pill = Pill(scene, image.Width + 2 * unit, 3 * unit);
        if (pill.X < 0) return;
        scene.Add(Layer.Fill(pill, Palette.Label, pill.Height / 2));
        lettering.Place(scene, image, style, pill.X + unit, pill.Y, pill.Bottom, Palette.Text);
    }

    private static Rect Pill(Scene scene, int width, int height) =>
        new((scene.Width - width) / 2, scene.Height - height - height / 4, width, height);
}
