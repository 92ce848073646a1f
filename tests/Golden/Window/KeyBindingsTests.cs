using ConfEngine.Graphics.Windows;
using Silk.NET.Input;

namespace ConfEngine.Golden.Window;

public sealed class KeyBindingsTests
{
    [Theory]
    [InlineData(Key.Q, false, WallKey.Quit)]
    [InlineData(Key.C, true, WallKey.Quit)]
    [InlineData(Key.C, false, null)]
    [InlineData(Key.O, false, WallKey.Overlay)]
    [InlineData(Key.O, true, null)]
    [InlineData(Key.L, false, WallKey.Layout)]
    [InlineData(Key.PageDown, false, WallKey.NextPage)]
    [InlineData(Key.Space, false, WallKey.NextPage)]
    [InlineData(Key.Left, false, WallKey.PreviousPage)]
    [InlineData(Key.X, false, null)]
    public void A_key_asks_for_what_its_binding_says(Key key, bool control, WallKey? expected) =>
        Assert.Equal(expected, KeyBindings.Find(key, control));
}
