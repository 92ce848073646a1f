using ConfEngine.Core.Media;
using ConfEngine.Golden.Gpu;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Compositor.Software;

namespace ConfEngine.Golden.Walls;

/// <summary>The patches of the stored picture against arithmetic: every compositor, every canvas, within two code values of what was meant.</summary>
public sealed class ColorPatchTests(GpuFixture gpu) : IClassFixture<GpuFixture>
{
    private const int Tolerance = 2;

    [Theory]
    [InlineData("software with a Bgra32 canvas")]
    [InlineData("software with an I420 canvas")]
    [InlineData("gpu")]
    public void Every_patch_has_the_colour_that_was_meant(string compositor)
    {
        using var turn = gpu.TakeContext();
        using var own = compositor.Contains("I420", StringComparison.Ordinal) ? new SoftwareCompositor(PixelLayout.I420) : new SoftwareCompositor(PixelLayout.Bgra32);
        ICompositor drawer = compositor == "gpu" ? gpu.Compositor : own;
        using var stage = new Stage();
        ColorPatches.Show(stage);
        drawer.Compose(stage.Scene);
        CheckCodes(drawer.Read(PixelLayout.I420));
        // An I420 canvas read as RGB has been rounded twice more on its way.
        CheckColors(drawer.Read(PixelLayout.Bgra32), compositor.Contains("I420", StringComparison.Ordinal) ? Tolerance + 1 : Tolerance);
    }

    private static void CheckColors(VideoFrame canvas, int tolerance) => ForEachPatch((row, column, x, y) =>
    {
        var pixel = canvas[0].Row(y, 4).Slice(x * 4, 4);
        var (red, green, blue) = ColorPatches.Colors[column];
        var isRight = IsNear(pixel[2], red, tolerance) && IsNear(pixel[1], green, tolerance) && IsNear(pixel[0], blue, tolerance);
        Assert.True(isRight, $"{ColorPatches.Descriptions[row]}: ({pixel[2]}, {pixel[1]}, {pixel[0]}) was to be {ColorPatches.Colors[column]}");
    });

    private static void CheckCodes(VideoFrame canvas)
    {
        Assert.Equal(ColorDescription.Canvas, canvas.Color);
        ForEachPatch((row, column, x, y) =>
        {
            var (luma, u, v) = ColorPatches.Encode(ColorPatches.Colors[column], ColorMatrix.Bt709, ColorRange.Limited);
            var codes = (Y: canvas[0].Row(y)[x], U: canvas[1].Row(y / 2)[x / 2], V: canvas[2].Row(y / 2)[x / 2]);
            var isRight = IsNear(codes.Y, luma, Tolerance) && IsNear(codes.U, u, Tolerance) && IsNear(codes.V, v, Tolerance);
            Assert.True(isRight, $"{ColorPatches.Descriptions[row]}: {codes} was to be ({luma:0.0}, {u:0.0}, {v:0.0}) for {ColorPatches.Colors[column]}");
        });
    }

    private static bool IsNear(byte code, double meant, int tolerance) => Math.Abs(code - meant) <= tolerance + 0.5;

    // Middle and corners, but for the pixels that a neighbour's colour may have reached.
    private static void ForEachPatch(Action<int, int, int, int> check)
    {
        for (var row = 0; row < ColorPatches.Descriptions.Length; row++)
            for (var column = 0; column < ColorPatches.Colors.Length; column++)
            {
                var place = ColorPatches.Place(row, column).Inset(4);
                check(row, column, place.X + place.Width / 2, place.Y + place.Height / 2);
                check(row, column, place.X, place.Y);
                check(row, column, place.Right - 1, place.Bottom - 1);
            }
    }
}
