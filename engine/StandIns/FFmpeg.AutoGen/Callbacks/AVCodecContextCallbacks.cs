using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void AVCodecContext_draw_horiz_band(AVCodecContext* s, AVFrame* src, ref int_array8 offset, int y, int type,
    int height);

public struct AVCodecContext_draw_horiz_band_func
{
    public IntPtr Pointer;

    public static implicit operator AVCodecContext_draw_horiz_band_func(AVCodecContext_draw_horiz_band? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate AVPixelFormat AVCodecContext_get_format(AVCodecContext* s, AVPixelFormat* fmt);

public struct AVCodecContext_get_format_func
{
    public IntPtr Pointer;

    public static implicit operator AVCodecContext_get_format_func(AVCodecContext_get_format? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVCodecContext_get_buffer2(AVCodecContext* s, AVFrame* frame, int flags);

public struct AVCodecContext_get_buffer2_func
{
    public IntPtr Pointer;

    public static implicit operator AVCodecContext_get_buffer2_func(AVCodecContext_get_buffer2? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVCodecContext_execute(AVCodecContext* c, void* func, void* arg2, int* ret, int count, int size);

public struct AVCodecContext_execute_func
{
    public IntPtr Pointer;

    public static implicit operator AVCodecContext_execute_func(AVCodecContext_execute? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVCodecContext_execute2(AVCodecContext* c, void* func, void* arg2, int* ret, int count);

public struct AVCodecContext_execute2_func
{
    public IntPtr Pointer;

    public static implicit operator AVCodecContext_execute2_func(AVCodecContext_execute2? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVCodecContext_get_encode_buffer(AVCodecContext* s, AVPacket* pkt, int flags);

public struct AVCodecContext_get_encode_buffer_func
{
    public IntPtr Pointer;

    public static implicit operator AVCodecContext_get_encode_buffer_func(AVCodecContext_get_encode_buffer? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
