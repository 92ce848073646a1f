using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void AVHWDeviceContext_free(AVHWDeviceContext* ctx);

public struct AVHWDeviceContext_free_func
{
    public IntPtr Pointer;

    public static implicit operator AVHWDeviceContext_free_func(AVHWDeviceContext_free? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
