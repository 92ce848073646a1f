using Silk.NET.Core;
using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public static class WindowExtensions
{
    /// <summary>Opens the view and runs its loop until it is closing, then takes the native window down.</summary>
    public static void Run(this IView view)
    {
        view.Initialize();
        view.Run(() =>
        {
            view.DoEvents();
            if (!view.IsClosing) view.DoUpdate();
            if (!view.IsClosing) view.DoRender();
        });
        view.DoEvents();
        view.Reset();
    }

    public static void MakeCurrent(this IView view) => view.GLContext?.MakeCurrent();

    public static void ClearContext(this IView view) => view.GLContext?.Clear();

    public static void SwapBuffers(this IView view) => view.GLContext?.SwapBuffers();

    /// <summary>Puts the window in the middle of its monitor, or of the one given.</summary>
    public static void Center(this IWindow window, IMonitor? monitor = null)
    {
        var target = monitor ?? window.Monitor ?? Monitor.GetMainMonitor(window);
        window.Position = target.Bounds.Center - (window.GetFullSize() / 2);
    }

    /// <summary>The size with the frame that the window system draws around it.</summary>
    public static Vector2D<int> GetFullSize(this IWindow window)
    {
        var border = window.BorderSize;
        return window.Size + border.Origin + border.Max;
    }

    public static void SetDefaultIcon(this IWindow window) => window.SetWindowIcon([]);

    public static void SetWindowIcon(this IWindow window, ref RawImage icon) => window.SetWindowIcon([icon]);

    public static void Invoke(this IView view, Action t) => view.Invoke((Delegate)t);

    public static T Invoke<T>(this IView view, Func<T> t) => (T)view.Invoke((Delegate)t);
}
