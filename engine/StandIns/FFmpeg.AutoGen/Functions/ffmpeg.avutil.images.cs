namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_get_bits_per_pixel;

    public static int av_get_bits_per_pixel(AVPixFmtDescriptor* pixdesc) =>
        ((delegate* unmanaged<AVPixFmtDescriptor*, int>)Entry(ref _av_get_bits_per_pixel, "avutil", "av_get_bits_per_pixel"))(pixdesc);

    private static nint _av_get_padded_bits_per_pixel;

    public static int av_get_padded_bits_per_pixel(AVPixFmtDescriptor* pixdesc) =>
        ((delegate* unmanaged<AVPixFmtDescriptor*, int>)
            Entry(ref _av_get_padded_bits_per_pixel, "avutil", "av_get_padded_bits_per_pixel"))(pixdesc);

    private static nint _av_pix_fmt_desc_get;

    public static AVPixFmtDescriptor* av_pix_fmt_desc_get(AVPixelFormat pix_fmt) =>
        ((delegate* unmanaged<AVPixelFormat, AVPixFmtDescriptor*>)
            Entry(ref _av_pix_fmt_desc_get, "avutil", "av_pix_fmt_desc_get"))(pix_fmt);

    private static nint _av_pix_fmt_desc_next;

    public static AVPixFmtDescriptor* av_pix_fmt_desc_next(AVPixFmtDescriptor* prev) =>
        ((delegate* unmanaged<AVPixFmtDescriptor*, AVPixFmtDescriptor*>)
            Entry(ref _av_pix_fmt_desc_next, "avutil", "av_pix_fmt_desc_next"))(prev);

    private static nint _av_pix_fmt_desc_get_id;

    public static AVPixelFormat av_pix_fmt_desc_get_id(AVPixFmtDescriptor* desc) =>
        ((delegate* unmanaged<AVPixFmtDescriptor*, AVPixelFormat>)
            Entry(ref _av_pix_fmt_desc_get_id, "avutil", "av_pix_fmt_desc_get_id"))(desc);

    private static nint _av_pix_fmt_get_chroma_sub_sample;

    public static int av_pix_fmt_get_chroma_sub_sample(AVPixelFormat pix_fmt, int* h_shift, int* v_shift) =>
        ((delegate* unmanaged<AVPixelFormat, int*, int*, int>)
            Entry(ref _av_pix_fmt_get_chroma_sub_sample, "avutil", "av_pix_fmt_get_chroma_sub_sample"))(pix_fmt, h_shift, v_shift);

    private static nint _av_pix_fmt_count_planes;

    public static int av_pix_fmt_count_planes(AVPixelFormat pix_fmt) =>
        ((delegate* unmanaged<AVPixelFormat, int>)Entry(ref _av_pix_fmt_count_planes, "avutil", "av_pix_fmt_count_planes"))(pix_fmt);

    private static nint _av_color_range_name;

    public static string? av_color_range_name(AVColorRange range) =>
        Utf8Text.Read(((delegate* unmanaged<AVColorRange, byte*>)Entry(ref _av_color_range_name, "avutil", "av_color_range_name"))(range));

    private static nint _av_color_range_from_name;

    public static int av_color_range_from_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, int>)
            Entry(ref _av_color_range_from_name, "avutil", "av_color_range_from_name"))(nameUtf8.Pointer);
    }

    private static nint _av_color_primaries_name;

    public static string? av_color_primaries_name(AVColorPrimaries primaries) =>
        Utf8Text.Read(((delegate* unmanaged<AVColorPrimaries, byte*>)
            Entry(ref _av_color_primaries_name, "avutil", "av_color_primaries_name"))(primaries));

    private static nint _av_color_primaries_from_name;

    public static int av_color_primaries_from_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, int>)
            Entry(ref _av_color_primaries_from_name, "avutil", "av_color_primaries_from_name"))(nameUtf8.Pointer);
    }

    private static nint _av_color_transfer_name;

    public static string? av_color_transfer_name(AVColorTransferCharacteristic transfer) =>
        Utf8Text.Read(((delegate* unmanaged<AVColorTransferCharacteristic, byte*>)
            Entry(ref _av_color_transfer_name, "avutil", "av_color_transfer_name"))(transfer));

    private static nint _av_color_transfer_from_name;

    public static int av_color_transfer_from_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, int>)
            Entry(ref _av_color_transfer_from_name, "avutil", "av_color_transfer_from_name"))(nameUtf8.Pointer);
    }

    private static nint _av_color_space_name;

    public static string? av_color_space_name(AVColorSpace space) =>
        Utf8Text.Read(((delegate* unmanaged<AVColorSpace, byte*>)Entry(ref _av_color_space_name, "avutil", "av_color_space_name"))(space));

    private static nint _av_color_space_from_name;

    public static int av_color_space_from_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, int>)
            Entry(ref _av_color_space_from_name, "avutil", "av_color_space_from_name"))(nameUtf8.Pointer);
    }

    private static nint _av_chroma_location_name;

    public static string? av_chroma_location_name(AVChromaLocation location) =>
        Utf8Text.Read(((delegate* unmanaged<AVChromaLocation, byte*>)
            Entry(ref _av_chroma_location_name, "avutil", "av_chroma_location_name"))(location));

    private static nint _av_chroma_location_from_name;

    public static int av_chroma_location_from_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, int>)
            Entry(ref _av_chroma_location_from_name, "avutil", "av_chroma_location_from_name"))(nameUtf8.Pointer);
    }

    private static nint _av_get_pix_fmt;

    public static AVPixelFormat av_get_pix_fmt(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVPixelFormat>)Entry(ref _av_get_pix_fmt, "avutil", "av_get_pix_fmt"))(nameUtf8.Pointer);
    }

    private static nint _av_get_pix_fmt_name;

    public static string? av_get_pix_fmt_name(AVPixelFormat pix_fmt) =>
        Utf8Text.Read(((delegate* unmanaged<AVPixelFormat, byte*>)
            Entry(ref _av_get_pix_fmt_name, "avutil", "av_get_pix_fmt_name"))(pix_fmt));

    private static nint _av_get_pix_fmt_string;

    public static byte* av_get_pix_fmt_string(byte* buf, int buf_size, AVPixelFormat pix_fmt) =>
        ((delegate* unmanaged<byte*, int, AVPixelFormat, byte*>)
            Entry(ref _av_get_pix_fmt_string, "avutil", "av_get_pix_fmt_string"))(buf, buf_size, pix_fmt);

    private static nint _av_get_pix_fmt_loss;

    public static int av_get_pix_fmt_loss(AVPixelFormat dst_pix_fmt, AVPixelFormat src_pix_fmt, int has_alpha) =>
        ((delegate* unmanaged<AVPixelFormat, AVPixelFormat, int, int>)
            Entry(ref _av_get_pix_fmt_loss, "avutil", "av_get_pix_fmt_loss"))(dst_pix_fmt, src_pix_fmt, has_alpha);

    private static nint _av_find_best_pix_fmt_of_2;

    public static AVPixelFormat av_find_best_pix_fmt_of_2(AVPixelFormat dst_pix_fmt1, AVPixelFormat dst_pix_fmt2,
        AVPixelFormat src_pix_fmt, int has_alpha, int* loss_ptr) =>
        ((delegate* unmanaged<AVPixelFormat, AVPixelFormat, AVPixelFormat, int, int*, AVPixelFormat>)
            Entry(ref _av_find_best_pix_fmt_of_2, "avutil", "av_find_best_pix_fmt_of_2"))(dst_pix_fmt1, dst_pix_fmt2, src_pix_fmt,
                has_alpha, loss_ptr);

    private static nint _av_image_fill_max_pixsteps;

    public static void av_image_fill_max_pixsteps(ref int_array4 max_pixsteps, ref int_array4 max_pixstep_comps,
        AVPixFmtDescriptor* pixdesc)
    {
        fixed (int_array4* max_pixstepsPinned = &max_pixsteps)
        fixed (int_array4* max_pixstep_compsPinned = &max_pixstep_comps)
            ((delegate* unmanaged<int_array4*, int_array4*, AVPixFmtDescriptor*, void>)
                Entry(ref _av_image_fill_max_pixsteps, "avutil", "av_image_fill_max_pixsteps"))(max_pixstepsPinned,
                    max_pixstep_compsPinned, pixdesc);
    }

    private static nint _av_image_get_linesize;

    public static int av_image_get_linesize(AVPixelFormat pix_fmt, int width, int plane) =>
        ((delegate* unmanaged<AVPixelFormat, int, int, int>)
            Entry(ref _av_image_get_linesize, "avutil", "av_image_get_linesize"))(pix_fmt, width, plane);

    private static nint _av_image_fill_linesizes;

    public static int av_image_fill_linesizes(ref int_array4 linesizes, AVPixelFormat pix_fmt, int width)
    {
        fixed (int_array4* linesizesPinned = &linesizes)
            return ((delegate* unmanaged<int_array4*, AVPixelFormat, int, int>)
                Entry(ref _av_image_fill_linesizes, "avutil", "av_image_fill_linesizes"))(linesizesPinned, pix_fmt, width);
    }

    private static nint _av_image_fill_plane_sizes;

    public static int av_image_fill_plane_sizes(ref ulong_array4 size, AVPixelFormat pix_fmt, int height, in long_array4 linesizes)
    {
        fixed (ulong_array4* sizePinned = &size)
        fixed (long_array4* linesizesPinned = &linesizes)
            return ((delegate* unmanaged<ulong_array4*, AVPixelFormat, int, long_array4*, int>)
                Entry(ref _av_image_fill_plane_sizes, "avutil", "av_image_fill_plane_sizes"))(sizePinned, pix_fmt, height, linesizesPinned);
    }

    private static nint _av_image_fill_pointers;

    public static int av_image_fill_pointers(ref byte_ptrArray4 data, AVPixelFormat pix_fmt, int height, byte* ptr, in int_array4 linesizes)
    {
        fixed (byte_ptrArray4* dataPinned = &data)
        fixed (int_array4* linesizesPinned = &linesizes)
            return ((delegate* unmanaged<byte_ptrArray4*, AVPixelFormat, int, byte*, int_array4*, int>)
                Entry(ref _av_image_fill_pointers, "avutil", "av_image_fill_pointers"))(dataPinned, pix_fmt, height, ptr, linesizesPinned);
    }

    private static nint _av_image_alloc;

    public static int av_image_alloc(ref byte_ptrArray4 pointers, ref int_array4 linesizes, int w, int h, AVPixelFormat pix_fmt, int align)
    {
        fixed (byte_ptrArray4* pointersPinned = &pointers)
        fixed (int_array4* linesizesPinned = &linesizes)
            return ((delegate* unmanaged<byte_ptrArray4*, int_array4*, int, int, AVPixelFormat, int, int>)
                Entry(ref _av_image_alloc, "avutil", "av_image_alloc"))(pointersPinned, linesizesPinned, w, h, pix_fmt, align);
    }

    private static nint _av_image_copy_plane;

    public static void av_image_copy_plane(byte* dst, int dst_linesize, byte* src, int src_linesize, int bytewidth, int height) =>
        ((delegate* unmanaged<byte*, int, byte*, int, int, int, void>)
            Entry(ref _av_image_copy_plane, "avutil", "av_image_copy_plane"))(dst, dst_linesize, src, src_linesize, bytewidth, height);

    private static nint _av_image_copy;

    public static void av_image_copy(ref byte_ptrArray4 dst_data, ref int_array4 dst_linesizes, in byte_ptrArray4 src_data,
        in int_array4 src_linesizes, AVPixelFormat pix_fmt, int width, int height)
    {
        fixed (byte_ptrArray4* dst_dataPinned = &dst_data)
        fixed (int_array4* dst_linesizesPinned = &dst_linesizes)
        fixed (byte_ptrArray4* src_dataPinned = &src_data)
        fixed (int_array4* src_linesizesPinned = &src_linesizes)
            ((delegate* unmanaged<byte_ptrArray4*, int_array4*, byte_ptrArray4*, int_array4*, AVPixelFormat, int, int, void>)
                Entry(ref _av_image_copy, "avutil", "av_image_copy"))(dst_dataPinned, dst_linesizesPinned, src_dataPinned,
                    src_linesizesPinned, pix_fmt, width, height);
    }

    private static nint _av_image_fill_arrays;

    public static int av_image_fill_arrays(ref byte_ptrArray4 dst_data, ref int_array4 dst_linesize, byte* src, AVPixelFormat pix_fmt,
        int width, int height, int align)
    {
        fixed (byte_ptrArray4* dst_dataPinned = &dst_data)
        fixed (int_array4* dst_linesizePinned = &dst_linesize)
            return ((delegate* unmanaged<byte_ptrArray4*, int_array4*, byte*, AVPixelFormat, int, int, int, int>)
                Entry(ref _av_image_fill_arrays, "avutil", "av_image_fill_arrays"))(dst_dataPinned, dst_linesizePinned, src, pix_fmt,
                    width, height, align);
    }

    private static nint _av_image_get_buffer_size;

    public static int av_image_get_buffer_size(AVPixelFormat pix_fmt, int width, int height, int align) =>
        ((delegate* unmanaged<AVPixelFormat, int, int, int, int>)
            Entry(ref _av_image_get_buffer_size, "avutil", "av_image_get_buffer_size"))(pix_fmt, width, height, align);

    private static nint _av_image_copy_to_buffer;

    public static int av_image_copy_to_buffer(byte* dst, int dst_size, in byte_ptrArray4 src_data, in int_array4 src_linesize,
        AVPixelFormat pix_fmt, int width, int height, int align)
    {
        fixed (byte_ptrArray4* src_dataPinned = &src_data)
        fixed (int_array4* src_linesizePinned = &src_linesize)
            return ((delegate* unmanaged<byte*, int, byte_ptrArray4*, int_array4*, AVPixelFormat, int, int, int, int>)
                Entry(ref _av_image_copy_to_buffer, "avutil", "av_image_copy_to_buffer"))(dst, dst_size, src_dataPinned,
                    src_linesizePinned, pix_fmt, width, height, align);
    }

    private static nint _av_image_check_size;

    public static int av_image_check_size(uint w, uint h, int log_offset, void* log_ctx) =>
        ((delegate* unmanaged<uint, uint, int, void*, int>)
            Entry(ref _av_image_check_size, "avutil", "av_image_check_size"))(w, h, log_offset, log_ctx);

    private static nint _av_image_check_size2;

    public static int av_image_check_size2(uint w, uint h, long max_pixels, AVPixelFormat pix_fmt, int log_offset, void* log_ctx) =>
        ((delegate* unmanaged<uint, uint, long, AVPixelFormat, int, void*, int>)
            Entry(ref _av_image_check_size2, "avutil", "av_image_check_size2"))(w, h, max_pixels, pix_fmt, log_offset, log_ctx);

    private static nint _av_image_check_sar;

    public static int av_image_check_sar(uint w, uint h, AVRational sar) =>
        ((delegate* unmanaged<uint, uint, AVRational, int>)Entry(ref _av_image_check_sar, "avutil", "av_image_check_sar"))(w, h, sar);

    private static nint _av_image_fill_black;

    public static int av_image_fill_black(ref byte_ptrArray4 dst_data, in long_array4 dst_linesize, AVPixelFormat pix_fmt,
        AVColorRange range, int width, int height)
    {
        fixed (byte_ptrArray4* dst_dataPinned = &dst_data)
        fixed (long_array4* dst_linesizePinned = &dst_linesize)
            return ((delegate* unmanaged<byte_ptrArray4*, long_array4*, AVPixelFormat, AVColorRange, int, int, int>)
                Entry(ref _av_image_fill_black, "avutil", "av_image_fill_black"))(dst_dataPinned, dst_linesizePinned, pix_fmt, range,
                    width, height);
    }

    private static nint _av_display_rotation_get;

    public static double av_display_rotation_get(in int_array9 matrix)
    {
        fixed (int_array9* matrixPinned = &matrix)
            return ((delegate* unmanaged<int_array9*, double>)
                Entry(ref _av_display_rotation_get, "avutil", "av_display_rotation_get"))(matrixPinned);
    }

    private static nint _av_display_rotation_set;

    public static void av_display_rotation_set(ref int_array9 matrix, double angle)
    {
        fixed (int_array9* matrixPinned = &matrix)
            ((delegate* unmanaged<int_array9*, double, void>)
                Entry(ref _av_display_rotation_set, "avutil", "av_display_rotation_set"))(matrixPinned, angle);
    }

    private static nint _av_display_matrix_flip;

    public static void av_display_matrix_flip(ref int_array9 matrix, int hflip, int vflip)
    {
        fixed (int_array9* matrixPinned = &matrix)
            ((delegate* unmanaged<int_array9*, int, int, void>)
                Entry(ref _av_display_matrix_flip, "avutil", "av_display_matrix_flip"))(matrixPinned, hflip, vflip);
    }
}
