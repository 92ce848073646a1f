using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Golden.Walls;

/// <summary>Flat colours in the four descriptions that streams mostly have: a row each, top to bottom BT.601 limited and full, BT.709 limited
/// and full. All rows look alike when matrix and range are right, and none does when they are not.</summary>
internal static class ColorPatches
{
    public const int Width = 480;
    public const int Height = 270;

    private const int PatchWidth = 56;
    private const int PatchHeight = 60;

    /// <summary>The colours meant, in sRGB codes.</summary>
    public static (int Red, int Green, int Blue)[] Colors { get; } =
        [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (128, 128, 128), (200, 120, 40), (30, 90, 210)];

    public static (ColorMatrix Matrix, ColorRange Range)[] Descriptions { get; } =
    [
        (ColorMatrix.Bt601, ColorRange.Limited), (ColorMatrix.Bt601, ColorRange.Full),
        (ColorMatrix.Bt709, ColorRange.Limited), (ColorMatrix.Bt709, ColorRange.Full),
    ];

    public static void Show(Stage stage)
    {
        stage.Scene.Background = new Rgba(60, 60, 66);
        stage.Scene.Begin(Width, Height);
        for (var row = 0; row < Descriptions.Length; row++)
            for (var column = 0; column < Colors.Length; column++)
            {
                var frame = stage.Keep(Patch(row, column));
                stage.Scene.Add(Layer.Video(frame, new SourceRect(0, 0, frame.Width, frame.Height), Place(row, column)));
            }
    }

    /// <summary>Where a patch is on the canvas.</summary>
    public static Rect Place(int row, int column) => new(8 + column * 58, 10 + row * 64, PatchWidth, PatchHeight);

    /// <summary>The YUV codes of a patch by the standards' own words, and not by the engine's: BT.601-7 section 2.5, BT.709-6 section 3.</summary>
    public static (double Y, double U, double V) Encode((int Red, int Green, int Blue) color, ColorMatrix matrix, ColorRange range)
    {
        var (kr, kg, kb) = matrix == ColorMatrix.Bt601 ? (0.299, 0.587, 0.114) : (0.2126, 0.7152, 0.0722);
        var luma = (kr * color.Red + kg * color.Green + kb * color.Blue) / 255;
        var u = (color.Blue / 255.0 - luma) / (2 * (1 - kb));
        var v = (color.Red / 255.0 - luma) / (2 * (1 - kr));
        return range == ColorRange.Limited ? (16 + 219 * luma, 128 + 224 * u, 128 + 224 * v) : (255 * luma, 128 + 255 * u, 128 + 255 * v);
    }

    private static OwnedVideoFrame Patch(int row, int column)
    {
        var (matrix, range) = Descriptions[row];
        var (y, u, v) = Encode(Colors[column], matrix, range);
        return FlatPicture.Of(PixelLayout.I420, 32, 32, new ColorDescription(matrix, range, ChromaSiting.Left), SampleCode.Nearest(y), SampleCode.Nearest(u), SampleCode.Nearest(v));
    }
}
