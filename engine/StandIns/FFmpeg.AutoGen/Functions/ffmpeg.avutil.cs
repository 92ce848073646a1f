namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _avutil_version;

    public static uint avutil_version() =>
        ((delegate* unmanaged<uint>)Entry(ref _avutil_version, "avutil", "avutil_version"))();

    private static nint _av_version_info;

    public static string av_version_info() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _av_version_info, "avutil", "av_version_info"))())!;

    private static nint _avutil_configuration;

    public static string avutil_configuration() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avutil_configuration, "avutil", "avutil_configuration"))())!;

    private static nint _avutil_license;

    public static string avutil_license() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avutil_license, "avutil", "avutil_license"))())!;

    private static nint _av_get_media_type_string;

    public static string? av_get_media_type_string(AVMediaType media_type) =>
        Utf8Text.Read(((delegate* unmanaged<AVMediaType, byte*>)
            Entry(ref _av_get_media_type_string, "avutil", "av_get_media_type_string"))(media_type));

    private static nint _av_get_picture_type_char;

    public static byte av_get_picture_type_char(AVPictureType pict_type) =>
        ((delegate* unmanaged<AVPictureType, byte>)Entry(ref _av_get_picture_type_char, "avutil", "av_get_picture_type_char"))(pict_type);

    private static nint _av_malloc;

    public static void* av_malloc(ulong size) =>
        ((delegate* unmanaged<ulong, void*>)Entry(ref _av_malloc, "avutil", "av_malloc"))(size);

    private static nint _av_mallocz;

    public static void* av_mallocz(ulong size) =>
        ((delegate* unmanaged<ulong, void*>)Entry(ref _av_mallocz, "avutil", "av_mallocz"))(size);

    private static nint _av_free;

    public static void av_free(void* ptr) =>
        ((delegate* unmanaged<void*, void>)Entry(ref _av_free, "avutil", "av_free"))(ptr);

    private static nint _av_freep;

    public static void av_freep(void* ptr) =>
        ((delegate* unmanaged<void*, void>)Entry(ref _av_freep, "avutil", "av_freep"))(ptr);

    private static nint _av_strdup;

    public static byte* av_strdup(string? s)
    {
        using var sUtf8 = new Utf8Text(s);
        return ((delegate* unmanaged<byte*, byte*>)Entry(ref _av_strdup, "avutil", "av_strdup"))(sUtf8.Pointer);
    }

    private static nint _av_strerror;

    public static int av_strerror(int errnum, byte* errbuf, ulong errbuf_size) =>
        ((delegate* unmanaged<int, byte*, ulong, int>)Entry(ref _av_strerror, "avutil", "av_strerror"))(errnum, errbuf, errbuf_size);

    private static nint _av_reduce;

    public static int av_reduce(int* dst_num, int* dst_den, long num, long den, long max) =>
        ((delegate* unmanaged<int*, int*, long, long, long, int>)
            Entry(ref _av_reduce, "avutil", "av_reduce"))(dst_num, dst_den, num, den, max);

    private static nint _av_mul_q;

    public static AVRational av_mul_q(AVRational b, AVRational c) =>
        ((delegate* unmanaged<AVRational, AVRational, AVRational>)Entry(ref _av_mul_q, "avutil", "av_mul_q"))(b, c);

    private static nint _av_div_q;

    public static AVRational av_div_q(AVRational b, AVRational c) =>
        ((delegate* unmanaged<AVRational, AVRational, AVRational>)Entry(ref _av_div_q, "avutil", "av_div_q"))(b, c);

    private static nint _av_add_q;

    public static AVRational av_add_q(AVRational b, AVRational c) =>
        ((delegate* unmanaged<AVRational, AVRational, AVRational>)Entry(ref _av_add_q, "avutil", "av_add_q"))(b, c);

    private static nint _av_sub_q;

    public static AVRational av_sub_q(AVRational b, AVRational c) =>
        ((delegate* unmanaged<AVRational, AVRational, AVRational>)Entry(ref _av_sub_q, "avutil", "av_sub_q"))(b, c);

    private static nint _av_d2q;

    public static AVRational av_d2q(double d, int max) =>
        ((delegate* unmanaged<double, int, AVRational>)Entry(ref _av_d2q, "avutil", "av_d2q"))(d, max);

    private static nint _av_gcd;

    public static long av_gcd(long a, long b) =>
        ((delegate* unmanaged<long, long, long>)Entry(ref _av_gcd, "avutil", "av_gcd"))(a, b);

    private static nint _av_rescale;

    public static long av_rescale(long a, long b, long c) =>
        ((delegate* unmanaged<long, long, long, long>)Entry(ref _av_rescale, "avutil", "av_rescale"))(a, b, c);

    private static nint _av_rescale_rnd;

    public static long av_rescale_rnd(long a, long b, long c, AVRounding rnd) =>
        ((delegate* unmanaged<long, long, long, AVRounding, long>)Entry(ref _av_rescale_rnd, "avutil", "av_rescale_rnd"))(a, b, c, rnd);

    private static nint _av_rescale_q;

    public static long av_rescale_q(long a, AVRational bq, AVRational cq) =>
        ((delegate* unmanaged<long, AVRational, AVRational, long>)Entry(ref _av_rescale_q, "avutil", "av_rescale_q"))(a, bq, cq);

    private static nint _av_rescale_q_rnd;

    public static long av_rescale_q_rnd(long a, AVRational bq, AVRational cq, AVRounding rnd) =>
        ((delegate* unmanaged<long, AVRational, AVRational, AVRounding, long>)
            Entry(ref _av_rescale_q_rnd, "avutil", "av_rescale_q_rnd"))(a, bq, cq, rnd);

    private static nint _av_compare_ts;

    public static int av_compare_ts(long ts_a, AVRational tb_a, long ts_b, AVRational tb_b) =>
        ((delegate* unmanaged<long, AVRational, long, AVRational, int>)
            Entry(ref _av_compare_ts, "avutil", "av_compare_ts"))(ts_a, tb_a, ts_b, tb_b);

    private static nint _av_rescale_delta;

    public static long av_rescale_delta(AVRational in_tb, long in_ts, AVRational fs_tb, int duration, long* last, AVRational out_tb) =>
        ((delegate* unmanaged<AVRational, long, AVRational, int, long*, AVRational, long>)
            Entry(ref _av_rescale_delta, "avutil", "av_rescale_delta"))(in_tb, in_ts, fs_tb, duration, last, out_tb);

    private static nint _av_log_get_level;

    public static int av_log_get_level() =>
        ((delegate* unmanaged<int>)Entry(ref _av_log_get_level, "avutil", "av_log_get_level"))();

    private static nint _av_log_set_level;

    public static void av_log_set_level(int level) =>
        ((delegate* unmanaged<int, void>)Entry(ref _av_log_set_level, "avutil", "av_log_set_level"))(level);

    private static nint _av_log_set_callback;

    public static void av_log_set_callback(av_log_set_callback_callback_func callback) =>
        ((delegate* unmanaged<nint, void>)Entry(ref _av_log_set_callback, "avutil", "av_log_set_callback"))(callback.Pointer);

    private static nint _av_log_default_callback;

    public static void av_log_default_callback(void* avcl, int level, string? fmt, byte* vl)
    {
        using var fmtUtf8 = new Utf8Text(fmt);
        ((delegate* unmanaged<void*, int, byte*, byte*, void>)
            Entry(ref _av_log_default_callback, "avutil", "av_log_default_callback"))(avcl, level, fmtUtf8.Pointer, vl);
    }

    private static nint _av_log_format_line;

    public static void av_log_format_line(void* ptr, int level, string? fmt, byte* vl, byte* line, int line_size, int* print_prefix)
    {
        using var fmtUtf8 = new Utf8Text(fmt);
        ((delegate* unmanaged<void*, int, byte*, byte*, byte*, int, int*, void>)
            Entry(ref _av_log_format_line, "avutil", "av_log_format_line"))(ptr, level, fmtUtf8.Pointer, vl, line, line_size, print_prefix);
    }

    private static nint _av_log_format_line2;

    public static int av_log_format_line2(void* ptr, int level, string? fmt, byte* vl, byte* line, int line_size, int* print_prefix)
    {
        using var fmtUtf8 = new Utf8Text(fmt);
        return ((delegate* unmanaged<void*, int, byte*, byte*, byte*, int, int*, int>)
            Entry(ref _av_log_format_line2, "avutil", "av_log_format_line2"))(ptr, level, fmtUtf8.Pointer, vl, line, line_size,
                print_prefix);
    }

    private static nint _av_log_set_flags;

    public static void av_log_set_flags(int arg) =>
        ((delegate* unmanaged<int, void>)Entry(ref _av_log_set_flags, "avutil", "av_log_set_flags"))(arg);

    private static nint _av_log_get_flags;

    public static int av_log_get_flags() =>
        ((delegate* unmanaged<int>)Entry(ref _av_log_get_flags, "avutil", "av_log_get_flags"))();

    private static nint _av_get_time_base_q;

    public static AVRational av_get_time_base_q() =>
        ((delegate* unmanaged<AVRational>)Entry(ref _av_get_time_base_q, "avutil", "av_get_time_base_q"))();

    private static nint _av_mastering_display_metadata_alloc;

    public static AVMasteringDisplayMetadata* av_mastering_display_metadata_alloc() =>
        ((delegate* unmanaged<AVMasteringDisplayMetadata*>)
            Entry(ref _av_mastering_display_metadata_alloc, "avutil", "av_mastering_display_metadata_alloc"))();

    private static nint _av_mastering_display_metadata_create_side_data;

    public static AVMasteringDisplayMetadata* av_mastering_display_metadata_create_side_data(AVFrame* frame) =>
        ((delegate* unmanaged<AVFrame*, AVMasteringDisplayMetadata*>)
            Entry(ref _av_mastering_display_metadata_create_side_data, "avutil", "av_mastering_display_metadata_create_side_data"))(frame);

    private static nint _av_content_light_metadata_alloc;

    public static AVContentLightMetadata* av_content_light_metadata_alloc(ulong* size) =>
        ((delegate* unmanaged<ulong*, AVContentLightMetadata*>)
            Entry(ref _av_content_light_metadata_alloc, "avutil", "av_content_light_metadata_alloc"))(size);

    private static nint _av_content_light_metadata_create_side_data;

    public static AVContentLightMetadata* av_content_light_metadata_create_side_data(AVFrame* frame) =>
        ((delegate* unmanaged<AVFrame*, AVContentLightMetadata*>)
            Entry(ref _av_content_light_metadata_create_side_data, "avutil", "av_content_light_metadata_create_side_data"))(frame);

    private static nint _av_gettime;

    public static long av_gettime() =>
        ((delegate* unmanaged<long>)Entry(ref _av_gettime, "avutil", "av_gettime"))();

    private static nint _av_gettime_relative;

    public static long av_gettime_relative() =>
        ((delegate* unmanaged<long>)Entry(ref _av_gettime_relative, "avutil", "av_gettime_relative"))();

    private static nint _av_gettime_relative_is_monotonic;

    public static int av_gettime_relative_is_monotonic() =>
        ((delegate* unmanaged<int>)Entry(ref _av_gettime_relative_is_monotonic, "avutil", "av_gettime_relative_is_monotonic"))();

    private static nint _av_parse_ratio;

    public static int av_parse_ratio(AVRational* q, string? str, int max, int log_offset, void* log_ctx)
    {
        using var strUtf8 = new Utf8Text(str);
        return ((delegate* unmanaged<AVRational*, byte*, int, int, void*, int>)
            Entry(ref _av_parse_ratio, "avutil", "av_parse_ratio"))(q, strUtf8.Pointer, max, log_offset, log_ctx);
    }

    private static nint _av_parse_video_size;

    public static int av_parse_video_size(int* width_ptr, int* height_ptr, string? str)
    {
        using var strUtf8 = new Utf8Text(str);
        return ((delegate* unmanaged<int*, int*, byte*, int>)
            Entry(ref _av_parse_video_size, "avutil", "av_parse_video_size"))(width_ptr, height_ptr, strUtf8.Pointer);
    }

    private static nint _av_parse_video_rate;

    public static int av_parse_video_rate(AVRational* rate, string? str)
    {
        using var strUtf8 = new Utf8Text(str);
        return ((delegate* unmanaged<AVRational*, byte*, int>)
            Entry(ref _av_parse_video_rate, "avutil", "av_parse_video_rate"))(rate, strUtf8.Pointer);
    }

    private static nint _av_parse_color;

    public static int av_parse_color(byte* rgba_color, string? color_string, int slen, void* log_ctx)
    {
        using var color_stringUtf8 = new Utf8Text(color_string);
        return ((delegate* unmanaged<byte*, byte*, int, void*, int>)
            Entry(ref _av_parse_color, "avutil", "av_parse_color"))(rgba_color, color_stringUtf8.Pointer, slen, log_ctx);
    }
}
