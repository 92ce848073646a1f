using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void av_log_set_callback_callback(void* p0, int p1, [MarshalAs(UnmanagedType.LPUTF8Str)] string p2, byte* p3);

public struct av_log_set_callback_callback_func
{
    public IntPtr Pointer;

    public static implicit operator av_log_set_callback_callback_func(av_log_set_callback_callback? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void av_buffer_create_free(void* opaque, byte* data);

public struct av_buffer_create_free_func
{
    public IntPtr Pointer;

    public static implicit operator av_buffer_create_free_func(av_buffer_create_free? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate AVBufferRef* av_buffer_pool_init_alloc(ulong size);

public struct av_buffer_pool_init_alloc_func
{
    public IntPtr Pointer;

    public static implicit operator av_buffer_pool_init_alloc_func(av_buffer_pool_init_alloc? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate AVBufferRef* av_buffer_pool_init2_alloc(void* opaque, ulong size);

public struct av_buffer_pool_init2_alloc_func
{
    public IntPtr Pointer;

    public static implicit operator av_buffer_pool_init2_alloc_func(av_buffer_pool_init2_alloc? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void av_buffer_pool_init2_pool_free(void* opaque);

public struct av_buffer_pool_init2_pool_free_func
{
    public IntPtr Pointer;

    public static implicit operator av_buffer_pool_init2_pool_free_func(av_buffer_pool_init2_pool_free? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int avio_alloc_context_read_packet(void* opaque, byte* buf, int buf_size);

public struct avio_alloc_context_read_packet_func
{
    public IntPtr Pointer;

    public static implicit operator avio_alloc_context_read_packet_func(avio_alloc_context_read_packet? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int avio_alloc_context_write_packet(void* opaque, byte* buf, int buf_size);

public struct avio_alloc_context_write_packet_func
{
    public IntPtr Pointer;

    public static implicit operator avio_alloc_context_write_packet_func(avio_alloc_context_write_packet? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate long avio_alloc_context_seek(void* opaque, long offset, int whence);

public struct avio_alloc_context_seek_func
{
    public IntPtr Pointer;

    public static implicit operator avio_alloc_context_seek_func(avio_alloc_context_seek? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
