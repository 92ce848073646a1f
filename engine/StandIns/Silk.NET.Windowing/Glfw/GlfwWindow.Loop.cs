namespace Silk.NET.Windowing.Glfw;

internal sealed partial class GlfwWindow
{
    private double _opened;
    private double _lastRender;
    private double _lastUpdate;
    private bool _swapIntervalChanged;
    private bool _inRenderLoop;

    public event Action<double>? Update;

    public event Action<double>? Render;

    public double Time => IsInitialized ? Glfw3.GetTime() - _opened : 0;

    public bool ShouldSwapAutomatically
    {
        get => _options.ShouldSwapAutomatically;
        set => _options.ShouldSwapAutomatically = value;
    }

    public bool IsEventDriven
    {
        get => _options.IsEventDriven;
        set => _options.IsEventDriven = value;
    }

    public bool IsContextControlDisabled
    {
        get => _options.IsContextControlDisabled;
        set => _options.IsContextControlDisabled = value;
    }

    public double FramesPerSecond
    {
        get => _options.FramesPerSecond;
        set => _options.FramesPerSecond = Math.Max(0, value);
    }

    public double UpdatesPerSecond
    {
        get => _options.UpdatesPerSecond;
        set => _options.UpdatesPerSecond = Math.Max(0, value);
    }

    public bool VSync
    {
        get => _options.VSync;
        set
        {
            _swapIntervalChanged |= _options.VSync != value;
            _options.VSync = value;
        }
    }

    public void Run(Action onFrame)
    {
        _inRenderLoop = true;
        try
        {
            while (!IsClosing) onFrame();
        }
        finally
        {
            _inRenderLoop = false;
        }
    }

    public void DoEvents()
    {
        if (IsEventDriven && !IsClosing) Glfw3.WaitEvents();
        else Glfw3.PollEvents();
    }

    public void ContinueEvents() => Glfw3.PostEmptyEvent();

    public void DoUpdate()
    {
        var now = Glfw3.GetTime();
        var delta = now - _lastUpdate;
        if (delta < Period(UpdatesPerSecond)) return;
        _lastUpdate = now;
        Update?.Invoke(delta);
    }

    public void DoRender()
    {
        RunInvocations();
        var now = Glfw3.GetTime();
        var delta = now - _lastRender;
        if (!VSync && delta < Period(FramesPerSecond)) return;

        if (!IsContextControlDisabled) TakeContext();
        _lastRender = now;
        Render?.Invoke(delta);
        if (ShouldSwapAutomatically && IsInitialized) GLContext?.SwapBuffers();
    }

    private static double Period(double rate) => rate <= double.Epsilon ? 0 : 1 / rate;

    private void TakeContext()
    {
        if (_context is null) return;
        if (!_context.IsCurrent) _context.MakeCurrent();
        if (!_swapIntervalChanged) return;
        _context.SwapInterval(VSync ? 1 : 0);
        _swapIntervalChanged = false;
    }
}
