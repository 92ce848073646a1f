using ConfEngine.Core.Media;
using ConfEngine.Golden.Gpu;
using ConfEngine.Golden.Images;
using ConfEngine.Graphics.Compositor.Software;

namespace ConfEngine.Golden.Walls;

/// <summary>What the wall looks like, by both compositors, against stored pictures.</summary>
public sealed class GoldenWallTests(GpuFixture gpu) : IClassFixture<GpuFixture>
{
    public static TheoryData<string> Names() => [.. GoldenScenes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_compositors_draw_the_stored_picture(string name)
    {
        using var stage = new Stage();
        GoldenScenes.All[name](stage);
        var image = new StoredImage(name);
        using var software = new SoftwareCompositor(PixelLayout.Bgra32);
        software.Compose(stage.Scene);
        image.Promote(software.Read(PixelLayout.Bgra32));
        image.Check(software.Read(PixelLayout.Bgra32), "software");
        using var turn = gpu.TakeContext();
        gpu.Compositor.Compose(stage.Scene);
        image.Check(gpu.Compositor.Read(PixelLayout.Bgra32), "gpu");
    }
}
