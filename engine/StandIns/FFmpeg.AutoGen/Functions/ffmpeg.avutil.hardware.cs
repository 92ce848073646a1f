namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_hwdevice_find_type_by_name;

    public static AVHWDeviceType av_hwdevice_find_type_by_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVHWDeviceType>)
            Entry(ref _av_hwdevice_find_type_by_name, "avutil", "av_hwdevice_find_type_by_name"))(nameUtf8.Pointer);
    }

    private static nint _av_hwdevice_get_type_name;

    public static string? av_hwdevice_get_type_name(AVHWDeviceType type) =>
        Utf8Text.Read(((delegate* unmanaged<AVHWDeviceType, byte*>)
            Entry(ref _av_hwdevice_get_type_name, "avutil", "av_hwdevice_get_type_name"))(type));

    private static nint _av_hwdevice_iterate_types;

    public static AVHWDeviceType av_hwdevice_iterate_types(AVHWDeviceType prev) =>
        ((delegate* unmanaged<AVHWDeviceType, AVHWDeviceType>)
            Entry(ref _av_hwdevice_iterate_types, "avutil", "av_hwdevice_iterate_types"))(prev);

    private static nint _av_hwdevice_ctx_alloc;

    public static AVBufferRef* av_hwdevice_ctx_alloc(AVHWDeviceType type) =>
        ((delegate* unmanaged<AVHWDeviceType, AVBufferRef*>)Entry(ref _av_hwdevice_ctx_alloc, "avutil", "av_hwdevice_ctx_alloc"))(type);

    private static nint _av_hwdevice_ctx_init;

    public static int av_hwdevice_ctx_init(AVBufferRef* @ref) =>
        ((delegate* unmanaged<AVBufferRef*, int>)Entry(ref _av_hwdevice_ctx_init, "avutil", "av_hwdevice_ctx_init"))(@ref);

    private static nint _av_hwdevice_ctx_create;

    public static int av_hwdevice_ctx_create(AVBufferRef** device_ctx, AVHWDeviceType type, string? device, AVDictionary* opts, int flags)
    {
        using var deviceUtf8 = new Utf8Text(device);
        return ((delegate* unmanaged<AVBufferRef**, AVHWDeviceType, byte*, AVDictionary*, int, int>)
            Entry(ref _av_hwdevice_ctx_create, "avutil", "av_hwdevice_ctx_create"))(device_ctx, type, deviceUtf8.Pointer, opts, flags);
    }

    private static nint _av_hwdevice_ctx_create_derived;

    public static int av_hwdevice_ctx_create_derived(AVBufferRef** dst_ctx, AVHWDeviceType type, AVBufferRef* src_ctx, int flags) =>
        ((delegate* unmanaged<AVBufferRef**, AVHWDeviceType, AVBufferRef*, int, int>)
            Entry(ref _av_hwdevice_ctx_create_derived, "avutil", "av_hwdevice_ctx_create_derived"))(dst_ctx, type, src_ctx, flags);

    private static nint _av_hwdevice_ctx_create_derived_opts;

    public static int av_hwdevice_ctx_create_derived_opts(AVBufferRef** dst_ctx, AVHWDeviceType type, AVBufferRef* src_ctx,
        AVDictionary* options, int flags) =>
        ((delegate* unmanaged<AVBufferRef**, AVHWDeviceType, AVBufferRef*, AVDictionary*, int, int>)
            Entry(ref _av_hwdevice_ctx_create_derived_opts, "avutil", "av_hwdevice_ctx_create_derived_opts"))(dst_ctx, type, src_ctx,
                options, flags);

    private static nint _av_hwframe_ctx_alloc;

    public static AVBufferRef* av_hwframe_ctx_alloc(AVBufferRef* device_ctx) =>
        ((delegate* unmanaged<AVBufferRef*, AVBufferRef*>)Entry(ref _av_hwframe_ctx_alloc, "avutil", "av_hwframe_ctx_alloc"))(device_ctx);

    private static nint _av_hwframe_ctx_init;

    public static int av_hwframe_ctx_init(AVBufferRef* @ref) =>
        ((delegate* unmanaged<AVBufferRef*, int>)Entry(ref _av_hwframe_ctx_init, "avutil", "av_hwframe_ctx_init"))(@ref);

    private static nint _av_hwframe_get_buffer;

    public static int av_hwframe_get_buffer(AVBufferRef* hwframe_ctx, AVFrame* frame, int flags) =>
        ((delegate* unmanaged<AVBufferRef*, AVFrame*, int, int>)
            Entry(ref _av_hwframe_get_buffer, "avutil", "av_hwframe_get_buffer"))(hwframe_ctx, frame, flags);

    private static nint _av_hwframe_transfer_data;

    public static int av_hwframe_transfer_data(AVFrame* dst, AVFrame* src, int flags) =>
        ((delegate* unmanaged<AVFrame*, AVFrame*, int, int>)
            Entry(ref _av_hwframe_transfer_data, "avutil", "av_hwframe_transfer_data"))(dst, src, flags);

    private static nint _av_hwframe_transfer_get_formats;

    public static int av_hwframe_transfer_get_formats(AVBufferRef* hwframe_ctx, AVHWFrameTransferDirection dir, AVPixelFormat** formats,
        int flags) =>
        ((delegate* unmanaged<AVBufferRef*, AVHWFrameTransferDirection, AVPixelFormat**, int, int>)
            Entry(ref _av_hwframe_transfer_get_formats, "avutil", "av_hwframe_transfer_get_formats"))(hwframe_ctx, dir, formats, flags);

    private static nint _av_hwdevice_get_hwframe_constraints;

    public static AVHWFramesConstraints* av_hwdevice_get_hwframe_constraints(AVBufferRef* @ref, void* hwconfig) =>
        ((delegate* unmanaged<AVBufferRef*, void*, AVHWFramesConstraints*>)
            Entry(ref _av_hwdevice_get_hwframe_constraints, "avutil", "av_hwdevice_get_hwframe_constraints"))(@ref, hwconfig);

    private static nint _av_hwframe_constraints_free;

    public static void av_hwframe_constraints_free(AVHWFramesConstraints** constraints) =>
        ((delegate* unmanaged<AVHWFramesConstraints**, void>)
            Entry(ref _av_hwframe_constraints_free, "avutil", "av_hwframe_constraints_free"))(constraints);

    private static nint _av_hwframe_map;

    public static int av_hwframe_map(AVFrame* dst, AVFrame* src, int flags) =>
        ((delegate* unmanaged<AVFrame*, AVFrame*, int, int>)Entry(ref _av_hwframe_map, "avutil", "av_hwframe_map"))(dst, src, flags);

    private static nint _av_hwframe_ctx_create_derived;

    public static int av_hwframe_ctx_create_derived(AVBufferRef** derived_frame_ctx, AVPixelFormat format, AVBufferRef* derived_device_ctx,
        AVBufferRef* source_frame_ctx, int flags) =>
        ((delegate* unmanaged<AVBufferRef**, AVPixelFormat, AVBufferRef*, AVBufferRef*, int, int>)
            Entry(ref _av_hwframe_ctx_create_derived, "avutil", "av_hwframe_ctx_create_derived"))(derived_frame_ctx, format,
                derived_device_ctx, source_frame_ctx, flags);
}
