using ConfEngine.Core.Media;
using ConfEngine.Golden.Pictures;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Golden.Parity;

/// <summary>The scenes that both compositors draw. Each has a line in tolerances.txt.</summary>
internal static class ParityScenes
{
    private static readonly ColorDescription s_left = new(ColorMatrix.Bt709, ColorRange.Limited, ChromaSiting.Left);

    /// <summary>All scenes by name. What they need is added to <paramref name="kept"/>, to be disposed after drawing.</summary>
    public static Dictionary<string, Action<Scene, List<IDisposable>>> All { get; } = new()
    {
        ["same-size"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 640, 360, s_left),
        ["enlarged-3x"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 214, 120, s_left),
        ["reduced-3-4"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 854, 480, s_left),
        ["reduced-1-2"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 1280, 720, s_left),
        ["reduced-2-7"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 2240, 1260, s_left),
        ["layout-422"] = (scene, kept) => Single(scene, kept, PixelLayout.I422, 800, 450, s_left),
        ["layout-444"] = (scene, kept) => Single(scene, kept, PixelLayout.I444, 800, 450, s_left),
        ["layout-gray"] = (scene, kept) => Single(scene, kept, PixelLayout.Gray8, 800, 450, s_left),
        ["layout-bgra"] = (scene, kept) => Single(scene, kept, PixelLayout.Bgra32, 800, 450, s_left),
        ["odd-size"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 333, 187, s_left),
        ["siting-center"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 320, 180, s_left with { Siting = ChromaSiting.Center }),
        ["siting-top-left"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 320, 180, s_left with { Siting = ChromaSiting.TopLeft }),
        ["bt601-full"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 640, 360, new(ColorMatrix.Bt601, ColorRange.Full, ChromaSiting.Center)),
        ["bt2020"] = (scene, kept) => Single(scene, kept, PixelLayout.I420, 500, 400, new(ColorMatrix.Bt2020, ColorRange.Limited, ChromaSiting.TopLeft)),
        ["view-modes"] = ViewModes,
        ["tiles"] = Tiles,
        ["shapes"] = (scene, _) => Shapes(scene),
        ["bitmaps"] = Bitmaps,
    };

    private static void Single(Scene scene, List<IDisposable> kept, PixelLayout layout, int width, int height, ColorDescription color)
    {
        var frame = Keep(kept, SourcePictures.Waves(layout, width, height, color));
        scene.Begin(640, 360);
        scene.Add(Layer.Video(frame, new SourceRect(0, 0, width, height), new Rect(0, 0, 640, 360)));
    }

    // A 4:3 picture in three 16:9 tiles: whole with bars, cut to the tile, distorted.
    private static void ViewModes(Scene scene, List<IDisposable> kept)
    {
        var frame = Keep(kept, SourcePictures.Waves(PixelLayout.I420, 640, 480, s_left));
        scene.Background = new Rgba(24, 26, 30);
        scene.Begin(640, 360);
        scene.Add(Layer.Video(frame, new SourceRect(0, 0, 640, 480), new Rect(40, 0, 240, 180)));
        scene.Add(Layer.Video(frame, new SourceRect(0, 60, 640, 360), new Rect(320, 0, 320, 180), 10));
        scene.Add(Layer.Video(frame, new SourceRect(0, 0, 640, 480), new Rect(160, 180, 320, 180)));
    }

    private static void Tiles(Scene scene, List<IDisposable> kept)
    {
        scene.Background = new Rgba(18, 20, 24);
        scene.Begin(640, 360);
        for (var i = 0; i < 9; i++)
        {
            var color = s_left with { Matrix = i % 2 == 0 ? ColorMatrix.Bt709 : ColorMatrix.Bt601, Range = i % 3 == 0 ? ColorRange.Full : ColorRange.Limited };
            var frame = Keep(kept, SourcePictures.Waves(PixelLayout.I420, 320 + i * 40, 180 + i * 22, color, i));
            var bounds = new Rect(4 + i % 3 * 213, 3 + i / 3 * 119, 205, 115);
            scene.Add(Layer.Video(frame, new SourceRect(0, 0, frame.Width, frame.Height), bounds, 4 + i));
            if (i % 2 == 0) scene.Add(Layer.Outline(bounds, new Rgba(60, 200, 90), 3, 4 + i));
            scene.Add(Layer.Fill(new Rect(bounds.X + 6, bounds.Bottom - 24, 80, 18), new Rgba(0, 0, 0, 150), 6));
            scene.Add(Layer.Mask(Keep(kept, Dots(70, 12)), bounds.X + 11, bounds.Bottom - 21, Rgba.White));
        }
    }

    private static void Shapes(Scene scene)
    {
        scene.Background = new Rgba(40, 60, 90);
        scene.Begin(320, 240);
        for (var i = 0; i < 6; i++)
        {
            var bounds = new Rect(6 + i * 52, 8, 46, 60);
            scene.Add(Layer.Fill(bounds, new Rgba((byte)(i * 40), 200, 90, (byte)(255 - i * 40)), i * 6));
            scene.Add(Layer.Outline(bounds with { Y = 80 }, new Rgba(250, (byte)(i * 40), 30, (byte)(120 + i * 25)), 1 + i, i * 5));
        }

        scene.Add(Layer.Fill(new Rect(-30, 150, 200, 200), new Rgba(255, 255, 255, 90), 60));
        scene.Add(Layer.Outline(new Rect(200, 160, 160, 60), Rgba.White, 40, 30));
    }

    private static void Bitmaps(Scene scene, List<IDisposable> kept)
    {
        scene.Background = new Rgba(90, 40, 60);
        scene.Begin(320, 240);
        for (var i = 0; i < 5; i++)
        {
            scene.Add(Layer.Mask(Keep(kept, Dots(50, 40)), 8 + i * 60, 10, new Rgba((byte)(255 - i * 50), 255, (byte)(i * 60), (byte)(255 - i * 45))));
            scene.Add(Layer.Picture(Keep(kept, Glow(50, 50)), i * 70 - 20, 100, (byte)(255 - i * 50)));
        }
    }

    private static Bitmap Dots(int width, int height)
    {
        var bitmap = new Bitmap(BitmapFormat.Alpha8, width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) bitmap.Row(y)[x] = (byte)(127.5 + 127.5 * Math.Sin(x * 0.7) * Math.Cos(y * 0.5));
        return bitmap;
    }

    // Premultiplied: no colour is larger than alpha.
    private static Bitmap Glow(int width, int height)
    {
        var bitmap = new Bitmap(BitmapFormat.Bgra32, width, height);
        for (var y = 0; y < height; y++)
        {
            var row = bitmap.Row(y);
            for (var x = 0; x < width; x++)
            {
                var alpha = Math.Max(0, 255 - 10 * (Math.Abs(x - width / 2) + Math.Abs(y - height / 2)));
                (row[x * 4], row[x * 4 + 1], row[x * 4 + 2], row[x * 4 + 3]) = ((byte)(alpha / 3), (byte)(alpha * x / width), (byte)alpha, (byte)alpha);
            }
        }

        return bitmap;
    }

    private static T Keep<T>(List<IDisposable> kept, T item) where T : IDisposable
    {
        kept.Add(item);
        return item;
    }
}
