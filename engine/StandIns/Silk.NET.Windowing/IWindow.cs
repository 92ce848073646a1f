using Silk.NET.Core;
using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public interface IWindow : IWindowProperties, IWindowHost, IView
{
    event Action<Vector2D<int>>? Move;

    event Action<WindowState>? StateChanged;

    event Action<string[]>? FileDrop;

    IWindowHost? Parent { get; }

    IMonitor? Monitor { get; set; }

    new bool IsClosing { get; set; }

    Rectangle<int> BorderSize { get; }

    void SetWindowIcon(ReadOnlySpan<RawImage> icons);
}
