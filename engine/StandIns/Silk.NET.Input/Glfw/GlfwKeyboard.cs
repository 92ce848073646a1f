using System.Runtime.InteropServices;
using System.Text;
using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Input.Glfw;

internal sealed unsafe class GlfwKeyboard : IKeyboard, IDisposable
{
    private const int Release = 0;
    private const int Press = 1;

    private readonly nint _window;
    private readonly CallbackLink _keys;
    private readonly CallbackLink _characters;
    private readonly HashSet<int> _pressedScancodes = [];

    public GlfwKeyboard(nint window)
    {
        _window = window;
        _keys = new CallbackLink(window, Glfw3.SetKeyCallback, new GlfwKeyCallback(OnKey));
        _characters = new CallbackLink(window, Glfw3.SetCharCallback, new GlfwCharCallback(OnCharacter));
        SupportedKeys = [.. Enum.GetValues<Key>().Distinct().Where(key => key != Key.Unknown)];
    }

    public event Action<IKeyboard, Key, int>? KeyDown;

    public event Action<IKeyboard, Key, int>? KeyUp;

    public event Action<IKeyboard, char>? KeyChar;

    public string Name => "GLFW keyboard";

    public int Index => 0;

    public bool IsConnected => true;

    public IReadOnlyList<Key> SupportedKeys { get; }

    public string ClipboardText
    {
        get => Marshal.PtrToStringUTF8(Glfw3.GetClipboardString(_window)) ?? "";
        set => Glfw3.SetClipboardString(_window, value);
    }

    public bool IsKeyPressed(Key key) => key != Key.Unknown && Glfw3.GetKey(_window, (int)key) == Press;

    public bool IsScancodePressed(int scancode) => _pressedScancodes.Contains(scancode);

    /// <summary>Nothing to do: a desktop has no screen keyboard to bring up.</summary>
    public void BeginInput()
    {
    }

    /// <inheritdoc cref="BeginInput"/>
    public void EndInput()
    {
    }

    public void Dispose()
    {
        _keys.Dispose();
        _characters.Dispose();
    }

    private void OnKey(nint window, int key, int scancode, int action, int modifiers)
    {
        var previous = (delegate* unmanaged<nint, int, int, int, int, void>)_keys.Previous;
        if (previous is not null) previous(window, key, scancode, action, modifiers);

        // Auto-repeat is neither: a key goes down once and up once.
        if (action == Press)
        {
            _pressedScancodes.Add(scancode);
            KeyDown?.Invoke(this, (Key)key, scancode);
        }
        else if (action == Release)
        {
            _pressedScancodes.Remove(scancode);
            KeyUp?.Invoke(this, (Key)key, scancode);
        }
    }

    private void OnCharacter(nint window, uint codePoint)
    {
        if (_characters.Previous != 0) ((delegate* unmanaged<nint, uint, void>)_characters.Previous)(window, codePoint);
        if (KeyChar is null || !Rune.TryCreate(codePoint, out var rune)) return;

        // The event carries UTF-16 units: an emoji comes as two.
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)]) KeyChar.Invoke(this, unit);
    }
}
