using Silk.NET.Windowing;

namespace Silk.NET.Input.Glfw;

/// <summary>One keyboard and one mouse, as GLFW merges them. Both are always connected.</summary>
internal sealed class GlfwInputContext : IInputContext
{
    private readonly GlfwKeyboard _keyboard;
    private readonly GlfwMouse _mouse;
    private readonly IView _view;
    private bool _disposed;

    public GlfwInputContext(IView view, nint window)
    {
        _view = view;
        Handle = window;
        _keyboard = new GlfwKeyboard(window);
        _mouse = new GlfwMouse(window);
        Keyboards = [_keyboard];
        Mice = [_mouse];
        _view.Update += OnUpdate;
    }

    /// <summary>Never raised: GLFW tells of gamepads only, and this stand-in has none.</summary>
    public event Action<IInputDevice, bool>? ConnectionChanged
    {
        add { }
        remove { }
    }

    public nint Handle { get; }

    public IReadOnlyList<IGamepad> Gamepads => [];

    public IReadOnlyList<IJoystick> Joysticks => [];

    public IReadOnlyList<IKeyboard> Keyboards { get; }

    public IReadOnlyList<IMouse> Mice { get; }

    public IReadOnlyList<IInputDevice> OtherDevices => [];

    /// <summary>Hands the window's callbacks back, unless the window is gone already.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _view.Update -= OnUpdate;
        if (!_view.IsInitialized) return;
        _keyboard.Dispose();
        _mouse.Dispose();
    }

    private void OnUpdate(double seconds) => _mouse.Update();
}
