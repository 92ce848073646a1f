using ConfEngine.Graphics.Wall;

namespace ConfEngine.Graphics.Tests.Wall;

public sealed class IconSetTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(160)]
    public void Every_icon_is_a_shape_with_soft_edges_and_a_free_border(int size)
    {
        using var icons = new IconSet();
        foreach (var kind in Enum.GetValues<IconKind>())
        {
            var icon = icons.Get(kind, size);
            var pixels = Enumerable.Range(0, size).SelectMany(y => icon.Row(y).ToArray()).ToArray();
            Assert.InRange(pixels.Count(p => p == 255) / (double)pixels.Length, 0.05, 0.6);
            Assert.Contains(pixels, p => p is > 40 and < 215);
            Assert.All(Enumerable.Range(0, size), i => Assert.Equal(0, pixels[i] | pixels[i * size] | pixels[i * size + size - 1]));
        }
    }

    [Fact]
    public void An_icon_is_drawn_once_per_size()
    {
        using var icons = new IconSet();
        Assert.Same(icons.Get(IconKind.Person, 20), icons.Get(IconKind.Person, 20));
        Assert.NotSame(icons.Get(IconKind.Person, 20), icons.Get(IconKind.Person, 22));
        Assert.NotSame(icons.Get(IconKind.Person, 20), icons.Get(IconKind.Warning, 20));
    }

    [Fact]
    public void The_stroke_cuts_the_microphone_in_two()
    {
        using var icons = new IconSet();
        var icon = icons.Get(IconKind.MicrophoneOff, 100);
        // Across the slash half-way down: capsule, gap, slash, gap, capsule.
        var row = icon.Row(40).ToArray();
        var runs = row.Zip(row.Skip(1)).Count(pair => pair.First < 128 && pair.Second >= 128);
        Assert.True(runs >= 2, $"{runs} parts");
    }
}
