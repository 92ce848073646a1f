namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_buffersrc_get_nb_failed_requests;

    public static uint av_buffersrc_get_nb_failed_requests(AVFilterContext* buffer_src) =>
        ((delegate* unmanaged<AVFilterContext*, uint>)
            Entry(ref _av_buffersrc_get_nb_failed_requests, "avfilter", "av_buffersrc_get_nb_failed_requests"))(buffer_src);

    private static nint _av_buffersrc_parameters_alloc;

    public static AVBufferSrcParameters* av_buffersrc_parameters_alloc() =>
        ((delegate* unmanaged<AVBufferSrcParameters*>)
            Entry(ref _av_buffersrc_parameters_alloc, "avfilter", "av_buffersrc_parameters_alloc"))();

    private static nint _av_buffersrc_parameters_set;

    public static int av_buffersrc_parameters_set(AVFilterContext* ctx, AVBufferSrcParameters* param) =>
        ((delegate* unmanaged<AVFilterContext*, AVBufferSrcParameters*, int>)
            Entry(ref _av_buffersrc_parameters_set, "avfilter", "av_buffersrc_parameters_set"))(ctx, param);

    private static nint _av_buffersrc_write_frame;

    public static int av_buffersrc_write_frame(AVFilterContext* ctx, AVFrame* frame) =>
        ((delegate* unmanaged<AVFilterContext*, AVFrame*, int>)
            Entry(ref _av_buffersrc_write_frame, "avfilter", "av_buffersrc_write_frame"))(ctx, frame);

    private static nint _av_buffersrc_add_frame;

    public static int av_buffersrc_add_frame(AVFilterContext* ctx, AVFrame* frame) =>
        ((delegate* unmanaged<AVFilterContext*, AVFrame*, int>)
            Entry(ref _av_buffersrc_add_frame, "avfilter", "av_buffersrc_add_frame"))(ctx, frame);

    private static nint _av_buffersrc_add_frame_flags;

    public static int av_buffersrc_add_frame_flags(AVFilterContext* buffer_src, AVFrame* frame, int flags) =>
        ((delegate* unmanaged<AVFilterContext*, AVFrame*, int, int>)
            Entry(ref _av_buffersrc_add_frame_flags, "avfilter", "av_buffersrc_add_frame_flags"))(buffer_src, frame, flags);

    private static nint _av_buffersrc_close;

    public static int av_buffersrc_close(AVFilterContext* ctx, long pts, uint flags) =>
        ((delegate* unmanaged<AVFilterContext*, long, uint, int>)
            Entry(ref _av_buffersrc_close, "avfilter", "av_buffersrc_close"))(ctx, pts, flags);

    private static nint _av_buffersink_get_frame_flags;

    public static int av_buffersink_get_frame_flags(AVFilterContext* ctx, AVFrame* frame, int flags) =>
        ((delegate* unmanaged<AVFilterContext*, AVFrame*, int, int>)
            Entry(ref _av_buffersink_get_frame_flags, "avfilter", "av_buffersink_get_frame_flags"))(ctx, frame, flags);

    private static nint _av_buffersink_set_frame_size;

    public static void av_buffersink_set_frame_size(AVFilterContext* ctx, uint frame_size) =>
        ((delegate* unmanaged<AVFilterContext*, uint, void>)
            Entry(ref _av_buffersink_set_frame_size, "avfilter", "av_buffersink_set_frame_size"))(ctx, frame_size);

    private static nint _av_buffersink_get_type;

    public static AVMediaType av_buffersink_get_type(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, AVMediaType>)Entry(ref _av_buffersink_get_type, "avfilter", "av_buffersink_get_type"))(ctx);

    private static nint _av_buffersink_get_time_base;

    public static AVRational av_buffersink_get_time_base(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, AVRational>)
            Entry(ref _av_buffersink_get_time_base, "avfilter", "av_buffersink_get_time_base"))(ctx);

    private static nint _av_buffersink_get_format;

    public static int av_buffersink_get_format(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, int>)Entry(ref _av_buffersink_get_format, "avfilter", "av_buffersink_get_format"))(ctx);

    private static nint _av_buffersink_get_frame_rate;

    public static AVRational av_buffersink_get_frame_rate(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, AVRational>)
            Entry(ref _av_buffersink_get_frame_rate, "avfilter", "av_buffersink_get_frame_rate"))(ctx);

    private static nint _av_buffersink_get_w;

    public static int av_buffersink_get_w(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, int>)Entry(ref _av_buffersink_get_w, "avfilter", "av_buffersink_get_w"))(ctx);

    private static nint _av_buffersink_get_h;

    public static int av_buffersink_get_h(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, int>)Entry(ref _av_buffersink_get_h, "avfilter", "av_buffersink_get_h"))(ctx);

    private static nint _av_buffersink_get_sample_aspect_ratio;

    public static AVRational av_buffersink_get_sample_aspect_ratio(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, AVRational>)
            Entry(ref _av_buffersink_get_sample_aspect_ratio, "avfilter", "av_buffersink_get_sample_aspect_ratio"))(ctx);

    private static nint _av_buffersink_get_channels;

    public static int av_buffersink_get_channels(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, int>)Entry(ref _av_buffersink_get_channels, "avfilter", "av_buffersink_get_channels"))(ctx);

    private static nint _av_buffersink_get_ch_layout;

    public static int av_buffersink_get_ch_layout(AVFilterContext* ctx, AVChannelLayout* ch_layout) =>
        ((delegate* unmanaged<AVFilterContext*, AVChannelLayout*, int>)
            Entry(ref _av_buffersink_get_ch_layout, "avfilter", "av_buffersink_get_ch_layout"))(ctx, ch_layout);

    private static nint _av_buffersink_get_sample_rate;

    public static int av_buffersink_get_sample_rate(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, int>)
            Entry(ref _av_buffersink_get_sample_rate, "avfilter", "av_buffersink_get_sample_rate"))(ctx);

    private static nint _av_buffersink_get_hw_frames_ctx;

    public static AVBufferRef* av_buffersink_get_hw_frames_ctx(AVFilterContext* ctx) =>
        ((delegate* unmanaged<AVFilterContext*, AVBufferRef*>)
            Entry(ref _av_buffersink_get_hw_frames_ctx, "avfilter", "av_buffersink_get_hw_frames_ctx"))(ctx);

    private static nint _av_buffersink_get_frame;

    public static int av_buffersink_get_frame(AVFilterContext* ctx, AVFrame* frame) =>
        ((delegate* unmanaged<AVFilterContext*, AVFrame*, int>)
            Entry(ref _av_buffersink_get_frame, "avfilter", "av_buffersink_get_frame"))(ctx, frame);

    private static nint _av_buffersink_get_samples;

    public static int av_buffersink_get_samples(AVFilterContext* ctx, AVFrame* frame, int nb_samples) =>
        ((delegate* unmanaged<AVFilterContext*, AVFrame*, int, int>)
            Entry(ref _av_buffersink_get_samples, "avfilter", "av_buffersink_get_samples"))(ctx, frame, nb_samples);
}
