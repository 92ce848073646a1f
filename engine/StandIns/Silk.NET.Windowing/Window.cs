using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Windowing;

/// <summary>Makes windows. The stand-in has one platform, GLFW, so choosing among platforms changes nothing here.</summary>
public static class Window
{
    public static bool IsViewOnly => false;

    public static IReadOnlyCollection<IWindowPlatform> Platforms => [new GlfwPlatform()];

    public static string DefaultWindowClass => WindowOptions.Default.Title;

    public static IWindowPlatform? GetWindowPlatform(bool viewOnly)
    {
        var platform = new GlfwPlatform();
        return platform.IsApplicable ? platform : null;
    }

    /// <summary>Makes a window that opens in <see cref="IView.Initialize"/> or Run.</summary>
    /// <exception cref="PlatformNotSupportedException">No display, or no GLFW; the message says the remedy.</exception>
    public static IWindow Create(WindowOptions options) => GlfwPlatform.Started().CreateWindow(options);

    /// <inheritdoc cref="Create"/>
    public static IView GetView(ViewOptions? options = null) => GlfwPlatform.Started().GetView(options);

    public static void PrioritizeGlfw() => GlfwWindowing.Use();

    public static void ClearCurrentContexts(IView view) => new GlfwPlatform().ClearContexts();
}
