namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_default_item_name;

    public static string? av_default_item_name(void* ctx) =>
        Utf8Text.Read(((delegate* unmanaged<void*, byte*>)Entry(ref _av_default_item_name, "avutil", "av_default_item_name"))(ctx));

    private static nint _av_dict_get;

    public static AVDictionaryEntry* av_dict_get(AVDictionary* m, string? key, AVDictionaryEntry* prev, int flags)
    {
        using var keyUtf8 = new Utf8Text(key);
        return ((delegate* unmanaged<AVDictionary*, byte*, AVDictionaryEntry*, int, AVDictionaryEntry*>)
            Entry(ref _av_dict_get, "avutil", "av_dict_get"))(m, keyUtf8.Pointer, prev, flags);
    }

    private static nint _av_dict_count;

    public static int av_dict_count(AVDictionary* m) =>
        ((delegate* unmanaged<AVDictionary*, int>)Entry(ref _av_dict_count, "avutil", "av_dict_count"))(m);

    private static nint _av_dict_set;

    public static int av_dict_set(AVDictionary** pm, string? key, string? value, int flags)
    {
        using var keyUtf8 = new Utf8Text(key);
        using var valueUtf8 = new Utf8Text(value);
        return ((delegate* unmanaged<AVDictionary**, byte*, byte*, int, int>)
            Entry(ref _av_dict_set, "avutil", "av_dict_set"))(pm, keyUtf8.Pointer, valueUtf8.Pointer, flags);
    }

    private static nint _av_dict_set_int;

    public static int av_dict_set_int(AVDictionary** pm, string? key, long value, int flags)
    {
        using var keyUtf8 = new Utf8Text(key);
        return ((delegate* unmanaged<AVDictionary**, byte*, long, int, int>)
            Entry(ref _av_dict_set_int, "avutil", "av_dict_set_int"))(pm, keyUtf8.Pointer, value, flags);
    }

    private static nint _av_dict_parse_string;

    public static int av_dict_parse_string(AVDictionary** pm, string? str, string? key_val_sep, string? pairs_sep, int flags)
    {
        using var strUtf8 = new Utf8Text(str);
        using var key_val_sepUtf8 = new Utf8Text(key_val_sep);
        using var pairs_sepUtf8 = new Utf8Text(pairs_sep);
        return ((delegate* unmanaged<AVDictionary**, byte*, byte*, byte*, int, int>)
            Entry(ref _av_dict_parse_string, "avutil", "av_dict_parse_string"))(pm, strUtf8.Pointer, key_val_sepUtf8.Pointer,
                pairs_sepUtf8.Pointer, flags);
    }

    private static nint _av_dict_copy;

    public static int av_dict_copy(AVDictionary** dst, AVDictionary* src, int flags) =>
        ((delegate* unmanaged<AVDictionary**, AVDictionary*, int, int>)Entry(ref _av_dict_copy, "avutil", "av_dict_copy"))(dst, src, flags);

    private static nint _av_dict_free;

    public static void av_dict_free(AVDictionary** m) =>
        ((delegate* unmanaged<AVDictionary**, void>)Entry(ref _av_dict_free, "avutil", "av_dict_free"))(m);

    private static nint _av_dict_get_string;

    public static int av_dict_get_string(AVDictionary* m, byte** buffer, byte key_val_sep, byte pairs_sep) =>
        ((delegate* unmanaged<AVDictionary*, byte**, byte, byte, int>)
            Entry(ref _av_dict_get_string, "avutil", "av_dict_get_string"))(m, buffer, key_val_sep, pairs_sep);

    private static nint _av_opt_set_defaults;

    public static void av_opt_set_defaults(void* s) =>
        ((delegate* unmanaged<void*, void>)Entry(ref _av_opt_set_defaults, "avutil", "av_opt_set_defaults"))(s);

    private static nint _av_opt_set_defaults2;

    public static void av_opt_set_defaults2(void* s, int mask, int flags) =>
        ((delegate* unmanaged<void*, int, int, void>)Entry(ref _av_opt_set_defaults2, "avutil", "av_opt_set_defaults2"))(s, mask, flags);

    private static nint _av_opt_set_from_string;

    public static int av_opt_set_from_string(void* ctx, string? opts, byte** shorthand, string? key_val_sep, string? pairs_sep)
    {
        using var optsUtf8 = new Utf8Text(opts);
        using var key_val_sepUtf8 = new Utf8Text(key_val_sep);
        using var pairs_sepUtf8 = new Utf8Text(pairs_sep);
        return ((delegate* unmanaged<void*, byte*, byte**, byte*, byte*, int>)
            Entry(ref _av_opt_set_from_string, "avutil", "av_opt_set_from_string"))(ctx, optsUtf8.Pointer, shorthand,
                key_val_sepUtf8.Pointer, pairs_sepUtf8.Pointer);
    }

    private static nint _av_opt_free;

    public static void av_opt_free(void* obj) =>
        ((delegate* unmanaged<void*, void>)Entry(ref _av_opt_free, "avutil", "av_opt_free"))(obj);

    private static nint _av_opt_set_dict;

    public static int av_opt_set_dict(void* obj, AVDictionary** options) =>
        ((delegate* unmanaged<void*, AVDictionary**, int>)Entry(ref _av_opt_set_dict, "avutil", "av_opt_set_dict"))(obj, options);

    private static nint _av_opt_set_dict2;

    public static int av_opt_set_dict2(void* obj, AVDictionary** options, int search_flags) =>
        ((delegate* unmanaged<void*, AVDictionary**, int, int>)
            Entry(ref _av_opt_set_dict2, "avutil", "av_opt_set_dict2"))(obj, options, search_flags);

    private static nint _av_opt_find;

    public static AVOption* av_opt_find(void* obj, string? name, string? unit, int opt_flags, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        using var unitUtf8 = new Utf8Text(unit);
        return ((delegate* unmanaged<void*, byte*, byte*, int, int, AVOption*>)
            Entry(ref _av_opt_find, "avutil", "av_opt_find"))(obj, nameUtf8.Pointer, unitUtf8.Pointer, opt_flags, search_flags);
    }

    private static nint _av_opt_find2;

    public static AVOption* av_opt_find2(void* obj, string? name, string? unit, int opt_flags, int search_flags, void** target_obj)
    {
        using var nameUtf8 = new Utf8Text(name);
        using var unitUtf8 = new Utf8Text(unit);
        return ((delegate* unmanaged<void*, byte*, byte*, int, int, void**, AVOption*>)
            Entry(ref _av_opt_find2, "avutil", "av_opt_find2"))(obj, nameUtf8.Pointer, unitUtf8.Pointer, opt_flags, search_flags,
                target_obj);
    }

    private static nint _av_opt_next;

    public static AVOption* av_opt_next(void* obj, AVOption* prev) =>
        ((delegate* unmanaged<void*, AVOption*, AVOption*>)Entry(ref _av_opt_next, "avutil", "av_opt_next"))(obj, prev);

    private static nint _av_opt_set;

    public static int av_opt_set(void* obj, string? name, string? val, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        using var valUtf8 = new Utf8Text(val);
        return ((delegate* unmanaged<void*, byte*, byte*, int, int>)
            Entry(ref _av_opt_set, "avutil", "av_opt_set"))(obj, nameUtf8.Pointer, valUtf8.Pointer, search_flags);
    }

    private static nint _av_opt_set_int;

    public static int av_opt_set_int(void* obj, string? name, long val, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, long, int, int>)
            Entry(ref _av_opt_set_int, "avutil", "av_opt_set_int"))(obj, nameUtf8.Pointer, val, search_flags);
    }

    private static nint _av_opt_set_double;

    public static int av_opt_set_double(void* obj, string? name, double val, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, double, int, int>)
            Entry(ref _av_opt_set_double, "avutil", "av_opt_set_double"))(obj, nameUtf8.Pointer, val, search_flags);
    }

    private static nint _av_opt_set_q;

    public static int av_opt_set_q(void* obj, string? name, AVRational val, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, AVRational, int, int>)
            Entry(ref _av_opt_set_q, "avutil", "av_opt_set_q"))(obj, nameUtf8.Pointer, val, search_flags);
    }

    private static nint _av_opt_set_bin;

    public static int av_opt_set_bin(void* obj, string? name, byte* val, int size, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, byte*, int, int, int>)
            Entry(ref _av_opt_set_bin, "avutil", "av_opt_set_bin"))(obj, nameUtf8.Pointer, val, size, search_flags);
    }

    private static nint _av_opt_set_image_size;

    public static int av_opt_set_image_size(void* obj, string? name, int w, int h, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, int, int, int>)
            Entry(ref _av_opt_set_image_size, "avutil", "av_opt_set_image_size"))(obj, nameUtf8.Pointer, w, h, search_flags);
    }

    private static nint _av_opt_set_pixel_fmt;

    public static int av_opt_set_pixel_fmt(void* obj, string? name, AVPixelFormat fmt, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, AVPixelFormat, int, int>)
            Entry(ref _av_opt_set_pixel_fmt, "avutil", "av_opt_set_pixel_fmt"))(obj, nameUtf8.Pointer, fmt, search_flags);
    }

    private static nint _av_opt_set_sample_fmt;

    public static int av_opt_set_sample_fmt(void* obj, string? name, AVSampleFormat fmt, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, AVSampleFormat, int, int>)
            Entry(ref _av_opt_set_sample_fmt, "avutil", "av_opt_set_sample_fmt"))(obj, nameUtf8.Pointer, fmt, search_flags);
    }

    private static nint _av_opt_set_video_rate;

    public static int av_opt_set_video_rate(void* obj, string? name, AVRational val, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, AVRational, int, int>)
            Entry(ref _av_opt_set_video_rate, "avutil", "av_opt_set_video_rate"))(obj, nameUtf8.Pointer, val, search_flags);
    }

    private static nint _av_opt_set_chlayout;

    public static int av_opt_set_chlayout(void* obj, string? name, AVChannelLayout* layout, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, AVChannelLayout*, int, int>)
            Entry(ref _av_opt_set_chlayout, "avutil", "av_opt_set_chlayout"))(obj, nameUtf8.Pointer, layout, search_flags);
    }

    private static nint _av_opt_set_dict_val;

    public static int av_opt_set_dict_val(void* obj, string? name, AVDictionary* val, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, AVDictionary*, int, int>)
            Entry(ref _av_opt_set_dict_val, "avutil", "av_opt_set_dict_val"))(obj, nameUtf8.Pointer, val, search_flags);
    }

    private static nint _av_opt_get;

    public static int av_opt_get(void* obj, string? name, int search_flags, byte** out_val)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, byte**, int>)
            Entry(ref _av_opt_get, "avutil", "av_opt_get"))(obj, nameUtf8.Pointer, search_flags, out_val);
    }

    private static nint _av_opt_get_int;

    public static int av_opt_get_int(void* obj, string? name, int search_flags, long* out_val)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, long*, int>)
            Entry(ref _av_opt_get_int, "avutil", "av_opt_get_int"))(obj, nameUtf8.Pointer, search_flags, out_val);
    }

    private static nint _av_opt_get_double;

    public static int av_opt_get_double(void* obj, string? name, int search_flags, double* out_val)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, double*, int>)
            Entry(ref _av_opt_get_double, "avutil", "av_opt_get_double"))(obj, nameUtf8.Pointer, search_flags, out_val);
    }

    private static nint _av_opt_get_q;

    public static int av_opt_get_q(void* obj, string? name, int search_flags, AVRational* out_val)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, AVRational*, int>)
            Entry(ref _av_opt_get_q, "avutil", "av_opt_get_q"))(obj, nameUtf8.Pointer, search_flags, out_val);
    }

    private static nint _av_opt_get_image_size;

    public static int av_opt_get_image_size(void* obj, string? name, int search_flags, int* w_out, int* h_out)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, int*, int*, int>)
            Entry(ref _av_opt_get_image_size, "avutil", "av_opt_get_image_size"))(obj, nameUtf8.Pointer, search_flags, w_out, h_out);
    }

    private static nint _av_opt_get_pixel_fmt;

    public static int av_opt_get_pixel_fmt(void* obj, string? name, int search_flags, AVPixelFormat* out_fmt)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, AVPixelFormat*, int>)
            Entry(ref _av_opt_get_pixel_fmt, "avutil", "av_opt_get_pixel_fmt"))(obj, nameUtf8.Pointer, search_flags, out_fmt);
    }

    private static nint _av_opt_get_sample_fmt;

    public static int av_opt_get_sample_fmt(void* obj, string? name, int search_flags, AVSampleFormat* out_fmt)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, AVSampleFormat*, int>)
            Entry(ref _av_opt_get_sample_fmt, "avutil", "av_opt_get_sample_fmt"))(obj, nameUtf8.Pointer, search_flags, out_fmt);
    }

    private static nint _av_opt_get_video_rate;

    public static int av_opt_get_video_rate(void* obj, string? name, int search_flags, AVRational* out_val)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, AVRational*, int>)
            Entry(ref _av_opt_get_video_rate, "avutil", "av_opt_get_video_rate"))(obj, nameUtf8.Pointer, search_flags, out_val);
    }

    private static nint _av_opt_get_chlayout;

    public static int av_opt_get_chlayout(void* obj, string? name, int search_flags, AVChannelLayout* layout)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, AVChannelLayout*, int>)
            Entry(ref _av_opt_get_chlayout, "avutil", "av_opt_get_chlayout"))(obj, nameUtf8.Pointer, search_flags, layout);
    }

    private static nint _av_opt_get_dict_val;

    public static int av_opt_get_dict_val(void* obj, string? name, int search_flags, AVDictionary** out_val)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, AVDictionary**, int>)
            Entry(ref _av_opt_get_dict_val, "avutil", "av_opt_get_dict_val"))(obj, nameUtf8.Pointer, search_flags, out_val);
    }

    private static nint _av_opt_copy;

    public static int av_opt_copy(void* dest, void* src) =>
        ((delegate* unmanaged<void*, void*, int>)Entry(ref _av_opt_copy, "avutil", "av_opt_copy"))(dest, src);

    private static nint _av_opt_is_set_to_default;

    public static int av_opt_is_set_to_default(void* obj, AVOption* o) =>
        ((delegate* unmanaged<void*, AVOption*, int>)Entry(ref _av_opt_is_set_to_default, "avutil", "av_opt_is_set_to_default"))(obj, o);

    private static nint _av_opt_is_set_to_default_by_name;

    public static int av_opt_is_set_to_default_by_name(void* obj, string? name, int search_flags)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<void*, byte*, int, int>)
            Entry(ref _av_opt_is_set_to_default_by_name, "avutil", "av_opt_is_set_to_default_by_name"))(obj, nameUtf8.Pointer,
                search_flags);
    }

    private static nint _av_opt_serialize;

    public static int av_opt_serialize(void* obj, int opt_flags, int flags, byte** buffer, byte key_val_sep, byte pairs_sep) =>
        ((delegate* unmanaged<void*, int, int, byte**, byte, byte, int>)
            Entry(ref _av_opt_serialize, "avutil", "av_opt_serialize"))(obj, opt_flags, flags, buffer, key_val_sep, pairs_sep);
}
