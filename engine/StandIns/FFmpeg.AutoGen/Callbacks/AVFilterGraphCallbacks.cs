using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFilterGraph_execute(AVFilterContext* ctx, void* func, void* arg, int* ret, int nb_jobs);

public struct AVFilterGraph_execute_func
{
    public IntPtr Pointer;

    public static implicit operator AVFilterGraph_execute_func(AVFilterGraph_execute? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
