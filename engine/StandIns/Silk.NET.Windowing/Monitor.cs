using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Windowing;

public static class Monitor
{
    public static IEnumerable<IMonitor> GetMonitors(IView? view) => GlfwPlatform.Started().GetMonitors();

    public static IMonitor GetMainMonitor(IView? view) => GlfwPlatform.Started().GetMainMonitor();
}
