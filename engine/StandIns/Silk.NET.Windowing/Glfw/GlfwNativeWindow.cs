using System.Runtime.InteropServices;
using Silk.NET.Core.Contexts;

namespace Silk.NET.Windowing.Glfw;

/// <summary>The handles of a GLFW window on X11; a GLFW built for Wayland gives its own handle only.</summary>
internal sealed class GlfwNativeWindow : INativeWindow
{
    public GlfwNativeWindow(nint window)
    {
        Glfw = window;
        X11 = FindX11(window);
        Kind = NativeWindowFlags.Glfw | (X11 is null ? 0 : NativeWindowFlags.X11);
    }

    public NativeWindowFlags Kind { get; }

    public (nint Display, nuint Window)? X11 { get; }

    public nint? Cocoa => null;

    public (nint Display, nint Surface)? Wayland => null;

    public nint? WinRT => null;

    public (nint Window, uint Framebuffer, uint Colorbuffer, uint ResolveFramebuffer)? UIKit => null;

    public (nint Hwnd, nint HDC, nint HInstance)? Win32 => null;

    public (nint Display, nint Window)? Vivante => null;

    public (nint Window, nint Surface)? Android => null;

    public nint? Glfw { get; }

    public nint? Sdl => null;

    public nint? DXHandle => Glfw;

    public (nint? Display, nint? Surface)? EGL => null;

    private static unsafe (nint Display, nuint Window)? FindX11(nint window)
    {
        var library = NativeLibrary.Load(Glfw3.Library);
        if (!NativeLibrary.TryGetExport(library, "glfwGetX11Display", out var getDisplay)) return null;
        var getWindow = NativeLibrary.GetExport(library, "glfwGetX11Window");
        return (((delegate* unmanaged<nint>)getDisplay)(), ((delegate* unmanaged<nint, nuint>)getWindow)(window));
    }
}
