using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFormatContext_control_message_cb(AVFormatContext* s, int type, void* data, ulong data_size);

public struct AVFormatContext_control_message_cb_func
{
    public IntPtr Pointer;

    public static implicit operator AVFormatContext_control_message_cb_func(AVFormatContext_control_message_cb? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFormatContext_io_open(AVFormatContext* s, AVIOContext** pb, [MarshalAs(UnmanagedType.LPUTF8Str)] string url,
    int flags, AVDictionary** options);

public struct AVFormatContext_io_open_func
{
    public IntPtr Pointer;

    public static implicit operator AVFormatContext_io_open_func(AVFormatContext_io_open? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void AVFormatContext_io_close(AVFormatContext* s, AVIOContext* pb);

public struct AVFormatContext_io_close_func
{
    public IntPtr Pointer;

    public static implicit operator AVFormatContext_io_close_func(AVFormatContext_io_close? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFormatContext_io_close2(AVFormatContext* s, AVIOContext* pb);

public struct AVFormatContext_io_close2_func
{
    public IntPtr Pointer;

    public static implicit operator AVFormatContext_io_close2_func(AVFormatContext_io_close2? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
