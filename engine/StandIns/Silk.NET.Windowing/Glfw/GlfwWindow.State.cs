using Silk.NET.Core;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

internal sealed partial class GlfwWindow
{
    private Vector2D<int> _windowedPosition;
    private Vector2D<int> _windowedSize;

    public bool IsVisible
    {
        get => IsInitialized ? Attribute(GlfwHint.Visible) : _options.IsVisible;
        set
        {
            _options.IsVisible = value;
            if (!IsInitialized) return;
            if (value) Glfw3.ShowWindow(Handle);
            else Glfw3.HideWindow(Handle);
        }
    }

    public string Title
    {
        get => _options.Title;
        set
        {
            _options.Title = value;
            if (IsInitialized) Glfw3.SetWindowTitle(Handle, value);
        }
    }

    public bool TopMost
    {
        get => IsInitialized ? Attribute(GlfwHint.Floating) : _options.TopMost;
        set
        {
            _options.TopMost = value;
            if (IsInitialized) Attribute(GlfwHint.Floating, value);
        }
    }

    public WindowBorder WindowBorder
    {
        get => _options.WindowBorder;
        set
        {
            _options.WindowBorder = value;
            if (!IsInitialized) return;
            Attribute(GlfwHint.Decorated, value != WindowBorder.Hidden);
            Attribute(GlfwHint.Resizable, value == WindowBorder.Resizable);
        }
    }

    public WindowState WindowState
    {
        get => IsInitialized ? CurrentState() : _options.WindowState;
        set
        {
            _options.WindowState = value;
            if (IsInitialized) ApplyState(value);
        }
    }

    public bool IsClosing
    {
        get => IsInitialized && Glfw3.WindowShouldClose(Handle) != GlfwValue.False;
        set
        {
            if (IsInitialized) Glfw3.SetWindowShouldClose(Handle, value ? GlfwValue.True : GlfwValue.False);
        }
    }

    public void Close()
    {
        Closing?.Invoke();
        IsClosing = true;
    }

    public void Focus()
    {
        if (IsInitialized) Glfw3.FocusWindow(Handle);
    }

    /// <summary>Sets the icon in as many sizes as given; none gives the window system's own.</summary>
    public unsafe void SetWindowIcon(ReadOnlySpan<RawImage> icons)
    {
        if (!IsInitialized) throw new InvalidOperationException("The window is not open; set its icon in Load or later.");

        var images = new GlfwImage[icons.Length];
        var pins = new System.Buffers.MemoryHandle[icons.Length];
        for (var i = 0; i < icons.Length; i++)
        {
            var icon = icons[i];
            if (icon.Pixels.Length < icon.Width * icon.Height * 4)
                throw new ArgumentException($"Icon {i} has {icon.Pixels.Length} bytes; {icon.Width}x{icon.Height} needs 4 for each pixel.");
            pins[i] = icon.Pixels.Pin();
            images[i] = new GlfwImage { Width = icon.Width, Height = icon.Height, Pixels = (byte*)pins[i].Pointer };
        }

        fixed (GlfwImage* first = images) Glfw3.SetWindowIcon(Handle, images.Length, first);
        foreach (var pin in pins) pin.Dispose();
    }

    private WindowState CurrentState()
    {
        if (Attribute(GlfwHint.Iconified)) return WindowState.Minimized;
        if (Glfw3.GetWindowMonitor(Handle) != 0) return WindowState.Fullscreen;
        return Attribute(GlfwHint.Maximized) ? WindowState.Maximized : WindowState.Normal;
    }

    private void ApplyState(WindowState state)
    {
        var current = CurrentState();
        if (current == state) return;
        Glfw3.TakeError();
        if (current == WindowState.Fullscreen) LeaveFullscreen();
        switch (state)
        {
            case WindowState.Normal:
                Glfw3.RestoreWindow(Handle);
                break;
            case WindowState.Minimized:
                Glfw3.IconifyWindow(Handle);
                break;
            case WindowState.Maximized:
                Glfw3.MaximizeWindow(Handle);
                break;
            case WindowState.Fullscreen:
                EnterFullscreen((GlfwMonitor?)Monitor, current);
                break;
        }

        Glfw3.ThrowOnError($"bring the window to the state {state}");
    }

    private void EnterFullscreen(GlfwMonitor? monitor, WindowState from)
    {
        if (monitor is null) throw new InvalidOperationException("No monitor is connected to this display: a window cannot fill one.");
        if (from == WindowState.Normal) (_windowedPosition, _windowedSize) = (Position, Size);
        var current = monitor.VideoMode;
        var size = _options.VideoMode.Resolution ?? current.Resolution ?? Size;
        var rate = _options.VideoMode.RefreshRate ?? current.RefreshRate ?? GlfwValue.DontCare;
        Glfw3.SetWindowMonitor(Handle, monitor.Handle, 0, 0, size.X, size.Y, rate);

        // A new surface can come with the driver's own swap interval.
        _swapIntervalChanged = true;
    }

    private void LeaveFullscreen()
    {
        var (position, size) = (_windowedPosition, _windowedSize);
        Glfw3.SetWindowMonitor(Handle, 0, position.X, position.Y, size.X, size.Y, GlfwValue.DontCare);
        _swapIntervalChanged = true;
    }

    private bool Attribute(int name) => Glfw3.GetWindowAttrib(Handle, name) != GlfwValue.False;

    private void Attribute(int name, bool value) => Glfw3.SetWindowAttrib(Handle, name, value ? GlfwValue.True : GlfwValue.False);
}
