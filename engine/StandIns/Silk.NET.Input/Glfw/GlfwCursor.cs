using Silk.NET.Core;
using Silk.NET.Windowing.Glfw;

namespace Silk.NET.Input.Glfw;

internal sealed unsafe class GlfwCursor(nint window) : ICursor, IDisposable
{
    private nint _native;
    private CursorType _type;
    private StandardCursor _standard;
    private RawImage _image;
    private int _hotspotX;
    private int _hotspotY;

    public CursorType Type
    {
        get => _type;
        set
        {
            _type = value;
            Apply();
        }
    }

    public StandardCursor StandardCursor
    {
        get => _standard;
        set
        {
            if (!IsSupported(value)) throw new NotSupportedException($"GLFW 3.3 has no cursor {value}.");
            _standard = value;
            Apply();
        }
    }

    public CursorMode CursorMode
    {
        get
        {
            if (Glfw3.GetInputMode(window, GlfwValue.RawMouseMotion) != GlfwValue.False) return CursorMode.Raw;
            return Glfw3.GetInputMode(window, GlfwValue.CursorMode) switch
            {
                GlfwValue.CursorHidden => CursorMode.Hidden,
                GlfwValue.CursorDisabled => CursorMode.Disabled,
                _ => CursorMode.Normal,
            };
        }
        set
        {
            if (!IsSupported(value)) throw new NotSupportedException($"This display has no cursor mode {value}.");
            if (IsSupported(CursorMode.Raw))
                Glfw3.SetInputMode(window, GlfwValue.RawMouseMotion, value == CursorMode.Raw ? GlfwValue.True : GlfwValue.False);
            Glfw3.SetInputMode(window, GlfwValue.CursorMode, value switch
            {
                CursorMode.Normal => GlfwValue.CursorNormal,
                CursorMode.Hidden => GlfwValue.CursorHidden,
                _ => GlfwValue.CursorDisabled,
            });
        }
    }

    /// <summary>Kept, without effect: GLFW 3.3 cannot hold a cursor inside a window.</summary>
    public bool IsConfined { get; set; }

    public int HotspotX
    {
        get => _hotspotX;
        set
        {
            _hotspotX = value;
            Apply();
        }
    }

    public int HotspotY
    {
        get => _hotspotY;
        set
        {
            _hotspotY = value;
            Apply();
        }
    }

    public RawImage Image
    {
        get => _image;
        set
        {
            if (value.Pixels.Length < value.Width * value.Height * 4)
                throw new ArgumentException($"A {value.Width}x{value.Height} cursor needs 4 bytes for each pixel.");
            _image = value;
            Apply();
        }
    }

    public bool IsSupported(CursorMode mode) => mode switch
    {
        CursorMode.Normal or CursorMode.Hidden or CursorMode.Disabled => true,
        CursorMode.Raw => Glfw3.RawMouseMotionSupported() != GlfwValue.False,
        _ => false,
    };

    public bool IsSupported(StandardCursor standardCursor) => standardCursor is >= StandardCursor.Default and <= StandardCursor.VResize;

    public void Dispose()
    {
        Glfw3.SetCursor(window, 0);
        Replace(0);
    }

    private void Apply()
    {
        var cursor = _type == CursorType.Custom ? Custom() : Standard();
        Glfw3.SetCursor(window, cursor);
        Replace(cursor);
    }

    private nint Standard() =>
        _standard == StandardCursor.Default ? 0 : Glfw3.CreateStandardCursor(GlfwValue.ArrowCursor + (_standard - StandardCursor.Arrow));

    private nint Custom()
    {
        if (_image.Pixels.IsEmpty) return 0;
        using var pin = _image.Pixels.Pin();
        var image = new GlfwImage { Width = _image.Width, Height = _image.Height, Pixels = (byte*)pin.Pointer };
        return Glfw3.CreateCursor(&image, _hotspotX, _hotspotY);
    }

    private void Replace(nint cursor)
    {
        if (_native != 0) Glfw3.DestroyCursor(_native);
        _native = cursor;
    }
}
