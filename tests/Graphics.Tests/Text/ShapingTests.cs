using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Text;

public sealed class ShapingTests(TextFixture text) : IClassFixture<TextFixture>
{
    [Theory]
    [InlineData("Conference", 10)]
    [InlineData("王小明", 3)]
    [InlineData("שלום", 4)]
    [InlineData("김민준", 3)]
    public void Simple_scripts_have_a_glyph_a_letter(string word, int glyphs)
    {
        var line = text.Shape(word);
        Assert.Equal(glyphs, line.Glyphs.Count);
        Assert.All(line.Glyphs, glyph => Assert.NotEqual(0u, glyph.Glyph));
    }

    [Fact]
    public void Chinese_letters_are_as_wide_as_the_em()
    {
        Assert.Equal(3 * 32, text.Shape("王小明", size: 32).PixelWidth);
    }

    [Fact]
    public void Width_grows_with_the_size()
    {
        var small = text.Shape("Conference", 16).Width;
        Assert.InRange(text.Shape("Conference", 64).Width, small * 4 - 32, small * 4 + 32);
    }

    [Fact]
    public void Letters_that_belong_together_are_moved_together()
    {
        Assert.True(text.Shape("AVAVAV").Width < 3 * (text.Shape("A").Width + text.Shape("V").Width), "no kerning");
    }

    [Fact]
    public void Arabic_letters_join()
    {
        var alone = text.Shape("ه").Glyphs[0].Glyph;
        var joined = text.Shape("ههه").Glyphs.Select(glyph => glyph.Glyph).ToArray();
        Assert.Equal(3, joined.Length);
        Assert.DoesNotContain(alone, joined);
        Assert.Equal(3, joined.Distinct().Count());
    }

    [Fact]
    public void Joined_arabic_has_no_gap()
    {
        var image = text.Draw("سسس", size: 64);
        var inked = Enumerable.Range(0, image.Width).Where(x => TextFixture.Ink(image, x, x + 1) > 0).ToArray();
        Assert.Equal(inked[^1] - inked[0] + 1, inked.Length);
    }

    [Fact]
    public void Right_to_left_text_begins_on_the_right()
    {
        // Shin is the first letter of the word and stands last on the line, that is, furthest to the right.
        var shin = text.Shape("ש").Glyphs[0].Glyph;
        var line = text.Shape("שלום");
        Assert.Equal(shin, line.Glyphs.MaxBy(glyph => glyph.X).Glyph);
    }

    [Fact]
    public void Numbers_in_right_to_left_text_keep_their_order()
    {
        var one = text.Shape("1").Glyphs[0].Glyph;
        var three = text.Shape("3").Glyphs[0].Glyph;
        var line = text.Shape("אבג 123");
        var digits = line.Glyphs.OrderBy(glyph => glyph.X).Select(glyph => glyph.Glyph).Take(3).ToArray();
        Assert.Equal(one, digits[0]);
        Assert.Equal(three, digits[2]);
    }

    [Fact]
    public void The_first_strong_letter_sets_the_direction_of_the_line()
    {
        var alef = text.Shape("א").Glyphs[0].Glyph;
        var latinFirst = text.Shape("John א").Glyphs;
        var hebrewFirst = text.Shape("א John").Glyphs;
        Assert.Equal(alef, latinFirst.MaxBy(glyph => glyph.X).Glyph);
        Assert.Equal(alef, hebrewFirst.MaxBy(glyph => glyph.X).Glyph);
        // "(" is drawn as its mirror image where the text runs the other way.
        Assert.NotEqual(text.Shape("(").Glyphs[0].Glyph, text.Shape("(א").Glyphs.MaxBy(glyph => glyph.X).Glyph);
    }

    [Fact]
    public void Devanagari_forms_conjuncts()
    {
        // Ka, virama, ssa are three code points and one letter.
        Assert.Single(text.Shape("क्ष").Glyphs);
    }

    [Fact]
    public void Marks_stand_over_their_base()
    {
        Assert.Equal(text.Shape("e").Width, text.Shape("e\u0301").Width);
        Assert.Equal(text.Shape("ก").Width, text.Shape("ก้").Width);
    }

    [Fact]
    public void A_line_takes_each_letter_from_a_font_that_has_it()
    {
        var line = text.Shape("Ab 王 ש 😀 ไทย");
        Assert.All(line.Glyphs, glyph => Assert.NotEqual(0u, glyph.Glyph));
        Assert.True(line.Glyphs.Select(glyph => glyph.Face.Id).Distinct().Count() >= 4);
    }

    [Fact]
    public void Emoji_sequences_show_their_pictures_and_nothing_else()
    {
        Assert.Equal(text.Shape("👍").Width, text.Shape("👍🏽").Width);
        Assert.Equal(text.Shape("❤").Glyphs[^1].Glyph, text.Shape("❤\uFE0F").Glyphs[0].Glyph);
        var family = text.Shape("👨\u200D👩\u200D👧");
        Assert.Equal(3, family.Glyphs.Count(glyph => glyph.Glyph != 0));
    }

    [Fact]
    public void Bold_is_another_font()
    {
        Assert.True(TextFixture.Ink(text.Draw("Conference", weight: FontWeight.Bold)) > TextFixture.Ink(text.Draw("Conference")));
    }

    [Fact]
    public void Figures_are_all_of_one_width()
    {
        var ascii = text.Renderer.Ascii(18, FontWeight.Regular);
        Assert.NotNull(ascii);
        Assert.Single("0123456789".Select(ascii.Advance).Distinct());
        Assert.InRange(ascii.Advance(' '), 2, 9);
        Assert.Equal(ascii.Advance('?'), ascii.Advance('é'));
    }
}
