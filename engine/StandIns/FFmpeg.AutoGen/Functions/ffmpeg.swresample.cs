namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _swr_get_class;

    public static AVClass* swr_get_class() =>
        ((delegate* unmanaged<AVClass*>)Entry(ref _swr_get_class, "swresample", "swr_get_class"))();

    private static nint _swr_alloc;

    public static SwrContext* swr_alloc() =>
        ((delegate* unmanaged<SwrContext*>)Entry(ref _swr_alloc, "swresample", "swr_alloc"))();

    private static nint _swr_init;

    public static int swr_init(SwrContext* s) =>
        ((delegate* unmanaged<SwrContext*, int>)Entry(ref _swr_init, "swresample", "swr_init"))(s);

    private static nint _swr_is_initialized;

    public static int swr_is_initialized(SwrContext* s) =>
        ((delegate* unmanaged<SwrContext*, int>)Entry(ref _swr_is_initialized, "swresample", "swr_is_initialized"))(s);

    private static nint _swr_alloc_set_opts2;

    public static int swr_alloc_set_opts2(SwrContext** ps, AVChannelLayout* out_ch_layout, AVSampleFormat out_sample_fmt,
        int out_sample_rate, AVChannelLayout* in_ch_layout, AVSampleFormat in_sample_fmt, int in_sample_rate, int log_offset,
        void* log_ctx) =>
        ((delegate* unmanaged<SwrContext**, AVChannelLayout*, AVSampleFormat, int, AVChannelLayout*, AVSampleFormat, int, int, void*, int>)
            Entry(ref _swr_alloc_set_opts2, "swresample", "swr_alloc_set_opts2"))(ps, out_ch_layout, out_sample_fmt, out_sample_rate,
                in_ch_layout, in_sample_fmt, in_sample_rate, log_offset, log_ctx);

    private static nint _swr_free;

    public static void swr_free(SwrContext** s) =>
        ((delegate* unmanaged<SwrContext**, void>)Entry(ref _swr_free, "swresample", "swr_free"))(s);

    private static nint _swr_close;

    public static void swr_close(SwrContext* s) =>
        ((delegate* unmanaged<SwrContext*, void>)Entry(ref _swr_close, "swresample", "swr_close"))(s);

    private static nint _swr_convert;

    public static int swr_convert(SwrContext* s, byte** @out, int out_count, byte** @in, int in_count) =>
        ((delegate* unmanaged<SwrContext*, byte**, int, byte**, int, int>)
            Entry(ref _swr_convert, "swresample", "swr_convert"))(s, @out, out_count, @in, in_count);

    private static nint _swr_next_pts;

    public static long swr_next_pts(SwrContext* s, long pts) =>
        ((delegate* unmanaged<SwrContext*, long, long>)Entry(ref _swr_next_pts, "swresample", "swr_next_pts"))(s, pts);

    private static nint _swr_set_compensation;

    public static int swr_set_compensation(SwrContext* s, int sample_delta, int compensation_distance) =>
        ((delegate* unmanaged<SwrContext*, int, int, int>)
            Entry(ref _swr_set_compensation, "swresample", "swr_set_compensation"))(s, sample_delta, compensation_distance);

    private static nint _swr_set_channel_mapping;

    public static int swr_set_channel_mapping(SwrContext* s, int* channel_map) =>
        ((delegate* unmanaged<SwrContext*, int*, int>)
            Entry(ref _swr_set_channel_mapping, "swresample", "swr_set_channel_mapping"))(s, channel_map);

    private static nint _swr_set_matrix;

    public static int swr_set_matrix(SwrContext* s, double* matrix, int stride) =>
        ((delegate* unmanaged<SwrContext*, double*, int, int>)
            Entry(ref _swr_set_matrix, "swresample", "swr_set_matrix"))(s, matrix, stride);

    private static nint _swr_drop_output;

    public static int swr_drop_output(SwrContext* s, int count) =>
        ((delegate* unmanaged<SwrContext*, int, int>)Entry(ref _swr_drop_output, "swresample", "swr_drop_output"))(s, count);

    private static nint _swr_inject_silence;

    public static int swr_inject_silence(SwrContext* s, int count) =>
        ((delegate* unmanaged<SwrContext*, int, int>)Entry(ref _swr_inject_silence, "swresample", "swr_inject_silence"))(s, count);

    private static nint _swr_get_delay;

    public static long swr_get_delay(SwrContext* s, long @base) =>
        ((delegate* unmanaged<SwrContext*, long, long>)Entry(ref _swr_get_delay, "swresample", "swr_get_delay"))(s, @base);

    private static nint _swr_get_out_samples;

    public static int swr_get_out_samples(SwrContext* s, int in_samples) =>
        ((delegate* unmanaged<SwrContext*, int, int>)Entry(ref _swr_get_out_samples, "swresample", "swr_get_out_samples"))(s, in_samples);

    private static nint _swresample_version;

    public static uint swresample_version() =>
        ((delegate* unmanaged<uint>)Entry(ref _swresample_version, "swresample", "swresample_version"))();

    private static nint _swresample_configuration;

    public static string swresample_configuration() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _swresample_configuration, "swresample", "swresample_configuration"))())!;

    private static nint _swresample_license;

    public static string swresample_license() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _swresample_license, "swresample", "swresample_license"))())!;

    private static nint _swr_convert_frame;

    public static int swr_convert_frame(SwrContext* swr, AVFrame* output, AVFrame* input) =>
        ((delegate* unmanaged<SwrContext*, AVFrame*, AVFrame*, int>)
            Entry(ref _swr_convert_frame, "swresample", "swr_convert_frame"))(swr, output, input);

    private static nint _swr_config_frame;

    public static int swr_config_frame(SwrContext* swr, AVFrame* @out, AVFrame* @in) =>
        ((delegate* unmanaged<SwrContext*, AVFrame*, AVFrame*, int>)
            Entry(ref _swr_config_frame, "swresample", "swr_config_frame"))(swr, @out, @in);
}
