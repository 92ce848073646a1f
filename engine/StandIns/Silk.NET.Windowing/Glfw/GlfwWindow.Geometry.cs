using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

internal sealed partial class GlfwWindow
{
    public Vector2D<int> Position
    {
        get
        {
            if (!IsInitialized) return _options.Position;
            Glfw3.GetWindowPos(Handle, out var x, out var y);
            return new Vector2D<int>(x, y);
        }
        set
        {
            _options.Position = value;
            if (IsInitialized) Glfw3.SetWindowPos(Handle, value.X, value.Y);
        }
    }

    public Vector2D<int> Size
    {
        get
        {
            if (!IsInitialized) return _options.Size;
            Glfw3.GetWindowSize(Handle, out var width, out var height);
            return new Vector2D<int>(width, height);
        }
        set
        {
            _options.Size = value;
            if (IsInitialized) Glfw3.SetWindowSize(Handle, value.X, value.Y);
        }
    }

    public Vector2D<int> FramebufferSize
    {
        get
        {
            if (!IsInitialized) return default;
            Glfw3.GetFramebufferSize(Handle, out var width, out var height);
            return new Vector2D<int>(width, height);
        }
    }

    public Rectangle<int> BorderSize
    {
        get
        {
            if (!IsInitialized) return default;
            Glfw3.GetWindowFrameSize(Handle, out var left, out var top, out var right, out var bottom);
            return new Rectangle<int>(left, top, right - left, bottom - top);
        }
    }

    public VideoMode VideoMode => IsInitialized ? Monitor?.VideoMode ?? _options.VideoMode : _options.VideoMode;

    public IMonitor? Monitor
    {
        get
        {
            if (!IsInitialized) return _initialMonitor;
            var handle = Glfw3.GetWindowMonitor(Handle);
            return handle != 0 ? GlfwMonitor.Find(handle) : MonitorUnderCentre();
        }
        set
        {
            var monitor = value as GlfwMonitor ?? throw new ArgumentException("The monitor must come from the window's platform.");
            if (!IsInitialized) throw new InvalidOperationException("The window is not open; choose its monitor in Load or later.");
            if (WindowState == WindowState.Fullscreen) EnterFullscreen(monitor, WindowState.Fullscreen);
            else Position = monitor.Bounds.Origin;
        }
    }

    public Vector2D<int> PointToClient(Vector2D<int> point) => point - Position;

    public Vector2D<int> PointToScreen(Vector2D<int> point) => point + Position;

    public Vector2D<int> PointToFramebuffer(Vector2D<int> point)
    {
        var (size, framebuffer) = (Size, FramebufferSize);
        return size.X == 0 || size.Y == 0 ? point : point * framebuffer / size;
    }

    private GlfwMonitor? MonitorUnderCentre()
    {
        var centre = Position + (Size / 2);
        foreach (var monitor in GlfwPlatform.Started().GetMonitors())
        {
            if (monitor.Bounds.Contains(centre)) return (GlfwMonitor)monitor;
        }

        return GlfwMonitor.Find(Glfw3.GetPrimaryMonitor());
    }
}
