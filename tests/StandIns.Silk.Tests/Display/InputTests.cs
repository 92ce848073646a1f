using System.Numerics;
using System.Runtime.InteropServices;
using Silk.NET.Input;
using Silk.NET.Input.Glfw;
using Silk.NET.Maths;
using Silk.NET.Windowing;
using Silk.NET.Windowing.Glfw;

namespace ConfEngine.StandIns.Silk.Tests.Display;

[Collection(nameof(OneDisplay))]
public sealed class InputTests(VirtualDisplay display) : IDisposable
{
    private readonly IWindow _window = Opened();

    public void Dispose() => _window.Dispose();

    [Fact]
    public void KeyReachesTheKeyboard()
    {
        using var input = _window.CreateInput();
        var keyboard = Assert.Single(input.Keyboards);
        var told = new List<string>();
        keyboard.KeyDown += (_, key, _) => told.Add($"down {key}");
        keyboard.KeyUp += (_, key, _) => told.Add($"up {key}");
        keyboard.KeyChar += (_, character) => told.Add($"char {character}");

        display.Xdotool("key", "g", "F11");
        VirtualDisplay.Until(_window, "two keys", () => told.Count >= 5);

        Assert.Equal(["down G", "char g", "up G", "down F11", "up F11"], told);
        Assert.False(keyboard.IsKeyPressed(Key.G));
    }

    [Fact]
    public void HeldKeyIsPressedUntilItIsReleased()
    {
        using var input = _window.CreateInput();
        var keyboard = input.Keyboards[0];
        var scancode = 0;
        var released = false;
        keyboard.KeyDown += (_, _, code) => scancode = code;
        keyboard.KeyUp += (_, _, _) => released = true;

        display.Xdotool("keydown", "space");
        VirtualDisplay.Until(_window, "the space key down", () => scancode != 0);
        Assert.True(keyboard.IsKeyPressed(Key.Space));
        Assert.True(keyboard.IsScancodePressed(scancode));

        display.Xdotool("keyup", "space");
        VirtualDisplay.Until(_window, "the space key up", () => released);
        Assert.False(keyboard.IsKeyPressed(Key.Space));
        Assert.False(keyboard.IsScancodePressed(scancode));
    }

    [Fact]
    public void MouseMovesClicksAndScrolls()
    {
        using var input = _window.CreateInput();
        var mouse = Assert.Single(input.Mice);
        var buttons = new List<string>();
        Vector2? position = null;
        var wheel = 0f;
        mouse.MouseMove += (_, at) => position = at;
        mouse.MouseDown += (_, button) => buttons.Add($"down {button}");
        mouse.MouseUp += (_, button) => buttons.Add($"up {button}");
        mouse.DoubleClick += (_, button, at) => buttons.Add($"double {button} {at.X},{at.Y}");
        mouse.Scroll += (_, step) => wheel += step.Y;

        display.Xdotool("mousemove", "150", "120", "click", "4", "click", "--repeat", "2", "--delay", "1", "1");
        VirtualDisplay.Until(_window, "a double click", () => buttons.Count >= 5);

        Assert.Equal(["down Left", "up Left", "down Left", "double Left 50,70", "up Left"], buttons);
        Assert.Equal(new Vector2(50, 70), position);
        Assert.Equal(position, mouse.Position);
        Assert.Equal(1f, wheel);
    }

    [Fact]
    public unsafe void EarlierCallbackIsStillCalledAndComesBack()
    {
        var earlier = new List<int>();
        GlfwKeyCallback callback = (_, key, _, _, _) => earlier.Add(key);
        var address = Marshal.GetFunctionPointerForDelegate(callback);
        Glfw3.SetKeyCallback(_window.Handle, address);

        var input = _window.CreateInput();
        display.Xdotool("key", "h");
        VirtualDisplay.Until(_window, "one key", () => earlier.Count >= 2);
        input.Dispose();

        Assert.Equal([(int)Key.H, (int)Key.H], earlier);
        Assert.Equal(address, Glfw3.SetKeyCallback(_window.Handle, 0));
        GC.KeepAlive(callback);
    }

    [Fact]
    public void CursorModesAndClipboardAreKept()
    {
        using var input = _window.CreateInput();
        var cursor = input.Mice[0].Cursor;

        cursor.CursorMode = CursorMode.Hidden;
        Assert.Equal(CursorMode.Hidden, cursor.CursorMode);
        cursor.CursorMode = CursorMode.Normal;
        Assert.Equal(CursorMode.Normal, cursor.CursorMode);
        cursor.StandardCursor = StandardCursor.Hand;
        Assert.Throws<NotSupportedException>(() => cursor.StandardCursor = StandardCursor.Wait);

        input.Keyboards[0].ClipboardText = "会议室 غرفة";
        Assert.Equal("会议室 غرفة", input.Keyboards[0].ClipboardText);
    }

    [Fact]
    public void ClosedWindowHasNoInput()
    {
        using var window = Window.Create(WindowOptions.Default);
        Assert.Throws<InvalidOperationException>(window.CreateInput);
    }

    [Fact]
    public void InputOutlivesItsWindowQuietly()
    {
        var input = _window.CreateInput();
        _window.Reset();
        input.Dispose();

        Assert.False(_window.IsInitialized);
    }

    private static IWindow Opened()
    {
        var window = Window.Create(WindowOptions.Default with { Position = new Vector2D<int>(100, 50), Size = new Vector2D<int>(320, 240) });
        window.Initialize();

        // Without a window manager nobody gives the keyboard to a new window.
        var focused = false;
        window.FocusChanged += has => focused = has;
        window.Focus();
        VirtualDisplay.Until(window, "the keyboard focus", () => focused);
        return window;
    }
}
