using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Compositor.Tests.Software;

/// <summary>Pictures and scenes to draw, made from seeds.</summary>
internal static class Pictures
{
    public static readonly PixelLayout[] Layouts =
        [PixelLayout.I420, PixelLayout.I422, PixelLayout.I444, PixelLayout.Gray8, PixelLayout.Bgra32];

    public static TheoryData<string> SupportedSets =>
        [.. Enum.GetValues<InstructionSet>().Where(InstructionSets.Supported).Select(s => s.ToString())];

    public static ColorDescription Color(ColorMatrix matrix, ColorRange range) => new(matrix, range, ChromaSiting.Left);

    public static OwnedVideoFrame Noise(PixelLayout layout, int width, int height, int seed, ColorDescription? color = null)
    {
        var frame = new OwnedVideoFrame(layout, width, height) { Color = color ?? ColorDescription.Canvas };
        var random = new Random(seed);
        for (var p = 0; p < layout.PlaneCount(); p++)
            for (var y = 0; y < frame[p].Height; y++) random.NextBytes(frame[p].Row(y, layout.SampleBytes()));
        return frame;
    }

    public static SourceRect Whole(VideoFrame frame) => new(0, 0, frame.Width, frame.Height);

    public static Scene Scene(int width, int height, params Layer[] layers)
    {
        var scene = new Scene { Background = new Rgba(20, 40, 60) };
        scene.Begin(width, height);
        foreach (var layer in layers) scene.Add(layer);
        return scene;
    }

    public static (int B, int G, int R) Pixel(VideoFrame bgra, int x, int y)
    {
        var row = bgra[0].Row(y, 4);
        return (row[4 * x], row[4 * x + 1], row[4 * x + 2]);
    }

    /// <summary>Draws a scene from nothing and hands out every sample of the canvas.</summary>
    public static byte[] Draw(Scene scene, PixelLayout canvas, InstructionSet set)
    {
        using var compositor = new SoftwareCompositor(canvas, set);
        compositor.Compose(scene);
        return Samples(compositor.Read(canvas));
    }

    public static byte[] Samples(VideoFrame frame)
    {
        var result = new List<byte>();
        for (var p = 0; p < frame.Layout.PlaneCount(); p++)
            for (var y = 0; y < frame[p].Height; y++) result.AddRange(frame[p].Row(y, frame.Layout.SampleBytes()));
        return [.. result];
    }
}
