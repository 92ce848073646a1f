namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _avcodec_get_type;

    public static AVMediaType avcodec_get_type(AVCodecID codec_id) =>
        ((delegate* unmanaged<AVCodecID, AVMediaType>)Entry(ref _avcodec_get_type, "avcodec", "avcodec_get_type"))(codec_id);

    private static nint _avcodec_get_name;

    public static string avcodec_get_name(AVCodecID id) =>
        Utf8Text.Read(((delegate* unmanaged<AVCodecID, byte*>)Entry(ref _avcodec_get_name, "avcodec", "avcodec_get_name"))(id))!;

    private static nint _av_get_bits_per_sample;

    public static int av_get_bits_per_sample(AVCodecID codec_id) =>
        ((delegate* unmanaged<AVCodecID, int>)Entry(ref _av_get_bits_per_sample, "avcodec", "av_get_bits_per_sample"))(codec_id);

    private static nint _avcodec_profile_name;

    public static string? avcodec_profile_name(AVCodecID codec_id, int profile) =>
        Utf8Text.Read(((delegate* unmanaged<AVCodecID, int, byte*>)
            Entry(ref _avcodec_profile_name, "avcodec", "avcodec_profile_name"))(codec_id, profile));

    private static nint _av_get_pcm_codec;

    public static AVCodecID av_get_pcm_codec(AVSampleFormat fmt, int be) =>
        ((delegate* unmanaged<AVSampleFormat, int, AVCodecID>)Entry(ref _av_get_pcm_codec, "avcodec", "av_get_pcm_codec"))(fmt, be);

    private static nint _av_codec_iterate;

    public static AVCodec* av_codec_iterate(void** opaque) =>
        ((delegate* unmanaged<void**, AVCodec*>)Entry(ref _av_codec_iterate, "avcodec", "av_codec_iterate"))(opaque);

    private static nint _avcodec_find_decoder;

    public static AVCodec* avcodec_find_decoder(AVCodecID id) =>
        ((delegate* unmanaged<AVCodecID, AVCodec*>)Entry(ref _avcodec_find_decoder, "avcodec", "avcodec_find_decoder"))(id);

    private static nint _avcodec_find_decoder_by_name;

    public static AVCodec* avcodec_find_decoder_by_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVCodec*>)
            Entry(ref _avcodec_find_decoder_by_name, "avcodec", "avcodec_find_decoder_by_name"))(nameUtf8.Pointer);
    }

    private static nint _avcodec_find_encoder;

    public static AVCodec* avcodec_find_encoder(AVCodecID id) =>
        ((delegate* unmanaged<AVCodecID, AVCodec*>)Entry(ref _avcodec_find_encoder, "avcodec", "avcodec_find_encoder"))(id);

    private static nint _avcodec_find_encoder_by_name;

    public static AVCodec* avcodec_find_encoder_by_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVCodec*>)
            Entry(ref _avcodec_find_encoder_by_name, "avcodec", "avcodec_find_encoder_by_name"))(nameUtf8.Pointer);
    }

    private static nint _av_codec_is_encoder;

    public static int av_codec_is_encoder(AVCodec* codec) =>
        ((delegate* unmanaged<AVCodec*, int>)Entry(ref _av_codec_is_encoder, "avcodec", "av_codec_is_encoder"))(codec);

    private static nint _av_codec_is_decoder;

    public static int av_codec_is_decoder(AVCodec* codec) =>
        ((delegate* unmanaged<AVCodec*, int>)Entry(ref _av_codec_is_decoder, "avcodec", "av_codec_is_decoder"))(codec);

    private static nint _av_get_profile_name;

    public static string? av_get_profile_name(AVCodec* codec, int profile) =>
        Utf8Text.Read(((delegate* unmanaged<AVCodec*, int, byte*>)
            Entry(ref _av_get_profile_name, "avcodec", "av_get_profile_name"))(codec, profile));

    private static nint _avcodec_get_hw_config;

    public static AVCodecHWConfig* avcodec_get_hw_config(AVCodec* codec, int index) =>
        ((delegate* unmanaged<AVCodec*, int, AVCodecHWConfig*>)
            Entry(ref _avcodec_get_hw_config, "avcodec", "avcodec_get_hw_config"))(codec, index);

    private static nint _avcodec_descriptor_get;

    public static AVCodecDescriptor* avcodec_descriptor_get(AVCodecID id) =>
        ((delegate* unmanaged<AVCodecID, AVCodecDescriptor*>)Entry(ref _avcodec_descriptor_get, "avcodec", "avcodec_descriptor_get"))(id);

    private static nint _avcodec_descriptor_next;

    public static AVCodecDescriptor* avcodec_descriptor_next(AVCodecDescriptor* prev) =>
        ((delegate* unmanaged<AVCodecDescriptor*, AVCodecDescriptor*>)
            Entry(ref _avcodec_descriptor_next, "avcodec", "avcodec_descriptor_next"))(prev);

    private static nint _avcodec_descriptor_get_by_name;

    public static AVCodecDescriptor* avcodec_descriptor_get_by_name(string? name)
    {
        using var nameUtf8 = new Utf8Text(name);
        return ((delegate* unmanaged<byte*, AVCodecDescriptor*>)
            Entry(ref _avcodec_descriptor_get_by_name, "avcodec", "avcodec_descriptor_get_by_name"))(nameUtf8.Pointer);
    }

    private static nint _avcodec_parameters_alloc;

    public static AVCodecParameters* avcodec_parameters_alloc() =>
        ((delegate* unmanaged<AVCodecParameters*>)Entry(ref _avcodec_parameters_alloc, "avcodec", "avcodec_parameters_alloc"))();

    private static nint _avcodec_parameters_free;

    public static void avcodec_parameters_free(AVCodecParameters** par) =>
        ((delegate* unmanaged<AVCodecParameters**, void>)Entry(ref _avcodec_parameters_free, "avcodec", "avcodec_parameters_free"))(par);

    private static nint _avcodec_parameters_copy;

    public static int avcodec_parameters_copy(AVCodecParameters* dst, AVCodecParameters* src) =>
        ((delegate* unmanaged<AVCodecParameters*, AVCodecParameters*, int>)
            Entry(ref _avcodec_parameters_copy, "avcodec", "avcodec_parameters_copy"))(dst, src);

    private static nint _av_get_audio_frame_duration2;

    public static int av_get_audio_frame_duration2(AVCodecParameters* par, int frame_bytes) =>
        ((delegate* unmanaged<AVCodecParameters*, int, int>)
            Entry(ref _av_get_audio_frame_duration2, "avcodec", "av_get_audio_frame_duration2"))(par, frame_bytes);

    private static nint _av_cpb_properties_alloc;

    public static AVCPBProperties* av_cpb_properties_alloc(ulong* size) =>
        ((delegate* unmanaged<ulong*, AVCPBProperties*>)Entry(ref _av_cpb_properties_alloc, "avcodec", "av_cpb_properties_alloc"))(size);

    private static nint _avcodec_version;

    public static uint avcodec_version() =>
        ((delegate* unmanaged<uint>)Entry(ref _avcodec_version, "avcodec", "avcodec_version"))();

    private static nint _avcodec_configuration;

    public static string avcodec_configuration() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avcodec_configuration, "avcodec", "avcodec_configuration"))())!;

    private static nint _avcodec_license;

    public static string avcodec_license() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avcodec_license, "avcodec", "avcodec_license"))())!;

    private static nint _avcodec_alloc_context3;

    public static AVCodecContext* avcodec_alloc_context3(AVCodec* codec) =>
        ((delegate* unmanaged<AVCodec*, AVCodecContext*>)Entry(ref _avcodec_alloc_context3, "avcodec", "avcodec_alloc_context3"))(codec);

    private static nint _avcodec_free_context;

    public static void avcodec_free_context(AVCodecContext** avctx) =>
        ((delegate* unmanaged<AVCodecContext**, void>)Entry(ref _avcodec_free_context, "avcodec", "avcodec_free_context"))(avctx);

    private static nint _avcodec_get_class;

    public static AVClass* avcodec_get_class() =>
        ((delegate* unmanaged<AVClass*>)Entry(ref _avcodec_get_class, "avcodec", "avcodec_get_class"))();

    private static nint _avcodec_parameters_from_context;

    public static int avcodec_parameters_from_context(AVCodecParameters* par, AVCodecContext* codec) =>
        ((delegate* unmanaged<AVCodecParameters*, AVCodecContext*, int>)
            Entry(ref _avcodec_parameters_from_context, "avcodec", "avcodec_parameters_from_context"))(par, codec);

    private static nint _avcodec_parameters_to_context;

    public static int avcodec_parameters_to_context(AVCodecContext* codec, AVCodecParameters* par) =>
        ((delegate* unmanaged<AVCodecContext*, AVCodecParameters*, int>)
            Entry(ref _avcodec_parameters_to_context, "avcodec", "avcodec_parameters_to_context"))(codec, par);

    private static nint _avcodec_open2;

    public static int avcodec_open2(AVCodecContext* avctx, AVCodec* codec, AVDictionary** options) =>
        ((delegate* unmanaged<AVCodecContext*, AVCodec*, AVDictionary**, int>)
            Entry(ref _avcodec_open2, "avcodec", "avcodec_open2"))(avctx, codec, options);

    private static nint _avcodec_default_get_buffer2;

    public static int avcodec_default_get_buffer2(AVCodecContext* s, AVFrame* frame, int flags) =>
        ((delegate* unmanaged<AVCodecContext*, AVFrame*, int, int>)
            Entry(ref _avcodec_default_get_buffer2, "avcodec", "avcodec_default_get_buffer2"))(s, frame, flags);

    private static nint _avcodec_default_get_encode_buffer;

    public static int avcodec_default_get_encode_buffer(AVCodecContext* s, AVPacket* pkt, int flags) =>
        ((delegate* unmanaged<AVCodecContext*, AVPacket*, int, int>)
            Entry(ref _avcodec_default_get_encode_buffer, "avcodec", "avcodec_default_get_encode_buffer"))(s, pkt, flags);

    private static nint _avcodec_align_dimensions;

    public static void avcodec_align_dimensions(AVCodecContext* s, int* width, int* height) =>
        ((delegate* unmanaged<AVCodecContext*, int*, int*, void>)
            Entry(ref _avcodec_align_dimensions, "avcodec", "avcodec_align_dimensions"))(s, width, height);

    private static nint _avcodec_align_dimensions2;

    public static void avcodec_align_dimensions2(AVCodecContext* s, int* width, int* height, ref int_array8 linesize_align)
    {
        fixed (int_array8* linesize_alignPinned = &linesize_align)
            ((delegate* unmanaged<AVCodecContext*, int*, int*, int_array8*, void>)
                Entry(ref _avcodec_align_dimensions2, "avcodec", "avcodec_align_dimensions2"))(s, width, height, linesize_alignPinned);
    }

    private static nint _avcodec_enum_to_chroma_pos;

    public static int avcodec_enum_to_chroma_pos(int* xpos, int* ypos, AVChromaLocation pos) =>
        ((delegate* unmanaged<int*, int*, AVChromaLocation, int>)
            Entry(ref _avcodec_enum_to_chroma_pos, "avcodec", "avcodec_enum_to_chroma_pos"))(xpos, ypos, pos);

    private static nint _avcodec_chroma_pos_to_enum;

    public static AVChromaLocation avcodec_chroma_pos_to_enum(int xpos, int ypos) =>
        ((delegate* unmanaged<int, int, AVChromaLocation>)
            Entry(ref _avcodec_chroma_pos_to_enum, "avcodec", "avcodec_chroma_pos_to_enum"))(xpos, ypos);

    private static nint _avcodec_send_packet;

    public static int avcodec_send_packet(AVCodecContext* avctx, AVPacket* avpkt) =>
        ((delegate* unmanaged<AVCodecContext*, AVPacket*, int>)
            Entry(ref _avcodec_send_packet, "avcodec", "avcodec_send_packet"))(avctx, avpkt);

    private static nint _avcodec_receive_frame;

    public static int avcodec_receive_frame(AVCodecContext* avctx, AVFrame* frame) =>
        ((delegate* unmanaged<AVCodecContext*, AVFrame*, int>)
            Entry(ref _avcodec_receive_frame, "avcodec", "avcodec_receive_frame"))(avctx, frame);

    private static nint _avcodec_send_frame;

    public static int avcodec_send_frame(AVCodecContext* avctx, AVFrame* frame) =>
        ((delegate* unmanaged<AVCodecContext*, AVFrame*, int>)
            Entry(ref _avcodec_send_frame, "avcodec", "avcodec_send_frame"))(avctx, frame);

    private static nint _avcodec_receive_packet;

    public static int avcodec_receive_packet(AVCodecContext* avctx, AVPacket* avpkt) =>
        ((delegate* unmanaged<AVCodecContext*, AVPacket*, int>)
            Entry(ref _avcodec_receive_packet, "avcodec", "avcodec_receive_packet"))(avctx, avpkt);

    private static nint _avcodec_get_hw_frames_parameters;

    public static int avcodec_get_hw_frames_parameters(AVCodecContext* avctx, AVBufferRef* device_ref, AVPixelFormat hw_pix_fmt,
        AVBufferRef** out_frames_ref) =>
        ((delegate* unmanaged<AVCodecContext*, AVBufferRef*, AVPixelFormat, AVBufferRef**, int>)
            Entry(ref _avcodec_get_hw_frames_parameters, "avcodec", "avcodec_get_hw_frames_parameters"))(avctx, device_ref, hw_pix_fmt,
                out_frames_ref);

    private static nint _avcodec_pix_fmt_to_codec_tag;

    public static uint avcodec_pix_fmt_to_codec_tag(AVPixelFormat pix_fmt) =>
        ((delegate* unmanaged<AVPixelFormat, uint>)
            Entry(ref _avcodec_pix_fmt_to_codec_tag, "avcodec", "avcodec_pix_fmt_to_codec_tag"))(pix_fmt);

    private static nint _avcodec_find_best_pix_fmt_of_list;

    public static AVPixelFormat avcodec_find_best_pix_fmt_of_list(AVPixelFormat* pix_fmt_list, AVPixelFormat src_pix_fmt, int has_alpha,
        int* loss_ptr) =>
        ((delegate* unmanaged<AVPixelFormat*, AVPixelFormat, int, int*, AVPixelFormat>)
            Entry(ref _avcodec_find_best_pix_fmt_of_list, "avcodec", "avcodec_find_best_pix_fmt_of_list"))(pix_fmt_list, src_pix_fmt,
                has_alpha, loss_ptr);

    private static nint _avcodec_default_get_format;

    public static AVPixelFormat avcodec_default_get_format(AVCodecContext* s, AVPixelFormat* fmt) =>
        ((delegate* unmanaged<AVCodecContext*, AVPixelFormat*, AVPixelFormat>)
            Entry(ref _avcodec_default_get_format, "avcodec", "avcodec_default_get_format"))(s, fmt);

    private static nint _avcodec_fill_audio_frame;

    public static int avcodec_fill_audio_frame(AVFrame* frame, int nb_channels, AVSampleFormat sample_fmt, byte* buf, int buf_size,
        int align) =>
        ((delegate* unmanaged<AVFrame*, int, AVSampleFormat, byte*, int, int, int>)
            Entry(ref _avcodec_fill_audio_frame, "avcodec", "avcodec_fill_audio_frame"))(frame, nb_channels, sample_fmt, buf, buf_size,
                align);

    private static nint _avcodec_flush_buffers;

    public static void avcodec_flush_buffers(AVCodecContext* avctx) =>
        ((delegate* unmanaged<AVCodecContext*, void>)Entry(ref _avcodec_flush_buffers, "avcodec", "avcodec_flush_buffers"))(avctx);

    private static nint _av_get_audio_frame_duration;

    public static int av_get_audio_frame_duration(AVCodecContext* avctx, int frame_bytes) =>
        ((delegate* unmanaged<AVCodecContext*, int, int>)
            Entry(ref _av_get_audio_frame_duration, "avcodec", "av_get_audio_frame_duration"))(avctx, frame_bytes);

    private static nint _avcodec_is_open;

    public static int avcodec_is_open(AVCodecContext* s) =>
        ((delegate* unmanaged<AVCodecContext*, int>)Entry(ref _avcodec_is_open, "avcodec", "avcodec_is_open"))(s);
}
