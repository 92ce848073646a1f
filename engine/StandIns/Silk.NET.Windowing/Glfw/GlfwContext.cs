using Silk.NET.Core.Contexts;
using Silk.NET.Core.Loader;

namespace Silk.NET.Windowing.Glfw;

/// <summary>The OpenGL context of a window. It lives and dies with the window.</summary>
internal sealed class GlfwContext(GlfwWindow window) : IGLContext
{
    public nint Handle => window.Handle;

    public IGLContextSource? Source => window;

    public bool IsCurrent => Handle != 0 && Glfw3.GetCurrentContext() == Handle;

    public void SwapInterval(int interval) => Glfw3.SwapInterval(interval);

    public void SwapBuffers() => Glfw3.SwapBuffers(Handle);

    public void MakeCurrent()
    {
        Glfw3.TakeError();
        Glfw3.MakeContextCurrent(Handle);
        Glfw3.ThrowOnError("make the window's OpenGL context current");
    }

    public void Clear()
    {
        if (IsCurrent) Glfw3.MakeContextCurrent(0);
    }

    public nint GetProcAddress(string proc, int? slot = default) =>
        TryGetProcAddress(proc, out var address, slot) ? address : throw new SymbolLoadingException(proc);

    public bool TryGetProcAddress(string proc, out nint addr, int? slot = default)
    {
        addr = Glfw3.GetProcAddress(proc);
        if (addr == 0) Glfw3.TakeError();
        return addr != 0;
    }

    /// <summary>Nothing of its own to release: the window owns the native context.</summary>
    public void Dispose()
    {
    }
}
