using Silk.NET.GLFW;

namespace Silk.NET.Windowing.Glfw;

public static class GlfwWindowing
{
    /// <summary>Nothing to do: GLFW is the only platform here and always registered.</summary>
    public static void RegisterPlatform()
    {
    }

    /// <summary>Nothing to do: GLFW is the only platform here.</summary>
    public static void Use()
    {
    }

    public static bool IsViewGlfw(IView view) => view is GlfwWindow;

    public static unsafe WindowHandle* GetHandle(IView view) => view is GlfwWindow window ? (WindowHandle*)window.Handle : null;
}
