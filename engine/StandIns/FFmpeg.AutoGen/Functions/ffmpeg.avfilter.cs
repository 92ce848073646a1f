namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _avfilter_version;

    public static uint avfilter_version() =>
        ((delegate* unmanaged<uint>)Entry(ref _avfilter_version, "avfilter", "avfilter_version"))();

    private static nint _avfilter_configuration;

    public static string avfilter_configuration() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avfilter_configuration, "avfilter", "avfilter_configuration"))())!;

    private static nint _avfilter_license;

    public static string avfilter_license() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avfilter_license, "avfilter", "avfilter_license"))())!;

    private static nint _avfilter_filter_pad_count;

    public static uint avfilter_filter_pad_count(AVFilter* filter, int is_output) =>
        ((delegate* unmanaged<AVFilter*, int, uint>)
            Entry(ref _avfilter_filter_pad_count, "avfilter", "avfilter_filter_pad_count"))(filter, is_output);

    private static nint _av_filter_iterate;

    public static AVFilter* av_filter_iterate(void** opaque) =>
        ((delegate* unmanaged<void**, AVFilter*>)Entry(ref _av_filter_iterate, "avfilter", "av_filter_iterate"))(opaque);

    private static nint _avfilter_get_by_name;

    public static AVFilter* avfilter_get_by_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVFilter*>)
            Entry(ref _avfilter_get_by_name, "avfilter", "avfilter_get_by_name"))(nameUtf8.Pointer);
    }

    private static nint _avfilter_init_str;

    public static int avfilter_init_str(AVFilterContext* ctx, string? args)
    {
        using var argsUtf8 = new Utf8Text(args);
        return ((delegate* unmanaged<AVFilterContext*, byte*, int>)
            Entry(ref _avfilter_init_str, "avfilter", "avfilter_init_str"))(ctx, argsUtf8.Pointer);
    }

    private static nint _avfilter_init_dict;

    public static int avfilter_init_dict(AVFilterContext* ctx, AVDictionary** options) =>
        ((delegate* unmanaged<AVFilterContext*, AVDictionary**, int>)
            Entry(ref _avfilter_init_dict, "avfilter", "avfilter_init_dict"))(ctx, options);

    private static nint _avfilter_free;

    public static void avfilter_free(AVFilterContext* filter) =>
        ((delegate* unmanaged<AVFilterContext*, void>)Entry(ref _avfilter_free, "avfilter", "avfilter_free"))(filter);

    private static nint _avfilter_get_class;

    public static AVClass* avfilter_get_class() =>
        ((delegate* unmanaged<AVClass*>)Entry(ref _avfilter_get_class, "avfilter", "avfilter_get_class"))();

    private static nint _avfilter_graph_alloc;

    public static AVFilterGraph* avfilter_graph_alloc() =>
        ((delegate* unmanaged<AVFilterGraph*>)Entry(ref _avfilter_graph_alloc, "avfilter", "avfilter_graph_alloc"))();

    private static nint _avfilter_graph_alloc_filter;

    public static AVFilterContext* avfilter_graph_alloc_filter(AVFilterGraph* graph, AVFilter* filter, string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<AVFilterGraph*, AVFilter*, byte*, AVFilterContext*>)
            Entry(ref _avfilter_graph_alloc_filter, "avfilter", "avfilter_graph_alloc_filter"))(graph, filter, nameUtf8.Pointer);
    }

    private static nint _avfilter_graph_get_filter;

    public static AVFilterContext* avfilter_graph_get_filter(AVFilterGraph* graph, string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<AVFilterGraph*, byte*, AVFilterContext*>)
            Entry(ref _avfilter_graph_get_filter, "avfilter", "avfilter_graph_get_filter"))(graph, nameUtf8.Pointer);
    }

    private static nint _avfilter_graph_create_filter;

    public static int avfilter_graph_create_filter(AVFilterContext** filt_ctx, AVFilter* filt, string? name, string? args, void* opaque,
        AVFilterGraph* graph_ctx)
    {
        using var nameUtf8 = new Utf8Text(name);
        using var argsUtf8 = new Utf8Text(args);
        return ((delegate* unmanaged<AVFilterContext**, AVFilter*, byte*, byte*, void*, AVFilterGraph*, int>)
            Entry(ref _avfilter_graph_create_filter, "avfilter", "avfilter_graph_create_filter"))(filt_ctx, filt, nameUtf8.Pointer,
                argsUtf8.Pointer, opaque, graph_ctx);
    }

    private static nint _avfilter_graph_set_auto_convert;

    public static void avfilter_graph_set_auto_convert(AVFilterGraph* graph, uint flags) =>
        ((delegate* unmanaged<AVFilterGraph*, uint, void>)
            Entry(ref _avfilter_graph_set_auto_convert, "avfilter", "avfilter_graph_set_auto_convert"))(graph, flags);

    private static nint _avfilter_graph_config;

    public static int avfilter_graph_config(AVFilterGraph* graphctx, void* log_ctx) =>
        ((delegate* unmanaged<AVFilterGraph*, void*, int>)
            Entry(ref _avfilter_graph_config, "avfilter", "avfilter_graph_config"))(graphctx, log_ctx);

    private static nint _avfilter_graph_free;

    public static void avfilter_graph_free(AVFilterGraph** graph) =>
        ((delegate* unmanaged<AVFilterGraph**, void>)Entry(ref _avfilter_graph_free, "avfilter", "avfilter_graph_free"))(graph);

    private static nint _avfilter_inout_alloc;

    public static AVFilterInOut* avfilter_inout_alloc() =>
        ((delegate* unmanaged<AVFilterInOut*>)Entry(ref _avfilter_inout_alloc, "avfilter", "avfilter_inout_alloc"))();

    private static nint _avfilter_inout_free;

    public static void avfilter_inout_free(AVFilterInOut** inout) =>
        ((delegate* unmanaged<AVFilterInOut**, void>)Entry(ref _avfilter_inout_free, "avfilter", "avfilter_inout_free"))(inout);

    private static nint _avfilter_graph_parse;

    public static int avfilter_graph_parse(AVFilterGraph* graph, string? filters, AVFilterInOut* inputs, AVFilterInOut* outputs,
        void* log_ctx)
    {
        using var filtersUtf8 = new Utf8Text(filters);
        return ((delegate* unmanaged<AVFilterGraph*, byte*, AVFilterInOut*, AVFilterInOut*, void*, int>)
            Entry(ref _avfilter_graph_parse, "avfilter", "avfilter_graph_parse"))(graph, filtersUtf8.Pointer, inputs, outputs, log_ctx);
    }

    private static nint _avfilter_graph_parse_ptr;

    public static int avfilter_graph_parse_ptr(AVFilterGraph* graph, string? filters, AVFilterInOut** inputs, AVFilterInOut** outputs,
        void* log_ctx)
    {
        using var filtersUtf8 = new Utf8Text(filters);
        return ((delegate* unmanaged<AVFilterGraph*, byte*, AVFilterInOut**, AVFilterInOut**, void*, int>)
            Entry(ref _avfilter_graph_parse_ptr, "avfilter", "avfilter_graph_parse_ptr"))(graph, filtersUtf8.Pointer, inputs, outputs,
                log_ctx);
    }

    private static nint _avfilter_graph_parse2;

    public static int avfilter_graph_parse2(AVFilterGraph* graph, string? filters, AVFilterInOut** inputs, AVFilterInOut** outputs)
    {
        using var filtersUtf8 = new Utf8Text(filters);
        return ((delegate* unmanaged<AVFilterGraph*, byte*, AVFilterInOut**, AVFilterInOut**, int>)
            Entry(ref _avfilter_graph_parse2, "avfilter", "avfilter_graph_parse2"))(graph, filtersUtf8.Pointer, inputs, outputs);
    }

    private static nint _avfilter_graph_send_command;

    public static int avfilter_graph_send_command(AVFilterGraph* graph, string? target, string? cmd, string? arg, byte* res, int res_len,
        int flags)
    {
        using var targetUtf8 = new Utf8Text(target);
        using var cmdUtf8 = new Utf8Text(cmd);
        using var argUtf8 = new Utf8Text(arg);
        return ((delegate* unmanaged<AVFilterGraph*, byte*, byte*, byte*, byte*, int, int, int>)
            Entry(ref _avfilter_graph_send_command, "avfilter", "avfilter_graph_send_command"))(graph, targetUtf8.Pointer, cmdUtf8.Pointer,
                argUtf8.Pointer, res, res_len, flags);
    }

    private static nint _avfilter_graph_queue_command;

    public static int avfilter_graph_queue_command(AVFilterGraph* graph, string? target, string? cmd, string? arg, int flags, double ts)
    {
        using var targetUtf8 = new Utf8Text(target);
        using var cmdUtf8 = new Utf8Text(cmd);
        using var argUtf8 = new Utf8Text(arg);
        return ((delegate* unmanaged<AVFilterGraph*, byte*, byte*, byte*, int, double, int>)
            Entry(ref _avfilter_graph_queue_command, "avfilter", "avfilter_graph_queue_command"))(graph, targetUtf8.Pointer,
                cmdUtf8.Pointer, argUtf8.Pointer, flags, ts);
    }

    private static nint _avfilter_graph_dump;

    public static byte* avfilter_graph_dump(AVFilterGraph* graph, string? options)
    {
        using var optionsUtf8 = new Utf8Text(options);
        return ((delegate* unmanaged<AVFilterGraph*, byte*, byte*>)
            Entry(ref _avfilter_graph_dump, "avfilter", "avfilter_graph_dump"))(graph, optionsUtf8.Pointer);
    }

    private static nint _avfilter_graph_request_oldest;

    public static int avfilter_graph_request_oldest(AVFilterGraph* graph) =>
        ((delegate* unmanaged<AVFilterGraph*, int>)
            Entry(ref _avfilter_graph_request_oldest, "avfilter", "avfilter_graph_request_oldest"))(graph);
}
