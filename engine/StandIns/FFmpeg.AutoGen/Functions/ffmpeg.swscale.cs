namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _swscale_version;

    public static uint swscale_version() =>
        ((delegate* unmanaged<uint>)Entry(ref _swscale_version, "swscale", "swscale_version"))();

    private static nint _swscale_configuration;

    public static string swscale_configuration() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _swscale_configuration, "swscale", "swscale_configuration"))())!;

    private static nint _swscale_license;

    public static string swscale_license() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _swscale_license, "swscale", "swscale_license"))())!;

    private static nint _sws_getCoefficients;

    public static int* sws_getCoefficients(int colorspace) =>
        ((delegate* unmanaged<int, int*>)Entry(ref _sws_getCoefficients, "swscale", "sws_getCoefficients"))(colorspace);

    private static nint _sws_isSupportedInput;

    public static int sws_isSupportedInput(AVPixelFormat pix_fmt) =>
        ((delegate* unmanaged<AVPixelFormat, int>)Entry(ref _sws_isSupportedInput, "swscale", "sws_isSupportedInput"))(pix_fmt);

    private static nint _sws_isSupportedOutput;

    public static int sws_isSupportedOutput(AVPixelFormat pix_fmt) =>
        ((delegate* unmanaged<AVPixelFormat, int>)Entry(ref _sws_isSupportedOutput, "swscale", "sws_isSupportedOutput"))(pix_fmt);

    private static nint _sws_isSupportedEndiannessConversion;

    public static int sws_isSupportedEndiannessConversion(AVPixelFormat pix_fmt) =>
        ((delegate* unmanaged<AVPixelFormat, int>)
            Entry(ref _sws_isSupportedEndiannessConversion, "swscale", "sws_isSupportedEndiannessConversion"))(pix_fmt);

    private static nint _sws_alloc_context;

    public static SwsContext* sws_alloc_context() =>
        ((delegate* unmanaged<SwsContext*>)Entry(ref _sws_alloc_context, "swscale", "sws_alloc_context"))();

    private static nint _sws_init_context;

    public static int sws_init_context(SwsContext* sws_context, SwsFilter* srcFilter, SwsFilter* dstFilter) =>
        ((delegate* unmanaged<SwsContext*, SwsFilter*, SwsFilter*, int>)
            Entry(ref _sws_init_context, "swscale", "sws_init_context"))(sws_context, srcFilter, dstFilter);

    private static nint _sws_freeContext;

    public static void sws_freeContext(SwsContext* swsContext) =>
        ((delegate* unmanaged<SwsContext*, void>)Entry(ref _sws_freeContext, "swscale", "sws_freeContext"))(swsContext);

    private static nint _sws_getContext;

    public static SwsContext* sws_getContext(int srcW, int srcH, AVPixelFormat srcFormat, int dstW, int dstH, AVPixelFormat dstFormat,
        int flags, SwsFilter* srcFilter, SwsFilter* dstFilter, double* param) =>
        ((delegate* unmanaged<int, int, AVPixelFormat, int, int, AVPixelFormat, int, SwsFilter*, SwsFilter*, double*, SwsContext*>)
            Entry(ref _sws_getContext, "swscale", "sws_getContext"))(srcW, srcH, srcFormat, dstW, dstH, dstFormat, flags, srcFilter,
                dstFilter, param);

    private static nint _sws_scale;

    public static int sws_scale(SwsContext* c, byte*[] srcSlice, int[] srcStride, int srcSliceY, int srcSliceH, byte*[] dst,
        int[] dstStride)
    {
        fixed (byte** srcSlicePinned = srcSlice)
        fixed (int* srcStridePinned = srcStride)
        fixed (byte** dstPinned = dst)
        fixed (int* dstStridePinned = dstStride)
            return ((delegate* unmanaged<SwsContext*, byte**, int*, int, int, byte**, int*, int>)
                Entry(ref _sws_scale, "swscale", "sws_scale"))(c, srcSlicePinned, srcStridePinned, srcSliceY, srcSliceH, dstPinned,
                    dstStridePinned);
    }

    private static nint _sws_scale_frame;

    public static int sws_scale_frame(SwsContext* c, AVFrame* dst, AVFrame* src) =>
        ((delegate* unmanaged<SwsContext*, AVFrame*, AVFrame*, int>)Entry(ref _sws_scale_frame, "swscale", "sws_scale_frame"))(c, dst, src);

    private static nint _sws_frame_start;

    public static int sws_frame_start(SwsContext* c, AVFrame* dst, AVFrame* src) =>
        ((delegate* unmanaged<SwsContext*, AVFrame*, AVFrame*, int>)Entry(ref _sws_frame_start, "swscale", "sws_frame_start"))(c, dst, src);

    private static nint _sws_frame_end;

    public static void sws_frame_end(SwsContext* c) =>
        ((delegate* unmanaged<SwsContext*, void>)Entry(ref _sws_frame_end, "swscale", "sws_frame_end"))(c);

    private static nint _sws_send_slice;

    public static int sws_send_slice(SwsContext* c, uint slice_start, uint slice_height) =>
        ((delegate* unmanaged<SwsContext*, uint, uint, int>)
            Entry(ref _sws_send_slice, "swscale", "sws_send_slice"))(c, slice_start, slice_height);

    private static nint _sws_receive_slice;

    public static int sws_receive_slice(SwsContext* c, uint slice_start, uint slice_height) =>
        ((delegate* unmanaged<SwsContext*, uint, uint, int>)
            Entry(ref _sws_receive_slice, "swscale", "sws_receive_slice"))(c, slice_start, slice_height);

    private static nint _sws_receive_slice_alignment;

    public static uint sws_receive_slice_alignment(SwsContext* c) =>
        ((delegate* unmanaged<SwsContext*, uint>)Entry(ref _sws_receive_slice_alignment, "swscale", "sws_receive_slice_alignment"))(c);

    private static nint _sws_setColorspaceDetails;

    public static int sws_setColorspaceDetails(SwsContext* c, in int_array4 inv_table, int srcRange, in int_array4 table, int dstRange,
        int brightness, int contrast, int saturation)
    {
        fixed (int_array4* inv_tablePinned = &inv_table)
        fixed (int_array4* tablePinned = &table)
            return ((delegate* unmanaged<SwsContext*, int_array4*, int, int_array4*, int, int, int, int, int>)
                Entry(ref _sws_setColorspaceDetails, "swscale", "sws_setColorspaceDetails"))(c, inv_tablePinned, srcRange, tablePinned,
                    dstRange, brightness, contrast, saturation);
    }

    private static nint _sws_getColorspaceDetails;

    public static int sws_getColorspaceDetails(SwsContext* c, int** inv_table, int* srcRange, int** table, int* dstRange, int* brightness,
        int* contrast, int* saturation) =>
        ((delegate* unmanaged<SwsContext*, int**, int*, int**, int*, int*, int*, int*, int>)
            Entry(ref _sws_getColorspaceDetails, "swscale", "sws_getColorspaceDetails"))(c, inv_table, srcRange, table, dstRange,
                brightness, contrast, saturation);

    private static nint _sws_getCachedContext;

    public static SwsContext* sws_getCachedContext(SwsContext* context, int srcW, int srcH, AVPixelFormat srcFormat, int dstW, int dstH,
        AVPixelFormat dstFormat, int flags, SwsFilter* srcFilter, SwsFilter* dstFilter, double* param) =>
        ((delegate* unmanaged<SwsContext*, int, int, AVPixelFormat, int, int, AVPixelFormat, int, SwsFilter*, SwsFilter*, double*,
            SwsContext*>)
                Entry(ref _sws_getCachedContext, "swscale", "sws_getCachedContext"))(context, srcW, srcH, srcFormat, dstW, dstH, dstFormat,
                flags, srcFilter, dstFilter, param);

    private static nint _sws_get_class;

    public static AVClass* sws_get_class() =>
        ((delegate* unmanaged<AVClass*>)Entry(ref _sws_get_class, "swscale", "sws_get_class"))();
}
