using ConfEngine.Graphics.Layouts;

namespace ConfEngine.Graphics.Tests.Layouts;

public sealed class LayoutKindsTests
{
    [Theory]
    [InlineData("gallery", LayoutKind.Gallery)]
    [InlineData("Speaker", LayoutKind.Speaker)]
    [InlineData("CONTENT", LayoutKind.Content)]
    [InlineData("grid", LayoutKind.Grid)]
    public void Names_are_read(string name, LayoutKind expected)
    {
        Assert.True(LayoutKinds.TryParse(name, out var kind));
        Assert.Equal(expected, kind);
        Assert.Contains(kind.Name(), LayoutKinds.Names.Split(", "));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("galery")]
    [InlineData(" grid")]
    public void Anything_else_is_refused(string? name) => Assert.False(LayoutKinds.TryParse(name, out _));
}
