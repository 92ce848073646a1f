using Silk.NET.Input;

namespace ConfEngine.Graphics.Windows;

/// <summary>Which key means what.</summary>
internal static class KeyBindings
{
    /// <summary>What a key asks of the program; null for keys that ask nothing.</summary>
    public static WallKey? Find(Key key, bool control) => key switch
    {
        Key.C when control => WallKey.Quit,
        _ when control => null,
        Key.Q => WallKey.Quit,
        Key.O => WallKey.Overlay,
        Key.L => WallKey.Layout,
        Key.S => WallKey.Screenshot,
        Key.Right or Key.PageDown or Key.Space => WallKey.NextPage,
        Key.Left or Key.PageUp => WallKey.PreviousPage,
        _ => null,
    };
}
