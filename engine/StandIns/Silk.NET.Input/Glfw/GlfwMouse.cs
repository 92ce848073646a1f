using System.Numerics;
using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Input.Glfw;

internal sealed unsafe class GlfwMouse : IMouse, IDisposable
{
    private const int Press = 1;

    private readonly nint _window;
    private readonly GlfwCursor _cursor;
    private readonly ClickDetector _clicks;
    private readonly CallbackLink _buttons;
    private readonly CallbackLink _moves;
    private readonly CallbackLink _wheels;
    private readonly ScrollWheel[] _scroll = new ScrollWheel[1];

    public GlfwMouse(nint window)
    {
        _window = window;
        _cursor = new GlfwCursor(window);
        _clicks = new ClickDetector(
            button => Click?.Invoke(this, button, Position),
            button => DoubleClick?.Invoke(this, button, Position));
        _buttons = new CallbackLink(window, Glfw3.SetMouseButtonCallback, new GlfwButtonCallback(OnButton));
        _moves = new CallbackLink(window, Glfw3.SetCursorPosCallback, new GlfwPointCallback(OnMove));
        _wheels = new CallbackLink(window, Glfw3.SetScrollCallback, new GlfwPointCallback(OnScroll));
    }

    public event Action<IMouse, MouseButton>? MouseDown;

    public event Action<IMouse, MouseButton>? MouseUp;

    public event Action<IMouse, MouseButton, Vector2>? Click;

    public event Action<IMouse, MouseButton, Vector2>? DoubleClick;

    public event Action<IMouse, Vector2>? MouseMove;

    public event Action<IMouse, ScrollWheel>? Scroll;

    public string Name => "GLFW mouse";

    public int Index => 0;

    public bool IsConnected => true;

    /// <summary>GLFW knows eight buttons.</summary>
    public IReadOnlyList<MouseButton> SupportedButtons { get; } = [.. Enumerable.Range(0, 8).Select(button => (MouseButton)button)];

    public IReadOnlyList<ScrollWheel> ScrollWheels => _scroll;

    public ICursor Cursor => _cursor;

    public int DoubleClickTime
    {
        get => _clicks.TimeMilliseconds;
        set => _clicks.TimeMilliseconds = value;
    }

    public int DoubleClickRange
    {
        get => _clicks.RangePixels;
        set => _clicks.RangePixels = value;
    }

    public Vector2 Position
    {
        get
        {
            Glfw3.GetCursorPos(_window, out var x, out var y);
            return new Vector2((float)x, (float)y);
        }
        set => Glfw3.SetCursorPos(_window, value.X, value.Y);
    }

    public bool IsButtonPressed(MouseButton btn) =>
        btn is >= MouseButton.Left and <= MouseButton.Button8 && Glfw3.GetMouseButton(_window, (int)btn) == Press;

    /// <summary>Raises the click whose second half did not come.</summary>
    public void Update() => _clicks.Update(Glfw3.GetTime());

    public void Dispose()
    {
        _buttons.Dispose();
        _moves.Dispose();
        _wheels.Dispose();
        _cursor.Dispose();
    }

    private void OnButton(nint window, int button, int action, int modifiers)
    {
        var previous = (delegate* unmanaged<nint, int, int, int, void>)_buttons.Previous;
        if (previous is not null) previous(window, button, action, modifiers);

        var which = (MouseButton)button;
        if (action != Press)
        {
            MouseUp?.Invoke(this, which);
            return;
        }

        MouseDown?.Invoke(this, which);
        _clicks.Press(which, Position, Glfw3.GetTime());
    }

    private void OnMove(nint window, double x, double y)
    {
        CallPrevious(_moves.Previous, window, x, y);
        MouseMove?.Invoke(this, new Vector2((float)x, (float)y));
    }

    private void OnScroll(nint window, double x, double y)
    {
        CallPrevious(_wheels.Previous, window, x, y);
        _scroll[0] = new ScrollWheel((float)x, (float)y);
        Scroll?.Invoke(this, _scroll[0]);
    }

    private static void CallPrevious(nint previous, nint window, double x, double y)
    {
        if (previous != 0) ((delegate* unmanaged<nint, double, double, void>)previous)(window, x, y);
    }
}
