using System.Runtime.InteropServices;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

internal sealed partial class GlfwWindow
{
    /// <summary>GLFW keeps only addresses, so the delegates are kept alive here as long as the native window lives.</summary>
    private Delegate[] _callbacks = [];

    public event Action<Vector2D<int>>? Resize;

    public event Action<Vector2D<int>>? FramebufferResize;

    public event Action? Closing;

    public event Action<bool>? FocusChanged;

    public event Action<Vector2D<int>>? Move;

    public event Action<WindowState>? StateChanged;

    public event Action<string[]>? FileDrop;

    private unsafe void RegisterCallbacks()
    {
        GlfwPairCallback moved = (_, x, y) => Move?.Invoke(new Vector2D<int>(x, y));
        GlfwPairCallback resized = (_, width, height) => Resize?.Invoke(new Vector2D<int>(width, height));
        GlfwPairCallback framebufferResized = (_, width, height) => FramebufferResize?.Invoke(new Vector2D<int>(width, height));
        GlfwPlainCallback closing = _ => Closing?.Invoke();
        GlfwFlagCallback focused = (_, flag) => FocusChanged?.Invoke(flag != GlfwValue.False);
        GlfwFlagCallback stateChanged = (_, _) => StateChanged?.Invoke(WindowState);
        GlfwDropCallback dropped = (_, count, paths) => FileDrop?.Invoke(Paths(count, paths));
        _callbacks = [moved, resized, framebufferResized, closing, focused, stateChanged, dropped];

        Glfw3.SetWindowPosCallback(Handle, Marshal.GetFunctionPointerForDelegate(moved));
        Glfw3.SetWindowSizeCallback(Handle, Marshal.GetFunctionPointerForDelegate(resized));
        Glfw3.SetFramebufferSizeCallback(Handle, Marshal.GetFunctionPointerForDelegate(framebufferResized));
        Glfw3.SetWindowCloseCallback(Handle, Marshal.GetFunctionPointerForDelegate(closing));
        Glfw3.SetWindowFocusCallback(Handle, Marshal.GetFunctionPointerForDelegate(focused));
        Glfw3.SetWindowIconifyCallback(Handle, Marshal.GetFunctionPointerForDelegate(stateChanged));
        Glfw3.SetWindowMaximizeCallback(Handle, Marshal.GetFunctionPointerForDelegate(stateChanged));
        Glfw3.SetDropCallback(Handle, Marshal.GetFunctionPointerForDelegate(dropped));
    }

    private void ForgetCallbacks() => _callbacks = [];

    private static unsafe string[] Paths(int count, nint* paths)
    {
        var found = new string[count];
        for (var i = 0; i < count; i++) found[i] = Marshal.PtrToStringUTF8(paths[i]) ?? "";
        return found;
    }
}
