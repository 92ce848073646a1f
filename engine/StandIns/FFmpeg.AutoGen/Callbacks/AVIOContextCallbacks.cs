using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVIOContext_read_packet(void* opaque, byte* buf, int buf_size);

public struct AVIOContext_read_packet_func
{
    public IntPtr Pointer;

    public static implicit operator AVIOContext_read_packet_func(AVIOContext_read_packet? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVIOContext_write_packet(void* opaque, byte* buf, int buf_size);

public struct AVIOContext_write_packet_func
{
    public IntPtr Pointer;

    public static implicit operator AVIOContext_write_packet_func(AVIOContext_write_packet? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate long AVIOContext_seek(void* opaque, long offset, int whence);

public struct AVIOContext_seek_func
{
    public IntPtr Pointer;

    public static implicit operator AVIOContext_seek_func(AVIOContext_seek? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate ulong AVIOContext_update_checksum(ulong checksum, byte* buf, uint size);

public struct AVIOContext_update_checksum_func
{
    public IntPtr Pointer;

    public static implicit operator AVIOContext_update_checksum_func(AVIOContext_update_checksum? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVIOContext_read_pause(void* opaque, int pause);

public struct AVIOContext_read_pause_func
{
    public IntPtr Pointer;

    public static implicit operator AVIOContext_read_pause_func(AVIOContext_read_pause? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate long AVIOContext_read_seek(void* opaque, int stream_index, long timestamp, int flags);

public struct AVIOContext_read_seek_func
{
    public IntPtr Pointer;

    public static implicit operator AVIOContext_read_seek_func(AVIOContext_read_seek? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVIOContext_write_data_type(void* opaque, byte* buf, int buf_size, AVIODataMarkerType type, long time);

public struct AVIOContext_write_data_type_func
{
    public IntPtr Pointer;

    public static implicit operator AVIOContext_write_data_type_func(AVIOContext_write_data_type? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
