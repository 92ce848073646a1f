namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_channel_name;

    public static int av_channel_name(byte* buf, ulong buf_size, AVChannel channel) =>
        ((delegate* unmanaged<byte*, ulong, AVChannel, int>)
            Entry(ref _av_channel_name, "avutil", "av_channel_name"))(buf, buf_size, channel);

    private static nint _av_channel_description;

    public static int av_channel_description(byte* buf, ulong buf_size, AVChannel channel) =>
        ((delegate* unmanaged<byte*, ulong, AVChannel, int>)
            Entry(ref _av_channel_description, "avutil", "av_channel_description"))(buf, buf_size, channel);

    private static nint _av_channel_from_string;

    public static AVChannel av_channel_from_string(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVChannel>)
            Entry(ref _av_channel_from_string, "avutil", "av_channel_from_string"))(nameUtf8.Pointer);
    }

    private static nint _av_channel_layout_from_mask;

    public static int av_channel_layout_from_mask(AVChannelLayout* channel_layout, ulong mask) =>
        ((delegate* unmanaged<AVChannelLayout*, ulong, int>)
            Entry(ref _av_channel_layout_from_mask, "avutil", "av_channel_layout_from_mask"))(channel_layout, mask);

    private static nint _av_channel_layout_from_string;

    public static int av_channel_layout_from_string(AVChannelLayout* channel_layout, string? str)
    {
        using var strUtf8 = new Utf8Text(str);
        return ((delegate* unmanaged<AVChannelLayout*, byte*, int>)
            Entry(ref _av_channel_layout_from_string, "avutil", "av_channel_layout_from_string"))(channel_layout, strUtf8.Pointer);
    }

    private static nint _av_channel_layout_default;

    public static void av_channel_layout_default(AVChannelLayout* ch_layout, int nb_channels) =>
        ((delegate* unmanaged<AVChannelLayout*, int, void>)
            Entry(ref _av_channel_layout_default, "avutil", "av_channel_layout_default"))(ch_layout, nb_channels);

    private static nint _av_channel_layout_standard;

    public static AVChannelLayout* av_channel_layout_standard(void** opaque) =>
        ((delegate* unmanaged<void**, AVChannelLayout*>)
            Entry(ref _av_channel_layout_standard, "avutil", "av_channel_layout_standard"))(opaque);

    private static nint _av_channel_layout_uninit;

    public static void av_channel_layout_uninit(AVChannelLayout* channel_layout) =>
        ((delegate* unmanaged<AVChannelLayout*, void>)
            Entry(ref _av_channel_layout_uninit, "avutil", "av_channel_layout_uninit"))(channel_layout);

    private static nint _av_channel_layout_copy;

    public static int av_channel_layout_copy(AVChannelLayout* dst, AVChannelLayout* src) =>
        ((delegate* unmanaged<AVChannelLayout*, AVChannelLayout*, int>)
            Entry(ref _av_channel_layout_copy, "avutil", "av_channel_layout_copy"))(dst, src);

    private static nint _av_channel_layout_describe;

    public static int av_channel_layout_describe(AVChannelLayout* channel_layout, byte* buf, ulong buf_size) =>
        ((delegate* unmanaged<AVChannelLayout*, byte*, ulong, int>)
            Entry(ref _av_channel_layout_describe, "avutil", "av_channel_layout_describe"))(channel_layout, buf, buf_size);

    private static nint _av_channel_layout_channel_from_index;

    public static AVChannel av_channel_layout_channel_from_index(AVChannelLayout* channel_layout, uint idx) =>
        ((delegate* unmanaged<AVChannelLayout*, uint, AVChannel>)
            Entry(ref _av_channel_layout_channel_from_index, "avutil", "av_channel_layout_channel_from_index"))(channel_layout, idx);

    private static nint _av_channel_layout_index_from_channel;

    public static int av_channel_layout_index_from_channel(AVChannelLayout* channel_layout, AVChannel channel) =>
        ((delegate* unmanaged<AVChannelLayout*, AVChannel, int>)
            Entry(ref _av_channel_layout_index_from_channel, "avutil", "av_channel_layout_index_from_channel"))(channel_layout, channel);

    private static nint _av_channel_layout_index_from_string;

    public static int av_channel_layout_index_from_string(AVChannelLayout* channel_layout, string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<AVChannelLayout*, byte*, int>)
            Entry(ref _av_channel_layout_index_from_string, "avutil", "av_channel_layout_index_from_string"))(channel_layout,
                nameUtf8.Pointer);
    }

    private static nint _av_channel_layout_channel_from_string;

    public static AVChannel av_channel_layout_channel_from_string(AVChannelLayout* channel_layout, string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<AVChannelLayout*, byte*, AVChannel>)
            Entry(ref _av_channel_layout_channel_from_string, "avutil", "av_channel_layout_channel_from_string"))(channel_layout,
                nameUtf8.Pointer);
    }

    private static nint _av_channel_layout_subset;

    public static ulong av_channel_layout_subset(AVChannelLayout* channel_layout, ulong mask) =>
        ((delegate* unmanaged<AVChannelLayout*, ulong, ulong>)
            Entry(ref _av_channel_layout_subset, "avutil", "av_channel_layout_subset"))(channel_layout, mask);

    private static nint _av_channel_layout_check;

    public static int av_channel_layout_check(AVChannelLayout* channel_layout) =>
        ((delegate* unmanaged<AVChannelLayout*, int>)
            Entry(ref _av_channel_layout_check, "avutil", "av_channel_layout_check"))(channel_layout);

    private static nint _av_channel_layout_compare;

    public static int av_channel_layout_compare(AVChannelLayout* chl, AVChannelLayout* chl1) =>
        ((delegate* unmanaged<AVChannelLayout*, AVChannelLayout*, int>)
            Entry(ref _av_channel_layout_compare, "avutil", "av_channel_layout_compare"))(chl, chl1);

    private static nint _av_get_sample_fmt_name;

    public static string? av_get_sample_fmt_name(AVSampleFormat sample_fmt) =>
        Utf8Text.Read(((delegate* unmanaged<AVSampleFormat, byte*>)
            Entry(ref _av_get_sample_fmt_name, "avutil", "av_get_sample_fmt_name"))(sample_fmt));

    private static nint _av_get_sample_fmt;

    public static AVSampleFormat av_get_sample_fmt(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVSampleFormat>)Entry(ref _av_get_sample_fmt, "avutil", "av_get_sample_fmt"))(nameUtf8.Pointer);
    }

    private static nint _av_get_packed_sample_fmt;

    public static AVSampleFormat av_get_packed_sample_fmt(AVSampleFormat sample_fmt) =>
        ((delegate* unmanaged<AVSampleFormat, AVSampleFormat>)
            Entry(ref _av_get_packed_sample_fmt, "avutil", "av_get_packed_sample_fmt"))(sample_fmt);

    private static nint _av_get_planar_sample_fmt;

    public static AVSampleFormat av_get_planar_sample_fmt(AVSampleFormat sample_fmt) =>
        ((delegate* unmanaged<AVSampleFormat, AVSampleFormat>)
            Entry(ref _av_get_planar_sample_fmt, "avutil", "av_get_planar_sample_fmt"))(sample_fmt);

    private static nint _av_get_sample_fmt_string;

    public static byte* av_get_sample_fmt_string(byte* buf, int buf_size, AVSampleFormat sample_fmt) =>
        ((delegate* unmanaged<byte*, int, AVSampleFormat, byte*>)
            Entry(ref _av_get_sample_fmt_string, "avutil", "av_get_sample_fmt_string"))(buf, buf_size, sample_fmt);

    private static nint _av_get_bytes_per_sample;

    public static int av_get_bytes_per_sample(AVSampleFormat sample_fmt) =>
        ((delegate* unmanaged<AVSampleFormat, int>)Entry(ref _av_get_bytes_per_sample, "avutil", "av_get_bytes_per_sample"))(sample_fmt);

    private static nint _av_sample_fmt_is_planar;

    public static int av_sample_fmt_is_planar(AVSampleFormat sample_fmt) =>
        ((delegate* unmanaged<AVSampleFormat, int>)Entry(ref _av_sample_fmt_is_planar, "avutil", "av_sample_fmt_is_planar"))(sample_fmt);

    private static nint _av_samples_get_buffer_size;

    public static int av_samples_get_buffer_size(int* linesize, int nb_channels, int nb_samples, AVSampleFormat sample_fmt, int align) =>
        ((delegate* unmanaged<int*, int, int, AVSampleFormat, int, int>)
            Entry(ref _av_samples_get_buffer_size, "avutil", "av_samples_get_buffer_size"))(linesize, nb_channels, nb_samples, sample_fmt,
                align);

    private static nint _av_samples_fill_arrays;

    public static int av_samples_fill_arrays(byte** audio_data, int* linesize, byte* buf, int nb_channels, int nb_samples,
        AVSampleFormat sample_fmt, int align) =>
        ((delegate* unmanaged<byte**, int*, byte*, int, int, AVSampleFormat, int, int>)
            Entry(ref _av_samples_fill_arrays, "avutil", "av_samples_fill_arrays"))(audio_data, linesize, buf, nb_channels, nb_samples,
                sample_fmt, align);

    private static nint _av_samples_alloc;

    public static int av_samples_alloc(byte** audio_data, int* linesize, int nb_channels, int nb_samples, AVSampleFormat sample_fmt,
        int align) =>
        ((delegate* unmanaged<byte**, int*, int, int, AVSampleFormat, int, int>)
            Entry(ref _av_samples_alloc, "avutil", "av_samples_alloc"))(audio_data, linesize, nb_channels, nb_samples, sample_fmt, align);

    private static nint _av_samples_alloc_array_and_samples;

    public static int av_samples_alloc_array_and_samples(byte*** audio_data, int* linesize, int nb_channels, int nb_samples,
        AVSampleFormat sample_fmt, int align) =>
        ((delegate* unmanaged<byte***, int*, int, int, AVSampleFormat, int, int>)
            Entry(ref _av_samples_alloc_array_and_samples, "avutil", "av_samples_alloc_array_and_samples"))(audio_data, linesize,
                nb_channels, nb_samples, sample_fmt, align);

    private static nint _av_samples_copy;

    public static int av_samples_copy(byte** dst, byte** src, int dst_offset, int src_offset, int nb_samples, int nb_channels,
        AVSampleFormat sample_fmt) =>
        ((delegate* unmanaged<byte**, byte**, int, int, int, int, AVSampleFormat, int>)
            Entry(ref _av_samples_copy, "avutil", "av_samples_copy"))(dst, src, dst_offset, src_offset, nb_samples, nb_channels,
                sample_fmt);

    private static nint _av_samples_set_silence;

    public static int av_samples_set_silence(byte** audio_data, int offset, int nb_samples, int nb_channels, AVSampleFormat sample_fmt) =>
        ((delegate* unmanaged<byte**, int, int, int, AVSampleFormat, int>)
            Entry(ref _av_samples_set_silence, "avutil", "av_samples_set_silence"))(audio_data, offset, nb_samples, nb_channels,
                sample_fmt);

    private static nint _av_audio_fifo_free;

    public static void av_audio_fifo_free(AVAudioFifo* af) =>
        ((delegate* unmanaged<AVAudioFifo*, void>)Entry(ref _av_audio_fifo_free, "avutil", "av_audio_fifo_free"))(af);

    private static nint _av_audio_fifo_alloc;

    public static AVAudioFifo* av_audio_fifo_alloc(AVSampleFormat sample_fmt, int channels, int nb_samples) =>
        ((delegate* unmanaged<AVSampleFormat, int, int, AVAudioFifo*>)
            Entry(ref _av_audio_fifo_alloc, "avutil", "av_audio_fifo_alloc"))(sample_fmt, channels, nb_samples);

    private static nint _av_audio_fifo_realloc;

    public static int av_audio_fifo_realloc(AVAudioFifo* af, int nb_samples) =>
        ((delegate* unmanaged<AVAudioFifo*, int, int>)Entry(ref _av_audio_fifo_realloc, "avutil", "av_audio_fifo_realloc"))(af, nb_samples);

    private static nint _av_audio_fifo_write;

    public static int av_audio_fifo_write(AVAudioFifo* af, void** data, int nb_samples) =>
        ((delegate* unmanaged<AVAudioFifo*, void**, int, int>)
            Entry(ref _av_audio_fifo_write, "avutil", "av_audio_fifo_write"))(af, data, nb_samples);

    private static nint _av_audio_fifo_peek;

    public static int av_audio_fifo_peek(AVAudioFifo* af, void** data, int nb_samples) =>
        ((delegate* unmanaged<AVAudioFifo*, void**, int, int>)
            Entry(ref _av_audio_fifo_peek, "avutil", "av_audio_fifo_peek"))(af, data, nb_samples);

    private static nint _av_audio_fifo_read;

    public static int av_audio_fifo_read(AVAudioFifo* af, void** data, int nb_samples) =>
        ((delegate* unmanaged<AVAudioFifo*, void**, int, int>)
            Entry(ref _av_audio_fifo_read, "avutil", "av_audio_fifo_read"))(af, data, nb_samples);

    private static nint _av_audio_fifo_drain;

    public static int av_audio_fifo_drain(AVAudioFifo* af, int nb_samples) =>
        ((delegate* unmanaged<AVAudioFifo*, int, int>)Entry(ref _av_audio_fifo_drain, "avutil", "av_audio_fifo_drain"))(af, nb_samples);

    private static nint _av_audio_fifo_reset;

    public static void av_audio_fifo_reset(AVAudioFifo* af) =>
        ((delegate* unmanaged<AVAudioFifo*, void>)Entry(ref _av_audio_fifo_reset, "avutil", "av_audio_fifo_reset"))(af);

    private static nint _av_audio_fifo_size;

    public static int av_audio_fifo_size(AVAudioFifo* af) =>
        ((delegate* unmanaged<AVAudioFifo*, int>)Entry(ref _av_audio_fifo_size, "avutil", "av_audio_fifo_size"))(af);

    private static nint _av_audio_fifo_space;

    public static int av_audio_fifo_space(AVAudioFifo* af) =>
        ((delegate* unmanaged<AVAudioFifo*, int>)Entry(ref _av_audio_fifo_space, "avutil", "av_audio_fifo_space"))(af);
}
