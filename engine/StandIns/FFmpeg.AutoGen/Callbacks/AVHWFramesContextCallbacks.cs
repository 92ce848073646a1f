using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void AVHWFramesContext_free(AVHWFramesContext* ctx);

public struct AVHWFramesContext_free_func
{
    public IntPtr Pointer;

    public static implicit operator AVHWFramesContext_free_func(AVHWFramesContext_free? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
