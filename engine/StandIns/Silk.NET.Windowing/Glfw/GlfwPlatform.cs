namespace Silk.NET.Windowing.Glfw;

internal sealed class GlfwPlatform : IWindowPlatform
{
    public bool IsViewOnly => false;

    public bool IsApplicable => WhyNot() is null;

    /// <summary>The platform, with GLFW started.</summary>
    /// <exception cref="PlatformNotSupportedException">GLFW cannot start; the message says why and the remedy.</exception>
    public static GlfwPlatform Started() =>
        WhyNot() is { } reason ? throw new PlatformNotSupportedException(reason) : new GlfwPlatform();

    public IWindow CreateWindow(WindowOptions opts) => new GlfwWindow(opts, null, null);

    public IView GetView(ViewOptions? opts = null) => CreateWindow(new WindowOptions(opts ?? ViewOptions.Default));

    public void ClearContexts() => Glfw3.MakeContextCurrent(0);

    public unsafe IEnumerable<IMonitor> GetMonitors()
    {
        var handles = Glfw3.GetMonitors(out var count);
        var monitors = new IMonitor[count];
        for (var i = 0; i < count; i++) monitors[i] = new GlfwMonitor(handles[i], i);
        return monitors;
    }

    public IMonitor GetMainMonitor() =>
        GlfwMonitor.Find(Glfw3.GetPrimaryMonitor()) ?? throw new InvalidOperationException("No monitor is connected to this display.");

    public bool IsSourceOfView(IView view) => view is GlfwWindow;

    /// <summary>Starts GLFW unless it runs already. Null, or why it does not start.</summary>
    private static string? WhyNot()
    {
        try
        {
            if (Glfw3.Init() != GlfwValue.False) return null;
        }
        catch (DllNotFoundException)
        {
            return $"{Glfw3.Library} is not installed; install the package libglfw3 or run headless.";
        }

        return $"No display to open a window on ({Glfw3.TakeError() ?? "GLFW does not start"}); "
            + "set DISPLAY, start one with `Xvfb :99 &`, or run headless.";
    }
}
