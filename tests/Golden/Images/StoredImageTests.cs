using ConfEngine.Core.Media;
using ConfEngine.Golden.Walls;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;
using ConfEngine.TestKit.Files;
using ConfEngine.Video.Images;

namespace ConfEngine.Golden.Images;

/// <summary>The net itself: it has no holes and no forgotten fish.</summary>
public sealed class StoredImageTests
{
    [Fact]
    public void Every_stored_picture_is_drawn_by_a_test_and_has_one_tolerance()
    {
        var drawn = GoldenScenes.All.Keys.Append("wall-overlay").Order(StringComparer.Ordinal);
        var stored = Directory.GetFiles(Checkout.At("tests", "Golden", "Images"), "*.png").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(drawn, ImageTolerance.Names.Order(StringComparer.Ordinal));
        Assert.Equal(drawn, stored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_of_them_together_stay_small()
    {
        var files = Directory.GetFiles(Checkout.At("tests", "Golden", "Images"), "*.png");
        Assert.InRange(files.Sum(path => new FileInfo(path).Length), 1, 2 << 20);
    }

    // The smallest things that can go wrong on these walls must not hide in the tolerance.
    [Theory]
    [InlineData("states", 262, 146, 244, 2)]
    [InlineData("states", 24, 264, 12, 12)]
    [InlineData("gallery-9", 20, 98, 50, 12)]
    [InlineData("names", 120, 55, 30, 30)]
    [InlineData("home", 240, 52, 160, 20)]
    [InlineData("notice", 210, 10, 220, 18)]
    [InlineData("overlay", 20, 20, 70, 14)]
    public void Something_missing_is_found(string name, int x, int y, int width, int height)
    {
        using var stored = PngFile.Read(Checkout.At("tests", "Golden", "Images", name + ".png"));
        var scene = new Scene();
        scene.Begin(stored.Width, stored.Height);
        scene.Add(Layer.Video(stored, new SourceRect(0, 0, stored.Width, stored.Height), new Rect(0, 0, stored.Width, stored.Height)));
        using var compositor = new SoftwareCompositor(PixelLayout.Bgra32);
        compositor.Compose(scene);
        var tolerance = ImageTolerance.Of(name);
        Assert.True(tolerance.Allows(ImageDifference.Between(stored, compositor.Read(PixelLayout.Bgra32), tolerance.Threshold)));
        scene.Begin(stored.Width, stored.Height);
        scene.Add(Layer.Video(stored, new SourceRect(0, 0, stored.Width, stored.Height), new Rect(0, 0, stored.Width, stored.Height)));
        scene.Add(Layer.Fill(new Rect(x, y, width, height), Palette.Surface));
        compositor.Compose(scene);
        Assert.False(tolerance.Allows(ImageDifference.Between(stored, compositor.Read(PixelLayout.Bgra32), tolerance.Threshold)));
    }
}
