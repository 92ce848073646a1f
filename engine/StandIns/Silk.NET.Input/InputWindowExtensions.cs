using Silk.NET.Input.Glfw;
using Silk.NET.Windowing;

namespace Silk.NET.Input;

public static class InputWindowExtensions
{
    /// <summary>The keyboard and mouse of a view. Call it in Load or later: before, there is no native window to listen to.</summary>
    public static IInputContext CreateInput(this IView view)
    {
        if (!view.IsInitialized) throw new InvalidOperationException("The window is not open; create its input in Load or later.");
        if (view.Native?.Glfw is not { } handle) throw new NotSupportedException("Input comes from GLFW windows only.");
        return new GlfwInputContext(view, handle);
    }
}
