using Silk.NET.Core.Contexts;

namespace ConfEngine.Graphics.Windows;

/// <summary>A desktop OpenGL 3.3 core context of EGL that draws only into framebuffer objects.</summary>
internal sealed unsafe class EglContext : IGLContext
{
    private readonly nint _display;
    private nint _context;

    private EglContext(nint display, nint context)
    {
        _display = display;
        _context = context;
    }

    /// <inheritdoc/>
    public nint Handle => _context;

    /// <inheritdoc/>
    public IGLContextSource? Source => null;

    /// <inheritdoc/>
    public bool IsCurrent => Egl.GetCurrentContext() == _context;

    /// <summary>Makes a context on a display and makes it current.</summary>
    /// <param name="display">An EGL display, initialised or not.</param>
    /// <returns>Null when the display has no OpenGL 3.3 core.</returns>
    public static EglContext? Create(nint display)
    {
        if (display == 0 || Egl.Initialize(display, null, null) == 0) return null;
        var context = Egl.BindApi(Egl.OpenGlApi) == 0 ? 0 : CreateCore(display);
        if (context != 0 && Egl.MakeCurrent(display, 0, 0, context) != 0) return new EglContext(display, context);
        if (context != 0) Egl.DestroyContext(display, context);
        return null;
    }

    /// <inheritdoc/>
    public nint GetProcAddress(string proc, int? slot = default) => Egl.GetProcAddress(proc);

    /// <inheritdoc/>
    public bool TryGetProcAddress(string proc, out nint addr, int? slot = default) => (addr = Egl.GetProcAddress(proc)) != 0;

    /// <summary>Nothing is shown, so nothing is waited for.</summary>
    public void SwapInterval(int interval)
    {
    }

    /// <summary>Nothing is shown.</summary>
    public void SwapBuffers()
    {
    }

    /// <inheritdoc/>
    public void MakeCurrent()
    {
        BindApi();
        if (Egl.MakeCurrent(_display, 0, 0, _context) == 0) throw new InvalidOperationException($"EGL refuses its context (error 0x{Egl.GetError():X}).");
    }

    /// <inheritdoc/>
    public void Clear()
    {
        BindApi();
        Egl.MakeCurrent(_display, 0, 0, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context == 0) return;
        if (IsCurrent) Clear();
        Egl.DestroyContext(_display, _context);
        _context = 0;

        // The display stays: EGL hands the same one to everybody who asks for the platform, and terminating it would end their contexts too.
    }

    // Which API eglMakeCurrent means is a state of the thread, OpenGL ES at first.
    private static void BindApi() => Egl.BindApi(Egl.OpenGlApi);

    private static nint CreateCore(nint display)
    {
        var wanted = stackalloc int[] { Egl.RenderableType, Egl.OpenGlBit, Egl.SurfaceType, 0, Egl.None };
        nint config = 0;
        var count = 0;
        if (Egl.ChooseConfig(display, wanted, &config, 1, &count) == 0 || count == 0) return 0;
        var version = stackalloc int[]
        {
            Egl.ContextMajorVersion, 3, Egl.ContextMinorVersion, 3, Egl.ContextProfileMask, Egl.ContextCoreProfile, Egl.None,
        };
        return Egl.CreateContext(display, config, 0, version);
    }
}
