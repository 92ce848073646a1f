using System.Runtime.InteropServices;

namespace Silk.NET.Input.Glfw;

/// <summary>
/// One callback put in front of whatever the window had before. The previous one still has to be called; disposing puts it back.
/// </summary>
internal sealed class CallbackLink : IDisposable
{
    private readonly nint _window;
    private readonly Func<nint, nint, nint> _set;

    /// <summary>GLFW keeps only the address, so the delegate is kept alive here.</summary>
    private readonly Delegate _callback;

    public CallbackLink(nint window, Func<nint, nint, nint> set, Delegate callback)
    {
        (_window, _set, _callback) = (window, set, callback);
        Previous = set(window, Marshal.GetFunctionPointerForDelegate(callback));
    }

    /// <summary>Address of the callback that was there before; 0 for none.</summary>
    public nint Previous { get; }

    public void Dispose()
    {
        _set(_window, Previous);
        GC.KeepAlive(_callback);
    }
}
