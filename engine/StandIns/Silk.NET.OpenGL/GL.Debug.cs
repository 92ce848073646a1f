using System.Runtime.InteropServices;

namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    /// <summary>The driver keeps only the address, so the last callback is kept alive here.</summary>
    private DebugProc? _debugCallback;

    public void DebugMessageCallback(DebugProc? callback, void* userParam)
    {
        var address = callback is null ? 0 : Marshal.GetFunctionPointerForDelegate(callback);
        ((delegate* unmanaged<nint, void*, void>)Entry(Slot.DebugMessageCallback, "glDebugMessageCallback"))(address, userParam);
        _debugCallback = callback;
    }

    public void DebugMessageControl(DebugSource source, DebugType type, DebugSeverity severity, uint count, uint* ids, bool enabled) =>
        ((delegate* unmanaged<int, int, int, uint, uint*, byte, void>)Entry(Slot.DebugMessageControl, "glDebugMessageControl"))(
            (int)source, (int)type, (int)severity, count, ids, enabled ? One : Zero);

    public void DebugMessageControl(GLEnum source, GLEnum type, GLEnum severity, uint count, uint* ids, bool enabled) =>
        DebugMessageControl((DebugSource)source, (DebugType)type, (DebugSeverity)severity, count, ids, enabled);
}
