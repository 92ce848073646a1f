using ConfEngine.Graphics.Wall;

namespace ConfEngine.Graphics.Tests.Wall;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Ada Lovelace", "AL")]
    [InlineData("ada", "A")]
    [InlineData("  Jean-Luc   van der Berg ", "JB")]
    [InlineData("Zoë (guest)", "Z")]
    [InlineData("Élodie Åkesson", "ÉÅ")]
    [InlineData("Анна Каренина", "АК")]
    [InlineData("王小明", "王")]
    [InlineData("王 小明", "王")]
    [InlineData("محمد علي", "م")]
    [InlineData("3rd floor", "3")]
    [InlineData("🎥 Camera", "🎥")]
    [InlineData("", "")]
    [InlineData(" \t ", "")]
    [InlineData("--- !!", "")]
    public void Stand_for_the_name(string name, string expected) => Assert.Equal(expected, Initials.Of(name));

    [Fact]
    public void Of_half_a_character_there_are_none() => Assert.Equal("", Initials.Of(((char)0xD800).ToString()));

    [Fact]
    public void Of_a_very_long_name_are_found_in_its_beginning() => Assert.Equal("A", Initials.Of("Ada " + new string(' ', 1_000_000) + "Z"));
}
