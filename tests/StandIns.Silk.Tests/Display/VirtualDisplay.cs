using ConfEngine.TestKit.Displays;
using ConfEngine.TestKit.Processes;
using Silk.NET.Windowing;
using Silk.NET.Windowing.Glfw;

namespace ConfEngine.StandIns.Silk.Tests.Display;

/// <summary>An X server of the tests' own on a free display number. Before it starts, it sees what a missing display gives.</summary>
public sealed class VirtualDisplay : IDisposable
{
    /// <summary>Far beyond any test's need: it only turns a hang into a failure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly VirtualScreen _screen;

    public VirtualDisplay()
    {
        OwnEnvironment.Set("DISPLAY", null);
        OwnEnvironment.Set("WAYLAND_DISPLAY", null);
        WithoutDisplay = Record.Exception(() => Window.Create(WindowOptions.Default));

        _screen = new VirtualScreen(1280, 1024);
        _screen.Enter();
    }

    public string Name => _screen.Display;

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
    public void Xdotool(params string[] arguments) => _screen.Xdotool(arguments);

    public void Dispose()
    {
        Glfw3.Terminate();
        _screen.Dispose();
    }
}
