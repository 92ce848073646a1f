namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _avio_find_protocol_name;

    public static string? avio_find_protocol_name(string? url)
    {
        using var urlUtf8 = new Utf8Text(url);
        return Utf8Text.Read(((delegate* unmanaged<byte*, byte*>)
            Entry(ref _avio_find_protocol_name, "avformat", "avio_find_protocol_name"))(urlUtf8.Pointer));
    }

    private static nint _avio_check;

    public static int avio_check(string? url, int flags)
    {
        using var urlUtf8 = new Utf8Text(url);
        return ((delegate* unmanaged<byte*, int, int>)Entry(ref _avio_check, "avformat", "avio_check"))(urlUtf8.Pointer, flags);
    }

    private static nint _avio_alloc_context;

    public static AVIOContext* avio_alloc_context(byte* buffer, int buffer_size, int write_flag, void* opaque,
        avio_alloc_context_read_packet_func read_packet, avio_alloc_context_write_packet_func write_packet,
        avio_alloc_context_seek_func seek) =>
        ((delegate* unmanaged<byte*, int, int, void*, nint, nint, nint, AVIOContext*>)
            Entry(ref _avio_alloc_context, "avformat", "avio_alloc_context"))(buffer, buffer_size, write_flag, opaque, read_packet.Pointer,
                write_packet.Pointer, seek.Pointer);

    private static nint _avio_context_free;

    public static void avio_context_free(AVIOContext** s) =>
        ((delegate* unmanaged<AVIOContext**, void>)Entry(ref _avio_context_free, "avformat", "avio_context_free"))(s);

    private static nint _avio_w8;

    public static void avio_w8(AVIOContext* s, int b) =>
        ((delegate* unmanaged<AVIOContext*, int, void>)Entry(ref _avio_w8, "avformat", "avio_w8"))(s, b);

    private static nint _avio_write;

    public static void avio_write(AVIOContext* s, byte* buf, int size) =>
        ((delegate* unmanaged<AVIOContext*, byte*, int, void>)Entry(ref _avio_write, "avformat", "avio_write"))(s, buf, size);

    private static nint _avio_wl64;

    public static void avio_wl64(AVIOContext* s, ulong val) =>
        ((delegate* unmanaged<AVIOContext*, ulong, void>)Entry(ref _avio_wl64, "avformat", "avio_wl64"))(s, val);

    private static nint _avio_wb64;

    public static void avio_wb64(AVIOContext* s, ulong val) =>
        ((delegate* unmanaged<AVIOContext*, ulong, void>)Entry(ref _avio_wb64, "avformat", "avio_wb64"))(s, val);

    private static nint _avio_wl32;

    public static void avio_wl32(AVIOContext* s, uint val) =>
        ((delegate* unmanaged<AVIOContext*, uint, void>)Entry(ref _avio_wl32, "avformat", "avio_wl32"))(s, val);

    private static nint _avio_wb32;

    public static void avio_wb32(AVIOContext* s, uint val) =>
        ((delegate* unmanaged<AVIOContext*, uint, void>)Entry(ref _avio_wb32, "avformat", "avio_wb32"))(s, val);

    private static nint _avio_wl24;

    public static void avio_wl24(AVIOContext* s, uint val) =>
        ((delegate* unmanaged<AVIOContext*, uint, void>)Entry(ref _avio_wl24, "avformat", "avio_wl24"))(s, val);

    private static nint _avio_wb24;

    public static void avio_wb24(AVIOContext* s, uint val) =>
        ((delegate* unmanaged<AVIOContext*, uint, void>)Entry(ref _avio_wb24, "avformat", "avio_wb24"))(s, val);

    private static nint _avio_wl16;

    public static void avio_wl16(AVIOContext* s, uint val) =>
        ((delegate* unmanaged<AVIOContext*, uint, void>)Entry(ref _avio_wl16, "avformat", "avio_wl16"))(s, val);

    private static nint _avio_wb16;

    public static void avio_wb16(AVIOContext* s, uint val) =>
        ((delegate* unmanaged<AVIOContext*, uint, void>)Entry(ref _avio_wb16, "avformat", "avio_wb16"))(s, val);

    private static nint _avio_put_str;

    public static int avio_put_str(AVIOContext* s, string? str)
    {
        using var strUtf8 = new Utf8Text(str);
        return ((delegate* unmanaged<AVIOContext*, byte*, int>)Entry(ref _avio_put_str, "avformat", "avio_put_str"))(s, strUtf8.Pointer);
    }

    private static nint _avio_write_marker;

    public static void avio_write_marker(AVIOContext* s, long time, AVIODataMarkerType type) =>
        ((delegate* unmanaged<AVIOContext*, long, AVIODataMarkerType, void>)
            Entry(ref _avio_write_marker, "avformat", "avio_write_marker"))(s, time, type);

    private static nint _avio_seek;

    public static long avio_seek(AVIOContext* s, long offset, int whence) =>
        ((delegate* unmanaged<AVIOContext*, long, int, long>)Entry(ref _avio_seek, "avformat", "avio_seek"))(s, offset, whence);

    private static nint _avio_skip;

    public static long avio_skip(AVIOContext* s, long offset) =>
        ((delegate* unmanaged<AVIOContext*, long, long>)Entry(ref _avio_skip, "avformat", "avio_skip"))(s, offset);

    private static nint _avio_size;

    public static long avio_size(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, long>)Entry(ref _avio_size, "avformat", "avio_size"))(s);

    private static nint _avio_feof;

    public static int avio_feof(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, int>)Entry(ref _avio_feof, "avformat", "avio_feof"))(s);

    private static nint _avio_flush;

    public static void avio_flush(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, void>)Entry(ref _avio_flush, "avformat", "avio_flush"))(s);

    private static nint _avio_read;

    public static int avio_read(AVIOContext* s, byte* buf, int size) =>
        ((delegate* unmanaged<AVIOContext*, byte*, int, int>)Entry(ref _avio_read, "avformat", "avio_read"))(s, buf, size);

    private static nint _avio_read_partial;

    public static int avio_read_partial(AVIOContext* s, byte* buf, int size) =>
        ((delegate* unmanaged<AVIOContext*, byte*, int, int>)Entry(ref _avio_read_partial, "avformat", "avio_read_partial"))(s, buf, size);

    private static nint _avio_r8;

    public static int avio_r8(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, int>)Entry(ref _avio_r8, "avformat", "avio_r8"))(s);

    private static nint _avio_rl16;

    public static uint avio_rl16(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, uint>)Entry(ref _avio_rl16, "avformat", "avio_rl16"))(s);

    private static nint _avio_rl24;

    public static uint avio_rl24(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, uint>)Entry(ref _avio_rl24, "avformat", "avio_rl24"))(s);

    private static nint _avio_rl32;

    public static uint avio_rl32(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, uint>)Entry(ref _avio_rl32, "avformat", "avio_rl32"))(s);

    private static nint _avio_rl64;

    public static ulong avio_rl64(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, ulong>)Entry(ref _avio_rl64, "avformat", "avio_rl64"))(s);

    private static nint _avio_rb16;

    public static uint avio_rb16(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, uint>)Entry(ref _avio_rb16, "avformat", "avio_rb16"))(s);

    private static nint _avio_rb24;

    public static uint avio_rb24(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, uint>)Entry(ref _avio_rb24, "avformat", "avio_rb24"))(s);

    private static nint _avio_rb32;

    public static uint avio_rb32(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, uint>)Entry(ref _avio_rb32, "avformat", "avio_rb32"))(s);

    private static nint _avio_rb64;

    public static ulong avio_rb64(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, ulong>)Entry(ref _avio_rb64, "avformat", "avio_rb64"))(s);

    private static nint _avio_open;

    public static int avio_open(AVIOContext** s, string? url, int flags)
    {
        using var urlUtf8 = new Utf8Text(url);
        return ((delegate* unmanaged<AVIOContext**, byte*, int, int>)
            Entry(ref _avio_open, "avformat", "avio_open"))(s, urlUtf8.Pointer, flags);
    }

    private static nint _avio_open2;

    public static int avio_open2(AVIOContext** s, string? url, int flags, AVIOInterruptCB* int_cb, AVDictionary** options)
    {
        using var urlUtf8 = new Utf8Text(url);
        return ((delegate* unmanaged<AVIOContext**, byte*, int, AVIOInterruptCB*, AVDictionary**, int>)
            Entry(ref _avio_open2, "avformat", "avio_open2"))(s, urlUtf8.Pointer, flags, int_cb, options);
    }

    private static nint _avio_close;

    public static int avio_close(AVIOContext* s) =>
        ((delegate* unmanaged<AVIOContext*, int>)Entry(ref _avio_close, "avformat", "avio_close"))(s);

    private static nint _avio_closep;

    public static int avio_closep(AVIOContext** s) =>
        ((delegate* unmanaged<AVIOContext**, int>)Entry(ref _avio_closep, "avformat", "avio_closep"))(s);

    private static nint _avio_open_dyn_buf;

    public static int avio_open_dyn_buf(AVIOContext** s) =>
        ((delegate* unmanaged<AVIOContext**, int>)Entry(ref _avio_open_dyn_buf, "avformat", "avio_open_dyn_buf"))(s);

    private static nint _avio_get_dyn_buf;

    public static int avio_get_dyn_buf(AVIOContext* s, byte** pbuffer) =>
        ((delegate* unmanaged<AVIOContext*, byte**, int>)Entry(ref _avio_get_dyn_buf, "avformat", "avio_get_dyn_buf"))(s, pbuffer);

    private static nint _avio_close_dyn_buf;

    public static int avio_close_dyn_buf(AVIOContext* s, byte** pbuffer) =>
        ((delegate* unmanaged<AVIOContext*, byte**, int>)Entry(ref _avio_close_dyn_buf, "avformat", "avio_close_dyn_buf"))(s, pbuffer);

    private static nint _avio_protocol_get_class;

    public static AVClass* avio_protocol_get_class(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVClass*>)
            Entry(ref _avio_protocol_get_class, "avformat", "avio_protocol_get_class"))(nameUtf8.Pointer);
    }

    private static nint _avio_pause;

    public static int avio_pause(AVIOContext* h, int pause) =>
        ((delegate* unmanaged<AVIOContext*, int, int>)Entry(ref _avio_pause, "avformat", "avio_pause"))(h, pause);

    private static nint _avio_seek_time;

    public static long avio_seek_time(AVIOContext* h, int stream_index, long timestamp, int flags) =>
        ((delegate* unmanaged<AVIOContext*, int, long, int, long>)
            Entry(ref _avio_seek_time, "avformat", "avio_seek_time"))(h, stream_index, timestamp, flags);
}
