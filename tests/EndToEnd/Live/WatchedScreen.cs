using System.Diagnostics;
using ConfEngine.EndToEnd.Media;
using ConfEngine.TestKit.Displays;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Live;

/// <summary>A screen to work a program on and to look at.</summary>
internal sealed class WatchedScreen : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly TempFolder _folder = new();
    private readonly VirtualScreen _screen;

    public WatchedScreen(int width, int height) => _screen = new VirtualScreen(width, height);

    public string Display => _screen.Display;

    /// <summary>Puts the window of a program into the corner and gives it the keyboard, as there is no window manager to do it.</summary>
    public void PlaceWindow(string title) =>
        _screen.Xdotool("search", "--sync", "--onlyvisible", "--name", title, "windowmove", "0", "0", "windowfocus", "--sync");

    /// <summary>Presses and releases a key.</summary>
    public void Press(string key) => _screen.Xdotool("key", key);

    /// <summary>Looks at the screen again and again, until it shows what is expected.</summary>
    public Picture WaitForPicture(string what, Func<Picture, bool> isExpected)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            _screen.Run("import", "-window", "root", _folder["screen.png"]);
            var picture = Decoded.Still(_folder["screen.png"]);
            if (isExpected(picture)) return picture;
            if (Stopwatch.GetElapsedTime(began) > s_patience) Assert.Fail($"the screen does not show {what}");
        }
    }

    public void Dispose()
    {
        _screen.Dispose();
        _folder.Dispose();
    }
}
