using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Text;

public sealed class EllipsisTests(TextFixture text) : IClassFixture<TextFixture>
{
    private const string Long = "Maximiliana Bartholomäus von und zu Hohenstein";

    [Theory]
    [InlineData(Long)]
    [InlineData("محمد بن عبد الله الفاتح السلطان العظيم")]
    [InlineData("中华人民共和国北京市朝阳区会议室")]
    [InlineData("सूचना प्रौद्योगिकी विभाग की बैठक")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void A_long_text_is_no_wider_than_allowed_and_uses_most_of_it(string words)
    {
        var image = text.Draw(words, size: 30, maxWidth: 200);
        Assert.InRange(image.Width, 130, 200);
        Assert.True(text.Shape(words, 30, maxWidth: 200).HasEllipsis);
    }

    [Fact]
    public void A_text_that_fits_is_left_alone()
    {
        var width = text.Draw(Long, size: 30).Width;
        Assert.False(text.Shape(Long, 30, maxWidth: width).HasEllipsis);
        Assert.True(text.Shape(Long, 30, maxWidth: width - 30).HasEllipsis);
    }

    [Fact]
    public void The_ellipsis_is_where_the_text_would_go_on()
    {
        var dots = text.Shape("…").Glyphs[0].Glyph;
        Assert.Equal(dots, text.Shape(Long, 30, maxWidth: 200).Glyphs.MaxBy(glyph => glyph.X).Glyph);
        var rightToLeft = text.Shape("שלום עולם שלום עולם שלום עולם", 30, maxWidth: 200);
        Assert.Equal(0, rightToLeft.Glyphs.MinBy(glyph => glyph.X).X);
        Assert.True(rightToLeft.HasEllipsis);
        var first = text.Shape("ש").Glyphs[0].Glyph;
        Assert.Equal(first, rightToLeft.Glyphs.MaxBy(glyph => glyph.X).Glyph);
    }

    [Fact]
    public void Clusters_are_not_torn_apart()
    {
        // A base with a mark each: whatever is cut, marks and bases come in pairs.
        var words = string.Concat(Enumerable.Repeat("x\u0323", 40));
        for (var width = 40; width < 120; width += 7)
        {
            var line = text.Shape(words, 30, maxWidth: width);
            Assert.Equal(1, line.Glyphs.Count % 2);
        }
    }

    [Fact]
    public void No_space_stands_before_the_ellipsis()
    {
        var space = text.Shape("a b").Glyphs[1].Glyph;
        for (var width = 60; width < 300; width += 5)
        {
            var glyphs = text.Shape("to be or not to be or not", 30, maxWidth: width).Glyphs;
            if (glyphs.Count > 1) Assert.NotEqual(space, glyphs[^2].Glyph);
        }
    }

    [Fact]
    public void What_has_no_room_at_all_is_not_drawn()
    {
        Assert.False(text.Renderer.TryRender(Long, new TextStyle(30, MaxWidth: 3), out _));
    }
}
