namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_buffer_alloc;

    public static AVBufferRef* av_buffer_alloc(ulong size) =>
        ((delegate* unmanaged<ulong, AVBufferRef*>)Entry(ref _av_buffer_alloc, "avutil", "av_buffer_alloc"))(size);

    private static nint _av_buffer_allocz;

    public static AVBufferRef* av_buffer_allocz(ulong size) =>
        ((delegate* unmanaged<ulong, AVBufferRef*>)Entry(ref _av_buffer_allocz, "avutil", "av_buffer_allocz"))(size);

    private static nint _av_buffer_create;

    public static AVBufferRef* av_buffer_create(byte* data, ulong size, av_buffer_create_free_func free, void* opaque, int flags) =>
        ((delegate* unmanaged<byte*, ulong, nint, void*, int, AVBufferRef*>)
            Entry(ref _av_buffer_create, "avutil", "av_buffer_create"))(data, size, free.Pointer, opaque, flags);

    private static nint _av_buffer_default_free;

    public static void av_buffer_default_free(void* opaque, byte* data) =>
        ((delegate* unmanaged<void*, byte*, void>)Entry(ref _av_buffer_default_free, "avutil", "av_buffer_default_free"))(opaque, data);

    private static nint _av_buffer_ref;

    public static AVBufferRef* av_buffer_ref(AVBufferRef* buf) =>
        ((delegate* unmanaged<AVBufferRef*, AVBufferRef*>)Entry(ref _av_buffer_ref, "avutil", "av_buffer_ref"))(buf);

    private static nint _av_buffer_unref;

    public static void av_buffer_unref(AVBufferRef** buf) =>
        ((delegate* unmanaged<AVBufferRef**, void>)Entry(ref _av_buffer_unref, "avutil", "av_buffer_unref"))(buf);

    private static nint _av_buffer_is_writable;

    public static int av_buffer_is_writable(AVBufferRef* buf) =>
        ((delegate* unmanaged<AVBufferRef*, int>)Entry(ref _av_buffer_is_writable, "avutil", "av_buffer_is_writable"))(buf);

    private static nint _av_buffer_get_opaque;

    public static void* av_buffer_get_opaque(AVBufferRef* buf) =>
        ((delegate* unmanaged<AVBufferRef*, void*>)Entry(ref _av_buffer_get_opaque, "avutil", "av_buffer_get_opaque"))(buf);

    private static nint _av_buffer_get_ref_count;

    public static int av_buffer_get_ref_count(AVBufferRef* buf) =>
        ((delegate* unmanaged<AVBufferRef*, int>)Entry(ref _av_buffer_get_ref_count, "avutil", "av_buffer_get_ref_count"))(buf);

    private static nint _av_buffer_make_writable;

    public static int av_buffer_make_writable(AVBufferRef** buf) =>
        ((delegate* unmanaged<AVBufferRef**, int>)Entry(ref _av_buffer_make_writable, "avutil", "av_buffer_make_writable"))(buf);

    private static nint _av_buffer_realloc;

    public static int av_buffer_realloc(AVBufferRef** buf, ulong size) =>
        ((delegate* unmanaged<AVBufferRef**, ulong, int>)Entry(ref _av_buffer_realloc, "avutil", "av_buffer_realloc"))(buf, size);

    private static nint _av_buffer_replace;

    public static int av_buffer_replace(AVBufferRef** dst, AVBufferRef* src) =>
        ((delegate* unmanaged<AVBufferRef**, AVBufferRef*, int>)Entry(ref _av_buffer_replace, "avutil", "av_buffer_replace"))(dst, src);

    private static nint _av_buffer_pool_init;

    public static AVBufferPool* av_buffer_pool_init(ulong size, av_buffer_pool_init_alloc_func alloc) =>
        ((delegate* unmanaged<ulong, nint, AVBufferPool*>)
            Entry(ref _av_buffer_pool_init, "avutil", "av_buffer_pool_init"))(size, alloc.Pointer);

    private static nint _av_buffer_pool_init2;

    public static AVBufferPool* av_buffer_pool_init2(ulong size, void* opaque, av_buffer_pool_init2_alloc_func alloc,
        av_buffer_pool_init2_pool_free_func pool_free) =>
        ((delegate* unmanaged<ulong, void*, nint, nint, AVBufferPool*>)
            Entry(ref _av_buffer_pool_init2, "avutil", "av_buffer_pool_init2"))(size, opaque, alloc.Pointer, pool_free.Pointer);

    private static nint _av_buffer_pool_uninit;

    public static void av_buffer_pool_uninit(AVBufferPool** pool) =>
        ((delegate* unmanaged<AVBufferPool**, void>)Entry(ref _av_buffer_pool_uninit, "avutil", "av_buffer_pool_uninit"))(pool);

    private static nint _av_buffer_pool_get;

    public static AVBufferRef* av_buffer_pool_get(AVBufferPool* pool) =>
        ((delegate* unmanaged<AVBufferPool*, AVBufferRef*>)Entry(ref _av_buffer_pool_get, "avutil", "av_buffer_pool_get"))(pool);

    private static nint _av_buffer_pool_buffer_get_opaque;

    public static void* av_buffer_pool_buffer_get_opaque(AVBufferRef* @ref) =>
        ((delegate* unmanaged<AVBufferRef*, void*>)
            Entry(ref _av_buffer_pool_buffer_get_opaque, "avutil", "av_buffer_pool_buffer_get_opaque"))(@ref);

    private static nint _av_frame_alloc;

    public static AVFrame* av_frame_alloc() =>
        ((delegate* unmanaged<AVFrame*>)Entry(ref _av_frame_alloc, "avutil", "av_frame_alloc"))();

    private static nint _av_frame_free;

    public static void av_frame_free(AVFrame** frame) =>
        ((delegate* unmanaged<AVFrame**, void>)Entry(ref _av_frame_free, "avutil", "av_frame_free"))(frame);

    private static nint _av_frame_ref;

    public static int av_frame_ref(AVFrame* dst, AVFrame* src) =>
        ((delegate* unmanaged<AVFrame*, AVFrame*, int>)Entry(ref _av_frame_ref, "avutil", "av_frame_ref"))(dst, src);

    private static nint _av_frame_clone;

    public static AVFrame* av_frame_clone(AVFrame* src) =>
        ((delegate* unmanaged<AVFrame*, AVFrame*>)Entry(ref _av_frame_clone, "avutil", "av_frame_clone"))(src);

    private static nint _av_frame_unref;

    public static void av_frame_unref(AVFrame* frame) =>
        ((delegate* unmanaged<AVFrame*, void>)Entry(ref _av_frame_unref, "avutil", "av_frame_unref"))(frame);

    private static nint _av_frame_move_ref;

    public static void av_frame_move_ref(AVFrame* dst, AVFrame* src) =>
        ((delegate* unmanaged<AVFrame*, AVFrame*, void>)Entry(ref _av_frame_move_ref, "avutil", "av_frame_move_ref"))(dst, src);

    private static nint _av_frame_get_buffer;

    public static int av_frame_get_buffer(AVFrame* frame, int align) =>
        ((delegate* unmanaged<AVFrame*, int, int>)Entry(ref _av_frame_get_buffer, "avutil", "av_frame_get_buffer"))(frame, align);

    private static nint _av_frame_is_writable;

    public static int av_frame_is_writable(AVFrame* frame) =>
        ((delegate* unmanaged<AVFrame*, int>)Entry(ref _av_frame_is_writable, "avutil", "av_frame_is_writable"))(frame);

    private static nint _av_frame_make_writable;

    public static int av_frame_make_writable(AVFrame* frame) =>
        ((delegate* unmanaged<AVFrame*, int>)Entry(ref _av_frame_make_writable, "avutil", "av_frame_make_writable"))(frame);

    private static nint _av_frame_copy;

    public static int av_frame_copy(AVFrame* dst, AVFrame* src) =>
        ((delegate* unmanaged<AVFrame*, AVFrame*, int>)Entry(ref _av_frame_copy, "avutil", "av_frame_copy"))(dst, src);

    private static nint _av_frame_copy_props;

    public static int av_frame_copy_props(AVFrame* dst, AVFrame* src) =>
        ((delegate* unmanaged<AVFrame*, AVFrame*, int>)Entry(ref _av_frame_copy_props, "avutil", "av_frame_copy_props"))(dst, src);

    private static nint _av_frame_get_plane_buffer;

    public static AVBufferRef* av_frame_get_plane_buffer(AVFrame* frame, int plane) =>
        ((delegate* unmanaged<AVFrame*, int, AVBufferRef*>)
            Entry(ref _av_frame_get_plane_buffer, "avutil", "av_frame_get_plane_buffer"))(frame, plane);

    private static nint _av_frame_new_side_data;

    public static AVFrameSideData* av_frame_new_side_data(AVFrame* frame, AVFrameSideDataType type, ulong size) =>
        ((delegate* unmanaged<AVFrame*, AVFrameSideDataType, ulong, AVFrameSideData*>)
            Entry(ref _av_frame_new_side_data, "avutil", "av_frame_new_side_data"))(frame, type, size);

    private static nint _av_frame_new_side_data_from_buf;

    public static AVFrameSideData* av_frame_new_side_data_from_buf(AVFrame* frame, AVFrameSideDataType type, AVBufferRef* buf) =>
        ((delegate* unmanaged<AVFrame*, AVFrameSideDataType, AVBufferRef*, AVFrameSideData*>)
            Entry(ref _av_frame_new_side_data_from_buf, "avutil", "av_frame_new_side_data_from_buf"))(frame, type, buf);

    private static nint _av_frame_get_side_data;

    public static AVFrameSideData* av_frame_get_side_data(AVFrame* frame, AVFrameSideDataType type) =>
        ((delegate* unmanaged<AVFrame*, AVFrameSideDataType, AVFrameSideData*>)
            Entry(ref _av_frame_get_side_data, "avutil", "av_frame_get_side_data"))(frame, type);

    private static nint _av_frame_remove_side_data;

    public static void av_frame_remove_side_data(AVFrame* frame, AVFrameSideDataType type) =>
        ((delegate* unmanaged<AVFrame*, AVFrameSideDataType, void>)
            Entry(ref _av_frame_remove_side_data, "avutil", "av_frame_remove_side_data"))(frame, type);

    private static nint _av_frame_apply_cropping;

    public static int av_frame_apply_cropping(AVFrame* frame, int flags) =>
        ((delegate* unmanaged<AVFrame*, int, int>)Entry(ref _av_frame_apply_cropping, "avutil", "av_frame_apply_cropping"))(frame, flags);

    private static nint _av_frame_side_data_name;

    public static string? av_frame_side_data_name(AVFrameSideDataType type) =>
        Utf8Text.Read(((delegate* unmanaged<AVFrameSideDataType, byte*>)
            Entry(ref _av_frame_side_data_name, "avutil", "av_frame_side_data_name"))(type));
}
