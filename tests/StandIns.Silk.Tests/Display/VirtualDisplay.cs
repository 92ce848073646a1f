using System.ComponentModel;
using System.Diagnostics;
using Silk.NET.Windowing;
using Silk.NET.Windowing.Glfw;

namespace ConfEngine.StandIns.Silk.Tests.Display;

/// <summary>An X server of the tests' own on a free display number. Before it starts, it sees what a missing display gives.</summary>
public sealed class VirtualDisplay : IDisposable
{
    /// <summary>Far beyond any test's need: it only turns a hang into a failure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _server;

    public VirtualDisplay()
    {
        LibC.UnsetEnvironment("DISPLAY");
        LibC.UnsetEnvironment("WAYLAND_DISPLAY");
        WithoutDisplay = Record.Exception(() => Window.Create(WindowOptions.Default));

        _server = Start("Xvfb", "xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        var number = _server.StandardOutput.ReadLine();
        if (string.IsNullOrEmpty(number))
            throw new InvalidOperationException($"Xvfb gave no display number: {_server.StandardError.ReadToEnd()}");
        Name = ":" + number;
        LibC.SetEnvironment("DISPLAY", Name, 1);
    }

    public string Name { get; }

    public Exception? WithoutDisplay { get; }

    /// <summary>Takes the window's events as they come until the condition holds.</summary>
    public static void Until(IWindow window, string what, Func<bool> holds)
    {
        var late = false;
        using var alarm = new Timer(
            _ =>
            {
                Volatile.Write(ref late, true);
                window.ContinueEvents();
            },
            null,
            Patience,
            Timeout.InfiniteTimeSpan);
        window.IsEventDriven = true;
        while (!holds())
        {
            Assert.False(Volatile.Read(ref late), $"Waited {Patience.TotalSeconds} s in vain: {what}");
            window.DoEvents();
        }
    }

    /// <summary>Acts as the person at the keyboard and mouse, through the server's test extension.</summary>
    public void Xdotool(params string[] arguments)
    {
        using var tool = Start("xdotool", "xdotool", arguments);
        var error = tool.StandardError.ReadToEnd();
        tool.WaitForExit();
        Assert.True(tool.ExitCode == 0, $"xdotool {string.Join(' ', arguments)}: {error}");
    }

    public void Dispose()
    {
        Glfw3.Terminate();
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    private Process Start(string program, string package, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Name is not null) start.Environment["DISPLAY"] = Name;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} cannot be started ({e.Message}); install it: apt-get install {package}", e);
        }
    }
}
