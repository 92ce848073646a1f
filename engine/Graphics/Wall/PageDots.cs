using ConfEngine.Graphics.Layouts;
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
        if (pages < 2) return;
        if (pages <= MaxDots) DrawDots(scene, page, pages);
        else DrawNumbers(scene, page, pages, Math.Clamp(Math.Min(scene.Width, scene.Height) / 90, 2, 24) & ~1);
    }

    // In the free strip that every layout leaves along the edge, where they cover nobody. A canvas without the strip has no dots.
    private static void DrawDots(Scene scene, int page, int pages)
    {
        var gap = Spacing.Gap(scene.Width, scene.Height);
        var dot = gap * 3 / 4 & ~1;
        var width = (2 * pages - 1) * dot;
        if (dot < 2 || width > scene.Width) return;
        var left = (scene.Width - width) / 2;
        for (var i = 0; i < pages; i++)
        {
            var place = new Rect(left + 2 * dot * i, scene.Height - (gap + dot) / 2, dot, dot);
            scene.Add(Layer.Fill(place, i == page ? Palette.Text : Palette.SurfaceRaised, dot / 2));
        }
    }

    private void DrawNumbers(Scene scene, int page, int pages, int unit)
    {
        if (_numbersOf != (page, pages)) (_numbersOf, _numbers) = ((page, pages), $"{page + 1} / {pages}");
        var style = new TextStyle(2 * unit);
        if (lettering.Find(_numbers, style) is not { } image) return;
        var pill = new Rect((scene.Width - image.Width) / 2 - unit, scene.Height - 4 * unit, image.Width + 2 * unit, 3 * unit);
        if (pill.X < 0) return;
        scene.Add(Layer.Fill(pill, Palette.Label, pill.Height / 2));
        lettering.Place(scene, image, style, pill.X + unit, pill.Y, pill.Bottom, Palette.Text);
    }
}
