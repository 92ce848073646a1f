using ConfEngine.Graphics.Text;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Graphics.Tests.Text;

public sealed class FontSetTests(TextFixture text) : IClassFixture<TextFixture>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_say_family_and_weight()
    {
        Assert.Equal(new FontFile("/x/NotoSans-Bold.ttf", "NotoSans", FontWeight.Bold), FontFile.FromPath("/x/NotoSans-Bold.ttf"));
        Assert.Equal(new FontFile("/x/NotoSansCJK-Regular.ttc", "NotoSansCJK", FontWeight.Regular), FontFile.FromPath("/x/NotoSansCJK-Regular.ttc"));
        Assert.Equal("DejaVuSans-Oblique", FontFile.FromPath("/x/DejaVuSans-Oblique.ttf").Family);
    }

    [Fact]
    public void General_fonts_come_first_and_slanted_ones_last()
    {
        foreach (var name in (string[])["Zapf.ttf", "NotoSans-Italic.ttf", "DejaVuSans.ttf", "NotoSansThai-Regular.ttf", "NotoSans-Regular.ttf", "readme.txt"])
        {
            File.WriteAllText(_folder[name], "");
        }

        var families = FontSet.FindIn(_folder.FullName).Fonts.Select(font => font.Family);
        Assert.Equal(["NotoSans", "DejaVuSans", "NotoSansThai", "Zapf", "NotoSans-Italic"], families);
    }

    [Fact]
    public void Without_fonts_nothing_is_drawn_and_the_remedy_is_named()
    {
        using var renderer = new TextRenderer(FontSet.FindIn(_folder.FullName, "/nonexistent/folder"));
        Assert.False(renderer.HasFonts);
        Assert.False(renderer.TryRender("text", new TextStyle(20), out _));
        Assert.Null(renderer.RenderMask("text", new TextStyle(20)));
        Assert.Equal(default, renderer.Metrics(new TextStyle(20)));
        Assert.Contains("install fonts-dejavu-core", renderer.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_fonts_are_passed_over()
    {
        var good = text.Fonts.Fonts[0].Path;
        var bytes = File.ReadAllBytes(good);
        var broken = _folder["Broken.ttf"];
        File.WriteAllBytes(broken, bytes.AsSpan(0, 300));
        var empty = _folder["Empty.otf"];
        File.WriteAllText(empty, "");
        using var useless = new TextRenderer(FontSet.FromFiles(broken, empty, _folder["Gone.ttf"]));
        Assert.False(useless.HasFonts);
        Assert.Contains("can be opened", useless.Problem, StringComparison.Ordinal);
        using var rescued = new TextRenderer(FontSet.FromFiles(broken, empty, good));
        Assert.True(rescued.TryRender("text", new TextStyle(20), out _));
    }

    [Fact]
    public void Fonts_with_flipped_bytes_do_not_crash()
    {
        const int Seed = 7;
        var random = new Random(Seed);
        var original = File.ReadAllBytes(text.Fonts.Fonts[0].Path);
        for (var i = 0; i < 40; i++)
        {
            var bytes = (byte[])original.Clone();
            for (var flips = 0; flips < 200; flips++) bytes[random.Next(random.Next(2) == 0 ? 4096 : bytes.Length)] = (byte)random.Next(256);
            var path = _folder[$"Flipped{i}.ttf"];
            File.WriteAllBytes(path, bytes);
            using var renderer = new TextRenderer(FontSet.FromFiles(path));
            if (renderer.TryRender("Flipped Äffin 123", new TextStyle(24, MaxWidth: 300), out var image)) Assert.InRange(image.Width, 1, 300);
        }
    }

    [Fact]
    public void Lines_of_one_size_are_alike()
    {
        var metrics = text.Renderer.Metrics(new TextStyle(32));
        Assert.InRange(metrics.CapHeight, 20, 26);
        Assert.InRange(metrics.Height, 32, 50);
        foreach (var words in (string[])["ace", "Ågp", "王小明", "שלום"])
        {
            var image = text.Draw(words);
            Assert.Equal((metrics.Ascent, metrics.Height), (image.Baseline, image.Height));
        }
    }
}
