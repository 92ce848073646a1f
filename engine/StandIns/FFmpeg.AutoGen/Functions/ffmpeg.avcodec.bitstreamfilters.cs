namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_bsf_get_by_name;

    public static AVBitStreamFilter* av_bsf_get_by_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVBitStreamFilter*>)
            Entry(ref _av_bsf_get_by_name, "avcodec", "av_bsf_get_by_name"))(nameUtf8.Pointer);
    }

    private static nint _av_bsf_iterate;

    public static AVBitStreamFilter* av_bsf_iterate(void** opaque) =>
        ((delegate* unmanaged<void**, AVBitStreamFilter*>)Entry(ref _av_bsf_iterate, "avcodec", "av_bsf_iterate"))(opaque);

    private static nint _av_bsf_alloc;

    public static int av_bsf_alloc(AVBitStreamFilter* filter, AVBSFContext** ctx) =>
        ((delegate* unmanaged<AVBitStreamFilter*, AVBSFContext**, int>)Entry(ref _av_bsf_alloc, "avcodec", "av_bsf_alloc"))(filter, ctx);

    private static nint _av_bsf_init;

    public static int av_bsf_init(AVBSFContext* ctx) =>
        ((delegate* unmanaged<AVBSFContext*, int>)Entry(ref _av_bsf_init, "avcodec", "av_bsf_init"))(ctx);

    private static nint _av_bsf_flush;

    public static void av_bsf_flush(AVBSFContext* ctx) =>
        ((delegate* unmanaged<AVBSFContext*, void>)Entry(ref _av_bsf_flush, "avcodec", "av_bsf_flush"))(ctx);

    private static nint _av_bsf_free;

    public static void av_bsf_free(AVBSFContext** ctx) =>
        ((delegate* unmanaged<AVBSFContext**, void>)Entry(ref _av_bsf_free, "avcodec", "av_bsf_free"))(ctx);

    private static nint _av_bsf_get_class;

    public static AVClass* av_bsf_get_class() =>
        ((delegate* unmanaged<AVClass*>)Entry(ref _av_bsf_get_class, "avcodec", "av_bsf_get_class"))();

    private static nint _av_bsf_get_null_filter;

    public static int av_bsf_get_null_filter(AVBSFContext** bsf) =>
        ((delegate* unmanaged<AVBSFContext**, int>)Entry(ref _av_bsf_get_null_filter, "avcodec", "av_bsf_get_null_filter"))(bsf);
}
