using ConfEngine.Golden.Gpu;
using ConfEngine.Golden.Images;

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
        BothCompositors.Check(new StoredImage(name), stage.Scene, gpu);
    }
}
