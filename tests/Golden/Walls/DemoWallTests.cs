using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Golden.Gpu;
using ConfEngine.Golden.Images;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Golden.Walls;

/// <summary>The whole engine, from the encoders to the canvas: the wall of nine that a newcomer sees first, with the overlay on. The stored
/// picture is the first README's. The overlay's figures are those of the run that made it, different every time: its rows are looked at for being
/// there, and not compared.</summary>
public sealed class DemoWallTests(GpuFixture gpu) : IClassFixture<GpuFixture>
{
    private const string Name = "wall-overlay";
    private const int FrameRate = 30;
    private const int Frames = 170;
    private const int OverlayBottom = 270;

    [Fact]
    public void The_demo_wall_with_its_overlay_is_the_stored_picture()
    {
        var clock = new ManualClock();
        using var engine = Engine(clock);
        new FrameLoop(engine, clock, new SystemClock()).Run(TestContext.Current.CancellationToken, Frames);
        Assert.All(engine.Sources, source => Assert.Equal("h264", source.Statistics.Codec));
        Assert.Equal("Дарья Орлова", Assert.Single(engine.Sources, source => source.Tile.Speaking).Name);
        Assert.Equal(2, engine.Scene.Layers.ToArray().Count(layer => layer.Kind == LayerKind.Bitmap && layer.Bounds.Bottom < OverlayBottom));

        BothCompositors.Check(new StoredImage(Name, OverlayBottom), engine.Scene, gpu);
    }

    // The turns begin with the one in the middle: a ring that the overlay leaves free.
    private static Engine Engine(ManualClock clock)
    {
        var count = WallScenes.DemoNames.Count;
        var sources = WallScenes.DemoNames.Select((name, index) => new SourceSpec
        {
            Uri = $"test:codec=h264:beep=off:hue={index * 360 / count}:talk={(index + 5) % count}/{count}/6",
            Name = name,
        });
        var options = new EngineOptions { Width = 1600, Height = 900, FrameRate = FrameRate, IsOffline = true, ShowOverlay = true, Sources = [.. sources] };
        return new Engine(options, new EngineParts(clock, new SoftwareCompositor(PixelLayout.Bgra32), new TextRenderer(FontSet.FindInstalled()), null));
    }
}
