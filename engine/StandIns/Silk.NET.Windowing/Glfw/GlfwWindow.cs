using Silk.NET.Core.Contexts;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

/// <summary>
/// A GLFW window. The options are what the native window gets when it opens, and what is told while there is none.
/// All calls but <see cref="Invoke"/> and <see cref="ContinueEvents"/> belong to the thread that opened it.
/// </summary>
internal sealed partial class GlfwWindow : IWindow
{
    private readonly GlfwWindow? _parent;
    private readonly GlfwMonitor? _initialMonitor;
    private WindowOptions _options;
    private GlfwContext? _context;
    private int _thread;

    public GlfwWindow(WindowOptions options, GlfwWindow? parent, GlfwMonitor? monitor) =>
        (_options, _parent, _initialMonitor) = (options, parent, monitor);

    public event Action? Load;

    public nint Handle { get; private set; }

    public bool IsInitialized => Handle != 0;

    public IGLContext? GLContext => _context;

    public IVkSurface? VkSurface => null;

    public INativeWindow? Native { get; private set; }

    public IWindowHost? Parent => (IWindowHost?)_parent ?? Monitor;

    public IGLContext? SharedContext => _options.SharedContext;

    public string? WindowClass => _options.WindowClass;

    public bool TransparentFramebuffer => _options.TransparentFramebuffer;

    public GraphicsAPI API => _options.API;

    public int? PreferredDepthBufferBits => _options.PreferredDepthBufferBits;

    public int? PreferredStencilBufferBits => _options.PreferredStencilBufferBits;

    public Vector4D<int>? PreferredBitDepth => _options.PreferredBitDepth;

    public int? Samples => _options.Samples;

    public IWindow CreateWindow(WindowOptions opts) => new GlfwWindow(opts, this, null);

    public void Initialize()
    {
        if (IsInitialized) return;

        Handle = GlfwCreation.Create(_options, _initialMonitor);
        _thread = Environment.CurrentManagedThreadId;
        if (_options.API.API != ContextAPI.None) _context = new GlfwContext(this);
        Native = new GlfwNativeWindow(Handle);
        Place();
        RegisterCallbacks();
        _opened = _lastRender = _lastUpdate = Glfw3.GetTime();
        _swapIntervalChanged = true;
        _context?.MakeCurrent();
        Load?.Invoke();
    }

    public void Reset()
    {
        if (_inRenderLoop) throw new InvalidOperationException("A window cannot be reset from inside its render loop; call Close.");
        if (!IsInitialized) return;

        Remember();
        CancelInvocations();
        Glfw3.DestroyWindow(Handle);
        Handle = 0;
        Native = null;
        _context = null;
        ForgetCallbacks();
    }

    public void Dispose()
    {
        // Dispose inside the loop ends the loop; what the native window holds goes with Run's own Reset.
        if (_inRenderLoop) Close();
        else Reset();
    }

    private void Place()
    {
        if (_initialMonitor is null && _options.Position != new Vector2D<int>(-1, -1))
            Glfw3.SetWindowPos(Handle, _options.Position.X, _options.Position.Y);
        _windowedPosition = _options.Position;
        _windowedSize = _options.Size;
        if (!_options.IsVisible) return;
        Glfw3.ShowWindow(Handle);
        if (_options.WindowState != WindowState.Normal) ApplyState(_options.WindowState);
    }

    /// <summary>Keeps what the person at the screen has changed, so that the window opens the same way again.</summary>
    private void Remember()
    {
        _options.IsVisible = IsVisible;
        if (WindowState != WindowState.Normal) return;
        _options.Position = Position;
        _options.Size = Size;
    }
}
