using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_write_header(AVFormatContext* p0);

public struct AVOutputFormat_write_header_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_write_header_func(AVOutputFormat_write_header? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_write_packet(AVFormatContext* p0, AVPacket* pkt);

public struct AVOutputFormat_write_packet_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_write_packet_func(AVOutputFormat_write_packet? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_write_trailer(AVFormatContext* p0);

public struct AVOutputFormat_write_trailer_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_write_trailer_func(AVOutputFormat_write_trailer? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_interleave_packet(AVFormatContext* s, AVPacket* pkt, int flush, int has_packet);

public struct AVOutputFormat_interleave_packet_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_interleave_packet_func(AVOutputFormat_interleave_packet? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_query_codec(AVCodecID id, int std_compliance);

public struct AVOutputFormat_query_codec_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_query_codec_func(AVOutputFormat_query_codec? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void AVOutputFormat_get_output_timestamp(AVFormatContext* s, int stream, long* dts, long* wall);

public struct AVOutputFormat_get_output_timestamp_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_get_output_timestamp_func(AVOutputFormat_get_output_timestamp? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_control_message(AVFormatContext* s, int type, void* data, ulong data_size);

public struct AVOutputFormat_control_message_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_control_message_func(AVOutputFormat_control_message? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_write_uncoded_frame(AVFormatContext* p0, int stream_index, AVFrame** frame, uint flags);

public struct AVOutputFormat_write_uncoded_frame_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_write_uncoded_frame_func(AVOutputFormat_write_uncoded_frame? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_get_device_list(AVFormatContext* s, AVDeviceInfoList* device_list);

public struct AVOutputFormat_get_device_list_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_get_device_list_func(AVOutputFormat_get_device_list? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_init(AVFormatContext* p0);

public struct AVOutputFormat_init_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_init_func(AVOutputFormat_init? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void AVOutputFormat_deinit(AVFormatContext* p0);

public struct AVOutputFormat_deinit_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_deinit_func(AVOutputFormat_deinit? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVOutputFormat_check_bitstream(AVFormatContext* s, AVStream* st, AVPacket* pkt);

public struct AVOutputFormat_check_bitstream_func
{
    public IntPtr Pointer;

    public static implicit operator AVOutputFormat_check_bitstream_func(AVOutputFormat_check_bitstream? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
