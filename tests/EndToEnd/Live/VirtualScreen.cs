using System.Diagnostics;
using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;

namespace ConfEngine.EndToEnd.Live;

/// <summary>An X server without a screen (Xvfb) on a free display.</summary>
internal sealed class VirtualScreen : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly TempFolder _folder = new();
    private readonly Child _server;

    public VirtualScreen(string size)
    {
        // The server writes the number of the display it has found to the file descriptor when it is ready.
        _server = Child.Start("Xvfb", ["-displayfd", "1", "-screen", "0", $"{size}x24", "-nolisten", "tcp"]);
        Display = $":{_server.ReadLine()}";
    }

    public string Display { get; }

    /// <summary>Puts the window of a program into the corner and gives it the keyboard, as there is no window manager to do it.</summary>
    public void PlaceWindow(string title) =>
        Tool("xdotool", "search", "--sync", "--onlyvisible", "--name", title, "windowmove", "0", "0", "windowfocus", "--sync");

    /// <summary>Presses and releases a key.</summary>
    public void Press(string key) => Tool("xdotool", "key", key);

    /// <summary>Looks at the screen again and again, until it shows what is expected.</summary>
    public Picture WaitForPicture(string what, Func<Picture, bool> isExpected)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            Tool("import", "-window", "root", _folder["screen.png"]);
            var picture = Ffmpeg.Still(_folder["screen.png"]);
            if (isExpected(picture)) return picture;
            if (Stopwatch.GetElapsedTime(began) > s_patience) Assert.Fail($"the screen does not show {what}");
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private void Tool(string program, params string[] arguments) =>
        Child.Run(program, arguments, start => start.Environment["DISPLAY"] = Display).Expect(0);
}
