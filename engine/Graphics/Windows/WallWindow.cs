using System.Diagnostics.CodeAnalysis;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Compositor.Gpu;
using Silk.NET.Input;
using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;

namespace ConfEngine.Graphics.Windows;

/// <summary>The wall's window with its OpenGL 3.3 core context. Everything happens on the thread that opened it, which must be the program's first;
/// events are raised from within <see cref="PumpEvents"/>.</summary>
public sealed class WallWindow : IDisposable
{
    private readonly IWindow _window;
    private readonly IInputContext _input;
    private readonly CanvasPresenter _presenter;
    private bool _disposed;

    private WallWindow(IWindow window, bool vSync)
    {
        _window = window;
        _window.GLContext!.SwapInterval(vSync ? 1 : 0);
        Gl = GL.GetApi(window);
        Driver = GlDriver.Of(Gl);
        _presenter = new CanvasPresenter(Gl);
        ShowBlack();
        _input = window.CreateInput();
        foreach (var keyboard in _input.Keyboards) keyboard.KeyDown += OnKeyDown;
        _window.FramebufferResize += OnResize;
        _window.FocusChanged += _ => NeedsPresent = true;
        _window.Move += _ => NeedsPresent = true;
        _window.StateChanged += _ => NeedsPresent = true;
    }

    /// <summary>A key that asks something of the program.</summary>
    public event Action<WallKey>? KeyPressed;

    /// <summary>New width and height in pixels.</summary>
    public event Action<int, int>? Resized;

    /// <summary>The context's functions; what a GPU compositor draws with when there is a window.</summary>
    public GL Gl { get; }

    /// <summary>Who draws.</summary>
    public GlDriver Driver { get; }

    /// <summary>Pixels across that can be drawn on.</summary>
    public int Width => _window.FramebufferSize.X;

    /// <summary>Pixels down that can be drawn on.</summary>
    public int Height => _window.FramebufferSize.Y;

    /// <summary>True when the person closed the window.</summary>
    public bool IsClosing => _window.IsClosing;

    /// <summary>True when the window system may have lost what was shown, so the same canvas has to be presented again.</summary>
    public bool NeedsPresent { get; private set; } = true;

    /// <summary>Whether the window covers the screen.</summary>
    public bool IsFullscreen
    {
        get => _window.WindowState == WindowState.Fullscreen;
        set
        {
            if (value == IsFullscreen) return;
            _window.WindowState = value ? WindowState.Fullscreen : WindowState.Normal;
            NeedsPresent = true;
        }
    }

    /// <summary>Opens the window.</summary>
    /// <param name="options">Title, size and so on.</param>
    /// <param name="window">The window.</param>
    /// <param name="whyNot">One line: what is missing and the remedy. Having no display is a normal case.</param>
    public static bool TryOpen(WallWindowOptions options, [NotNullWhen(true)] out WallWindow? window, [NotNullWhen(false)] out string? whyNot)
    {
        window = null;
        whyNot = null;
        if (!HasDisplay())
        {
            whyNot = "no display: DISPLAY and WAYLAND_DISPLAY are not set; start it in a desktop session, or run headless.";
            return false;
        }

        IWindow? native = null;
        try
        {
            native = Window.Create(Describe(options));
            native.Initialize();
            window = new WallWindow(native, options.VSync);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The windowing library, its platform back ends and the driver each fail in their own types; all mean that there is no window.
            native?.Dispose();
            whyNot = $"no window: {e.Message.ReplaceLineEndings(" ").Trim()} (check the display server, libglfw3 and the OpenGL driver).";
            return false;
        }
    }

    /// <summary>Handles what the window system has to say, without waiting.</summary>
    public void PumpEvents() => _window.DoEvents();

    /// <summary>Shows what a compositor drew last: its own texture when it draws with this window's context, else its pixels.</summary>
    public void Present(ICompositor compositor)
    {
        if (compositor is not GpuCompositor gpu || !ReferenceEquals(gpu.Gl, Gl))
        {
            Present(compositor.Read(PixelLayout.Bgra32));
            return;
        }

        _presenter.Draw(gpu.Canvas, Width, Height);
        Swap();
    }

    /// <summary>Shows a <see cref="PixelLayout.Bgra32"/> canvas.</summary>
    public void Present(VideoFrame canvas)
    {
        _presenter.Draw(canvas, Width, Height);
        Swap();
    }

    /// <summary>Closes the window and deletes its context, and with it every texture made there.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _presenter.Dispose();
        _input.Dispose();
        _window.Dispose();
    }

    private static bool HasDisplay() =>
        !OperatingSystem.IsLinux()
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    private static WindowOptions Describe(WallWindowOptions options) => WindowOptions.Default with
    {
        Title = options.Title,
        Size = new Vector2D<int>(options.Width, options.Height),
        WindowState = options.Fullscreen ? WindowState.Fullscreen : WindowState.Normal,
        VSync = options.VSync,
        ShouldSwapAutomatically = false,
        PreferredDepthBufferBits = 0,
        PreferredStencilBufferBits = 0,
        API = new GraphicsAPI(ContextAPI.OpenGL, ContextProfile.Core, ContextFlags.ForwardCompatible, new APIVersion(3, 3)),
    };

    // Until the first canvas comes, and so that the presenter finds a drawable that was swapped before.
    private void ShowBlack()
    {
        _presenter.Clear();
        _window.GLContext!.SwapBuffers();
    }

    private void Swap()
    {
        _window.GLContext!.SwapBuffers();
        NeedsPresent = false;
    }

    private void OnResize(Vector2D<int> size)
    {
        NeedsPresent = true;
        Resized?.Invoke(size.X, size.Y);
    }

    private void OnKeyDown(IKeyboard keyboard, Key key, int scancode)
    {
        var control = keyboard.IsKeyPressed(Key.ControlLeft) || keyboard.IsKeyPressed(Key.ControlRight);
        if (key == Key.F11 || (key == Key.F && !control)) IsFullscreen = !IsFullscreen;
        else if (key == Key.Escape) IsFullscreen = false;
        else if (KeyBindings.Find(key, control) is { } asked) KeyPressed?.Invoke(asked);
    }
}
