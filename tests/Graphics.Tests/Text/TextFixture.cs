using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Text;

/// <summary>The installed fonts and a renderer over them, made once for all text tests of a class.</summary>
public sealed class TextFixture : IDisposable
{
    public FontSet Fonts { get; } = FontSet.FindInstalled();

    public TextRenderer Renderer { get; }

    public TextFixture() => Renderer = new TextRenderer(Fonts);

    public void Dispose() => Renderer.Dispose();

    internal ShapedLine Shape(string text, int size = 32, FontWeight weight = FontWeight.Regular, int maxWidth = 0) =>
        Renderer.Shape(text, new TextStyle(size, weight, maxWidth)) ?? throw new InvalidOperationException($"no line for '{text}'");

    public TextImage Draw(string text, int size = 32, FontWeight weight = FontWeight.Regular, int maxWidth = 0)
    {
        Assert.True(Renderer.TryRender(text, new TextStyle(size, weight, maxWidth), out var image), $"nothing drawn for '{text}'");
        return image;
    }

    /// <summary>The sum of all coverage: 0 means that nothing is to be seen.</summary>
    public static long Ink(TextImage image) => Ink(image, 0, image.Width);

    public static long Ink(TextImage image, int fromColumn, int toColumn)
    {
        long sum = 0;
        for (var y = 0; y < image.Height; y++)
        {
            foreach (var coverage in image.Mask.Row(y)[fromColumn..toColumn]) sum += coverage;
        }

        return sum;
    }
}
