using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.TestKit.Displays;

/// <summary>An X server without a screen (Xvfb) on a free display.</summary>
public sealed class VirtualScreen : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Child _server;
    private bool _isEntered;

    public VirtualScreen(int width, int height)
    {
        // The server writes the number of the display it has found to the file descriptor when it is ready.
        _server = Child.Start("Xvfb", ["-displayfd", "1", "-screen", "0", $"{width}x{height}x24", "-nolisten", "tcp", "-fbdir", _folder.FullName]);
        Display = $":{_server.ReadLine()}";
    }

    /// <summary>What the variable DISPLAY holds for programs on this screen.</summary>
    public string Display { get; }

    /// <summary>A file with what the screen shows now: an XWD dump (X11/XWDFile.h), changing under the reader.</summary>
    public string DumpPath => _folder["Xvfb_screen0"];

    /// <summary>Makes it the display of this very process, until it is disposed.</summary>
    public void Enter()
    {
        _isEntered = true;
        OwnEnvironment.Set("DISPLAY", Display);
    }

    /// <summary>Acts as the person at the keyboard and mouse, through the server's test extension.</summary>
    public void Xdotool(params string[] arguments) => Run("xdotool", arguments);

    /// <summary>Runs a program on this screen to its end.</summary>
    public void Run(string program, params string[] arguments) =>
        Child.Run(program, arguments, start => start.Environment["DISPLAY"] = Display).Expect(0);

    public void Dispose()
    {
        if (_isEntered) OwnEnvironment.Set("DISPLAY", null);
        _server.Dispose();
        _folder.Dispose();
    }
}
