using System.Text;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Text;

public sealed class HostileTextTests(TextFixture text) : IClassFixture<TextFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("   \t\n ")]
    [InlineData("\u0000\u0001\u001F\u007F\u009F")]
    [InlineData("\u200B\u2060\uFEFF")]
    [InlineData("\u202E\u2066\u2069\u202C")]
    [InlineData("\u200D\u200D")]
    [InlineData("\uFE0F")]
    public void Nothing_to_see_is_not_drawn(string nothing)
    {
        Assert.False(text.Renderer.TryRender(nothing, new TextStyle(24), out _));
        Assert.Null(text.Renderer.RenderMask(nothing, new TextStyle(24)));
    }

    [Theory]
    [InlineData("\u202Enoitcerid\u202C")]
    [InlineData("\u2067noitcerid\u2069")]
    [InlineData("\u202Dnoitcerid")]
    [InlineData("noi\u200Btcer\u0007id")]
    public void Overrides_and_controls_change_nothing(string hostile)
    {
        Assert.Equal(text.Shape("noitcerid").Glyphs, text.Shape(hostile).Glyphs);
    }

    [Fact]
    public void Line_breaks_and_tabs_are_spaces()
    {
        Assert.Equal(text.Shape("a b c").Glyphs, text.Shape("a\nb\tc\r").Glyphs);
    }

    [Theory]
    [InlineData("\uE000")]
    [InlineData("\uDBFF\uDFFD")]
    [InlineData("\uD800")]
    [InlineData("\uDC00")]
    [InlineData("\u0378")]
    public void What_no_font_has_is_seen_to_be_missing(string missing)
    {
        Assert.True(TextFixture.Ink(text.Draw(missing)) > 0);
    }

    [Fact]
    public void Ten_thousand_characters_are_cut()
    {
        var image = text.Draw(new string('W', 10_000), size: 40);
        Assert.InRange(image.Width, 4000, TextRenderer.MaxImageWidth);
        Assert.True(text.Shape(new string('i', 10_000), 8).HasEllipsis);
    }

    [Fact]
    public void Piled_up_marks_make_no_tower()
    {
        var image = text.Draw("a" + new string('\u0301', 300), size: 32);
        Assert.True(image.Height <= 32 * 4, $"{image.Height} rows");
        Assert.True(image.Baseline <= 64);
    }

    [Theory]
    [InlineData(int.MinValue, 0)]
    [InlineData(0, int.MinValue)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(4, int.MaxValue)]
    [InlineData(512, 1)]
    public void Absurd_styles_are_brought_into_bounds(int size, int maxWidth)
    {
        if (!text.Renderer.TryRender("Absurd", new TextStyle(size, MaxWidth: maxWidth), out var image)) return;
        Assert.InRange(image.Width, 1, TextRenderer.MaxImageWidth);
        Assert.InRange(image.Height, 1, 512 * 4);
    }

    [Fact]
    public void Random_strings_never_crash_and_stay_in_bounds()
    {
        const int Seed = 20261120;
        var random = new Random(Seed);
        using var renderer = new TextRenderer(text.Fonts);
        for (var i = 0; i < 4000; i++)
        {
            var words = RandomText(random);
            var style = new TextStyle(random.Next(4, 48), (FontWeight)random.Next(2), random.Next(3) == 0 ? random.Next(1, 400) : 0);
            if (renderer.TryRender(words, style, out var image))
            {
                var limit = style.MaxWidth > 0 ? style.MaxWidth : TextRenderer.MaxImageWidth;
                Assert.True(image.Width <= limit && image.Height <= style.PixelSize * 5, $"seed {Seed}, text {i}: {image.Width} x {image.Height}");
                Assert.InRange(image.Baseline, 1, image.Height);
            }

            renderer.EndFrame();
        }
    }

    // Everything from plain letters over the most mischievous ranges to arbitrary code units, broken surrogates among them.
    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(0, 40);
        var kind = random.Next(6);
        for (var i = 0; i < length; i++)
        {
            text.Append((char)((kind < 5 ? kind : random.Next(5)) switch
            {
                0 => random.Next(0, 0x10000),
                1 => random.Next(0x0590, 0x0800),
                2 => random.Next(0x0900, 0x0E80),
                3 => random.Next(0x2000, 0x2070),
                _ => random.Next(0xD800, 0xE100),
            }));
            if (random.Next(8) == 0) text.Append("\u0301\u200D\uFE0F"[random.Next(3)]);
        }

        return text.ToString();
    }
}
