using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_read_probe(AVProbeData* p0);

public struct AVInputFormat_read_probe_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_probe_func(AVInputFormat_read_probe? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_read_header(AVFormatContext* p0);

public struct AVInputFormat_read_header_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_header_func(AVInputFormat_read_header? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_read_packet(AVFormatContext* p0, AVPacket* pkt);

public struct AVInputFormat_read_packet_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_packet_func(AVInputFormat_read_packet? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_read_close(AVFormatContext* p0);

public struct AVInputFormat_read_close_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_close_func(AVInputFormat_read_close? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_read_seek(AVFormatContext* p0, int stream_index, long timestamp, int flags);

public struct AVInputFormat_read_seek_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_seek_func(AVInputFormat_read_seek? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate long AVInputFormat_read_timestamp(AVFormatContext* s, int stream_index, long* pos, long pos_limit);

public struct AVInputFormat_read_timestamp_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_timestamp_func(AVInputFormat_read_timestamp? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_read_play(AVFormatContext* p0);

public struct AVInputFormat_read_play_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_play_func(AVInputFormat_read_play? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_read_pause(AVFormatContext* p0);

public struct AVInputFormat_read_pause_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_pause_func(AVInputFormat_read_pause? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_read_seek2(AVFormatContext* s, int stream_index, long min_ts, long ts, long max_ts, int flags);

public struct AVInputFormat_read_seek2_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_read_seek2_func(AVInputFormat_read_seek2? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVInputFormat_get_device_list(AVFormatContext* s, AVDeviceInfoList* device_list);

public struct AVInputFormat_get_device_list_func
{
    public IntPtr Pointer;

    public static implicit operator AVInputFormat_get_device_list_func(AVInputFormat_get_device_list? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
