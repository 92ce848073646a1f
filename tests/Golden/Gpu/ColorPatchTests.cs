using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Golden.Gpu;

/// <summary>Flat colours against the standards' own arithmetic.</summary>
public sealed class ColorPatchTests(GpuFixture gpu) : IClassFixture<GpuFixture>
{
    public static TheoryData<ColorMatrix, ColorRange, PixelLayout> Descriptions()
    {
        var rows = new TheoryData<ColorMatrix, ColorRange, PixelLayout>();
        foreach (var matrix in Enum.GetValues<ColorMatrix>())
            foreach (var range in Enum.GetValues<ColorRange>())
                foreach (var layout in new[] { PixelLayout.I420, PixelLayout.I422, PixelLayout.I444 }) rows.Add(matrix, range, layout);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_flat_colour_comes_out_within_two_code_values(ColorMatrix matrix, ColorRange range, PixelLayout layout)
    {
        using var turn = gpu.TakeContext();
        var color = new ColorDescription(matrix, range, ChromaSiting.Left);
        foreach (var (r, g, b) in new[] { (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (128, 128, 128), (200, 120, 40), (30, 90, 210) })
        {
            var yuv = YuvMatrix.For(color).FromRgb(r, g, b);
            byte[] codes = [SampleCode.Nearest(yuv.Y), SampleCode.Nearest(yuv.U), SampleCode.Nearest(yuv.V)];
            var expected = YuvMatrix.For(color).ToRgb(codes[0], codes[1], codes[2]);
            using var frame = FlatPicture.Of(layout, 50, 30, color, codes[0], codes[1], codes[2]);
            var scene = new Scene();
            scene.Begin(64, 48);
            scene.Add(Layer.Video(frame, new SourceRect(0, 0, 50, 30), new Rect(0, 0, 64, 48)));
            gpu.Compositor.Compose(scene);
            var pixel = gpu.Compositor.Read(PixelLayout.Bgra32)[0].Row(20, 4)[(20 * 4)..];
            Assert.InRange(pixel[2], SampleCode.Nearest(expected.Red) - 1, SampleCode.Nearest(expected.Red) + 1);
            Assert.InRange(pixel[1], SampleCode.Nearest(expected.Green) - 1, SampleCode.Nearest(expected.Green) + 1);
            Assert.InRange(pixel[0], SampleCode.Nearest(expected.Blue) - 1, SampleCode.Nearest(expected.Blue) + 1);
            Assert.InRange(pixel[2], r - 2, r + 2);
            Assert.InRange(pixel[1], g - 2, g + 2);
            Assert.InRange(pixel[0], b - 2, b + 2);
            Assert.Equal(255, pixel[3]);
        }
    }

    [Fact]
    public void The_canvas_read_as_I420_has_the_codes_of_BT709_limited()
    {
        using var turn = gpu.TakeContext();
        foreach (var (r, g, b) in new[] { (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (200, 120, 40) })
        {
            var scene = new Scene { Background = new Rgba((byte)r, (byte)g, (byte)b) };
            scene.Begin(32, 16);
            gpu.Compositor.Compose(scene);
            var frame = gpu.Compositor.Read(PixelLayout.I420);
            var expected = YuvMatrix.For(ColorDescription.Canvas).FromRgb(r, g, b);
            Assert.Equal(ColorDescription.Canvas, frame.Color);
            Assert.Equal((32, 16, 16, 8), (frame[0].Width, frame[0].Height, frame[1].Width, frame[2].Height));
            Assert.InRange(frame[0].Row(15)[31], SampleCode.Nearest(expected.Y) - 1, SampleCode.Nearest(expected.Y) + 1);
            Assert.InRange(frame[1].Row(7)[15], SampleCode.Nearest(expected.U) - 1, SampleCode.Nearest(expected.U) + 1);
            Assert.InRange(frame[2].Row(0)[0], SampleCode.Nearest(expected.V) - 1, SampleCode.Nearest(expected.V) + 1);
        }
    }
}
