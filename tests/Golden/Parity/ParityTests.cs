using ConfEngine.Core.Media;
using ConfEngine.Golden.Gpu;
using ConfEngine.Golden.Pictures;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Golden.Parity;

/// <summary>One scene, two compositors, one picture.</summary>
public sealed class ParityTests(GpuFixture gpu) : IClassFixture<GpuFixture>
{
    public static TheoryData<string> Names() => [.. ParityScenes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_compositors_draw_the_same_picture(string name)
    {
        using var turn = gpu.TakeContext();
        var scene = new Scene();
        var kept = new List<IDisposable>();
        ParityScenes.All[name](scene, kept);
        using var software = new SoftwareCompositor(PixelLayout.Bgra32);
        software.Compose(scene);
        gpu.Compositor.Compose(scene);
        Compare(name, software.Read(PixelLayout.Bgra32), gpu.Compositor.Read(PixelLayout.Bgra32));
        foreach (var item in kept) item.Dispose();
    }

    [Theory]
    [InlineData(PixelLayout.Bgra32)]
    [InlineData(PixelLayout.I420)]
    public void Both_compositors_give_the_same_planes_to_an_encoder(PixelLayout canvas)
    {
        using var turn = gpu.TakeContext();
        var scene = new Scene();
        var kept = new List<IDisposable>();
        ParityScenes.All["tiles"](scene, kept);
        using var software = new SoftwareCompositor(canvas);
        software.Compose(scene);
        gpu.Compositor.Compose(scene);
        var expected = software.Read(PixelLayout.I420);
        var actual = gpu.Compositor.Read(PixelLayout.I420);
        var failed = new List<string>();
        for (var plane = 0; plane < 3; plane++)
        {
            var name = $"{canvas.ToString().ToLowerInvariant()}-plane-{plane}";
            var tolerance = Tolerances.Of(name);
            var difference = PictureDifference.Between(expected, actual, plane);
            if (difference.Psnr < tolerance.Psnr || difference.Largest > tolerance.Largest) failed.Add($"{name}: {difference} against {tolerance}");
        }

        Assert.True(failed.Count == 0, string.Join("; ", failed));

        foreach (var item in kept) item.Dispose();
    }

    [Theory]
    [InlineData(ColorMatrix.Bt601, ColorRange.Limited)]
    [InlineData(ColorMatrix.Bt601, ColorRange.Full)]
    [InlineData(ColorMatrix.Bt709, ColorRange.Limited)]
    [InlineData(ColorMatrix.Bt709, ColorRange.Full)]
    [InlineData(ColorMatrix.Bt2020, ColorRange.Limited)]
    public void Flat_colours_are_within_two_code_values_of_each_other(ColorMatrix matrix, ColorRange range)
    {
        using var turn = gpu.TakeContext();
        var color = new ColorDescription(matrix, range, ChromaSiting.Left);
        using var software = new SoftwareCompositor(PixelLayout.Bgra32);
        foreach (var layout in new[] { PixelLayout.Bgra32, PixelLayout.I420 })
            for (var i = 0; i < 64; i++)
            {
                var yuv = YuvMatrix.For(color).FromRgb(i % 4 * 85, i / 4 % 4 * 85, i / 16 * 85);
                using var frame = FlatPicture.Of(PixelLayout.I420, 40, 20, color, SampleCode.Nearest(yuv.Y), SampleCode.Nearest(yuv.U), SampleCode.Nearest(yuv.V));
                var scene = new Scene();
                scene.Begin(64, 32);
                scene.Add(Layer.Video(frame, new SourceRect(0, 0, 40, 20), new Rect(0, 0, 64, 32)));
                software.Compose(scene);
                gpu.Compositor.Compose(scene);
                var one = software.Read(layout);
                var other = gpu.Compositor.Read(layout);
                for (var plane = 0; plane < layout.PlaneCount(); plane++)
                    for (var sample = 0; sample < layout.SampleBytes(); sample++)
                    {
                        var at = 10 * layout.SampleBytes() + sample;
                        Assert.InRange(one[plane].Row(8, layout.SampleBytes())[at] - other[plane].Row(8, layout.SampleBytes())[at], -2, 2);
                    }
            }
    }

    private static void Compare(string name, VideoFrame expected, VideoFrame actual)
    {
        var tolerance = Tolerances.Of(name);
        var difference = PictureDifference.Between(expected, actual);
        if (difference.Psnr >= tolerance.Psnr && difference.Largest <= tolerance.Largest) return;
        FailedPicture.Leave($"parity-{name}", "software", expected);
        var where = FailedPicture.Leave($"parity-{name}", "gpu", actual, expected);
        Assert.Fail($"{name}: {difference} against {tolerance}. Look at {where} beside .artifacts/golden/parity-{name}.software.new.png");
    }
}
