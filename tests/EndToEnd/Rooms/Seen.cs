using ConfEngine.EndToEnd.Media;
using ConfEngine.TestKit.Browsers;

namespace ConfEngine.EndToEnd.Rooms;

/// <summary>What can be seen and heard in a page, and on the wall.</summary>
internal static class Seen
{
    /// <summary>The page is in the room, and so are its pictures.</summary>
    public static void IsIn(BrowserPage page) => page.WaitFor("confengine.state === 'in' && confengine.link === 'connected'");

    /// <summary>The page sees and hears so many others: pictures are decoded and go on, they are not black, and there is sound.</summary>
    public static void Others(BrowserPage page, int count, bool hears = true)
    {
        page.WaitFor($"confengine.streams.length === {count}");
        page.WaitFor($$"""
            (() => { const all = () => confengine.stats().then((stats) => Object.values(stats));
              return all().then((before) => new Promise((done) => setTimeout(done, 1000)).then(all).then((after) =>
                after.length === {{count}} && after.every((one, i) => one.framesDecoded > (before[i]?.framesDecoded ?? 0) && (one.audioEnergy > 0 || !{{(hears ? "true" : "false")}})))); })()
            """);
        page.WaitFor($$"""
            (() => { const seen = [...document.querySelectorAll('video[data-testid=tile-video]')].filter((video) => video.videoWidth > 0 && video.closest('.tile').offsetParent);
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [32, 18];
              const context = canvas.getContext('2d', { willReadFrequently: true });
              const bright = seen.filter((video) => { context.drawImage(video, 0, 0, 32, 18); return context.getImageData(0, 0, 32, 18).data.some((value, i) => i % 4 < 3 && value > 100); });
              return bright.length >= {{count}}; })()
            """);
    }

    /// <summary>The part of pixels that have the fake camera's green, 0 to 1.</summary>
    public static double Green(Picture picture) => Part(picture, IsGreen);

    /// <summary>The smallest part of it with everything green in it.</summary>
    public static Picture GreenBox(Picture picture)
    {
        var (left, top, right, bottom) = (picture.Width, picture.Height, 0, 0);
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var pixel = picture.Pixels.AsSpan((y * picture.Width + x) * 3, 3);
                if (!IsGreen(pixel[0], pixel[1], pixel[2])) continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
        }

        return picture.Crop(left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>The part of pixels that are red.</summary>
    public static double Red(Picture picture) => Part(picture, static (red, green, blue) => red > green + 80 && red > blue + 80);

    private static bool IsGreen(int red, int green, int blue) => green > red + 40 && green > blue + 40;

    private static double Part(Picture picture, Func<int, int, int, bool> isIt)
    {
        var count = 0;
        for (var i = 0; i < picture.Pixels.Length; i += 3)
            if (isIt(picture.Pixels[i], picture.Pixels[i + 1], picture.Pixels[i + 2]))
                count++;
        return 3.0 * count / picture.Pixels.Length;
    }
}
