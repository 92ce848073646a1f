namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_get_packet;

    public static int av_get_packet(AVIOContext* s, AVPacket* pkt, int size) =>
        ((delegate* unmanaged<AVIOContext*, AVPacket*, int, int>)Entry(ref _av_get_packet, "avformat", "av_get_packet"))(s, pkt, size);

    private static nint _av_stream_get_end_pts;

    public static long av_stream_get_end_pts(AVStream* st) =>
        ((delegate* unmanaged<AVStream*, long>)Entry(ref _av_stream_get_end_pts, "avformat", "av_stream_get_end_pts"))(st);

    private static nint _av_format_inject_global_side_data;

    public static void av_format_inject_global_side_data(AVFormatContext* s) =>
        ((delegate* unmanaged<AVFormatContext*, void>)
            Entry(ref _av_format_inject_global_side_data, "avformat", "av_format_inject_global_side_data"))(s);

    private static nint _avformat_version;

    public static uint avformat_version() =>
        ((delegate* unmanaged<uint>)Entry(ref _avformat_version, "avformat", "avformat_version"))();

    private static nint _avformat_configuration;

    public static string avformat_configuration() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avformat_configuration, "avformat", "avformat_configuration"))())!;

    private static nint _avformat_license;

    public static string avformat_license() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avformat_license, "avformat", "avformat_license"))())!;

    private static nint _avformat_network_init;

    public static int avformat_network_init() =>
        ((delegate* unmanaged<int>)Entry(ref _avformat_network_init, "avformat", "avformat_network_init"))();

    private static nint _avformat_network_deinit;

    public static int avformat_network_deinit() =>
        ((delegate* unmanaged<int>)Entry(ref _avformat_network_deinit, "avformat", "avformat_network_deinit"))();

    private static nint _av_muxer_iterate;

    public static AVOutputFormat* av_muxer_iterate(void** opaque) =>
        ((delegate* unmanaged<void**, AVOutputFormat*>)Entry(ref _av_muxer_iterate, "avformat", "av_muxer_iterate"))(opaque);

    private static nint _av_demuxer_iterate;

    public static AVInputFormat* av_demuxer_iterate(void** opaque) =>
        ((delegate* unmanaged<void**, AVInputFormat*>)Entry(ref _av_demuxer_iterate, "avformat", "av_demuxer_iterate"))(opaque);

    private static nint _avformat_alloc_context;

    public static AVFormatContext* avformat_alloc_context() =>
        ((delegate* unmanaged<AVFormatContext*>)Entry(ref _avformat_alloc_context, "avformat", "avformat_alloc_context"))();

    private static nint _avformat_free_context;

    public static void avformat_free_context(AVFormatContext* s) =>
        ((delegate* unmanaged<AVFormatContext*, void>)Entry(ref _avformat_free_context, "avformat", "avformat_free_context"))(s);

    private static nint _avformat_get_class;

    public static AVClass* avformat_get_class() =>
        ((delegate* unmanaged<AVClass*>)Entry(ref _avformat_get_class, "avformat", "avformat_get_class"))();

    private static nint _av_stream_get_class;

    public static AVClass* av_stream_get_class() =>
        ((delegate* unmanaged<AVClass*>)Entry(ref _av_stream_get_class, "avformat", "av_stream_get_class"))();

    private static nint _avformat_new_stream;

    public static AVStream* avformat_new_stream(AVFormatContext* s, AVCodec* c) =>
        ((delegate* unmanaged<AVFormatContext*, AVCodec*, AVStream*>)
            Entry(ref _avformat_new_stream, "avformat", "avformat_new_stream"))(s, c);

    private static nint _av_stream_add_side_data;

    public static int av_stream_add_side_data(AVStream* st, AVPacketSideDataType type, byte* data, ulong size) =>
        ((delegate* unmanaged<AVStream*, AVPacketSideDataType, byte*, ulong, int>)
            Entry(ref _av_stream_add_side_data, "avformat", "av_stream_add_side_data"))(st, type, data, size);

    private static nint _av_stream_new_side_data;

    public static byte* av_stream_new_side_data(AVStream* stream, AVPacketSideDataType type, ulong size) =>
        ((delegate* unmanaged<AVStream*, AVPacketSideDataType, ulong, byte*>)
            Entry(ref _av_stream_new_side_data, "avformat", "av_stream_new_side_data"))(stream, type, size);

    private static nint _av_stream_get_side_data;

    public static byte* av_stream_get_side_data(AVStream* stream, AVPacketSideDataType type, ulong* size) =>
        ((delegate* unmanaged<AVStream*, AVPacketSideDataType, ulong*, byte*>)
            Entry(ref _av_stream_get_side_data, "avformat", "av_stream_get_side_data"))(stream, type, size);

    private static nint _av_new_program;

    public static AVProgram* av_new_program(AVFormatContext* s, int id) =>
        ((delegate* unmanaged<AVFormatContext*, int, AVProgram*>)Entry(ref _av_new_program, "avformat", "av_new_program"))(s, id);

    private static nint _avformat_alloc_output_context2;

    public static int avformat_alloc_output_context2(AVFormatContext** ctx, AVOutputFormat* oformat, string? format_name, string? filename)
    {
        using var format_nameUtf8 = new Utf8Text(format_name);
        using var filenameUtf8 = new Utf8Text(filename);
        return ((delegate* unmanaged<AVFormatContext**, AVOutputFormat*, byte*, byte*, int>)
            Entry(ref _avformat_alloc_output_context2, "avformat", "avformat_alloc_output_context2"))(ctx, oformat,
                format_nameUtf8.Pointer, filenameUtf8.Pointer);
    }

    private static nint _av_find_input_format;

    public static AVInputFormat* av_find_input_format(string? short_name)
    {
        using var short_nameUtf8 = new Utf8Text(short_name);
        return ((delegate* unmanaged<byte*, AVInputFormat*>)
            Entry(ref _av_find_input_format, "avformat", "av_find_input_format"))(short_nameUtf8.Pointer);
    }

    private static nint _av_probe_input_buffer2;

    public static int av_probe_input_buffer2(AVIOContext* pb, AVInputFormat** fmt, string? url, void* logctx, uint offset,
        uint max_probe_size)
    {
        using var urlUtf8 = new Utf8Text(url);
        return ((delegate* unmanaged<AVIOContext*, AVInputFormat**, byte*, void*, uint, uint, int>)
            Entry(ref _av_probe_input_buffer2, "avformat", "av_probe_input_buffer2"))(pb, fmt, urlUtf8.Pointer, logctx, offset,
                max_probe_size);
    }

    private static nint _av_probe_input_buffer;

    public static int av_probe_input_buffer(AVIOContext* pb, AVInputFormat** fmt, string? url, void* logctx, uint offset,
        uint max_probe_size)
    {
        using var urlUtf8 = new Utf8Text(url);
        return ((delegate* unmanaged<AVIOContext*, AVInputFormat**, byte*, void*, uint, uint, int>)
            Entry(ref _av_probe_input_buffer, "avformat", "av_probe_input_buffer"))(pb, fmt, urlUtf8.Pointer, logctx, offset,
                max_probe_size);
    }

    private static nint _avformat_open_input;

    public static int avformat_open_input(AVFormatContext** ps, string? url, AVInputFormat* fmt, AVDictionary** options)
    {
        using var urlUtf8 = new Utf8Text(url);
        return ((delegate* unmanaged<AVFormatContext**, byte*, AVInputFormat*, AVDictionary**, int>)
            Entry(ref _avformat_open_input, "avformat", "avformat_open_input"))(ps, urlUtf8.Pointer, fmt, options);
    }

    private static nint _avformat_find_stream_info;

    public static int avformat_find_stream_info(AVFormatContext* ic, AVDictionary** options) =>
        ((delegate* unmanaged<AVFormatContext*, AVDictionary**, int>)
            Entry(ref _avformat_find_stream_info, "avformat", "avformat_find_stream_info"))(ic, options);

    private static nint _av_find_program_from_stream;

    public static AVProgram* av_find_program_from_stream(AVFormatContext* ic, AVProgram* last, int s) =>
        ((delegate* unmanaged<AVFormatContext*, AVProgram*, int, AVProgram*>)
            Entry(ref _av_find_program_from_stream, "avformat", "av_find_program_from_stream"))(ic, last, s);

    private static nint _av_program_add_stream_index;

    public static void av_program_add_stream_index(AVFormatContext* ac, int progid, uint idx) =>
        ((delegate* unmanaged<AVFormatContext*, int, uint, void>)
            Entry(ref _av_program_add_stream_index, "avformat", "av_program_add_stream_index"))(ac, progid, idx);

    private static nint _av_find_best_stream;

    public static int av_find_best_stream(AVFormatContext* ic, AVMediaType type, int wanted_stream_nb, int related_stream,
        AVCodec** decoder_ret, int flags) =>
        ((delegate* unmanaged<AVFormatContext*, AVMediaType, int, int, AVCodec**, int, int>)
            Entry(ref _av_find_best_stream, "avformat", "av_find_best_stream"))(ic, type, wanted_stream_nb, related_stream, decoder_ret,
                flags);

    private static nint _av_read_frame;

    public static int av_read_frame(AVFormatContext* s, AVPacket* pkt) =>
        ((delegate* unmanaged<AVFormatContext*, AVPacket*, int>)Entry(ref _av_read_frame, "avformat", "av_read_frame"))(s, pkt);

    private static nint _av_seek_frame;

    public static int av_seek_frame(AVFormatContext* s, int stream_index, long timestamp, int flags) =>
        ((delegate* unmanaged<AVFormatContext*, int, long, int, int>)
            Entry(ref _av_seek_frame, "avformat", "av_seek_frame"))(s, stream_index, timestamp, flags);

    private static nint _avformat_seek_file;

    public static int avformat_seek_file(AVFormatContext* s, int stream_index, long min_ts, long ts, long max_ts, int flags) =>
        ((delegate* unmanaged<AVFormatContext*, int, long, long, long, int, int>)
            Entry(ref _avformat_seek_file, "avformat", "avformat_seek_file"))(s, stream_index, min_ts, ts, max_ts, flags);

    private static nint _avformat_flush;

    public static int avformat_flush(AVFormatContext* s) =>
        ((delegate* unmanaged<AVFormatContext*, int>)Entry(ref _avformat_flush, "avformat", "avformat_flush"))(s);

    private static nint _av_read_play;

    public static int av_read_play(AVFormatContext* s) =>
        ((delegate* unmanaged<AVFormatContext*, int>)Entry(ref _av_read_play, "avformat", "av_read_play"))(s);

    private static nint _av_read_pause;

    public static int av_read_pause(AVFormatContext* s) =>
        ((delegate* unmanaged<AVFormatContext*, int>)Entry(ref _av_read_pause, "avformat", "av_read_pause"))(s);

    private static nint _avformat_close_input;

    public static void avformat_close_input(AVFormatContext** s) =>
        ((delegate* unmanaged<AVFormatContext**, void>)Entry(ref _avformat_close_input, "avformat", "avformat_close_input"))(s);

    private static nint _avformat_write_header;

    public static int avformat_write_header(AVFormatContext* s, AVDictionary** options) =>
        ((delegate* unmanaged<AVFormatContext*, AVDictionary**, int>)
            Entry(ref _avformat_write_header, "avformat", "avformat_write_header"))(s, options);

    private static nint _avformat_init_output;

    public static int avformat_init_output(AVFormatContext* s, AVDictionary** options) =>
        ((delegate* unmanaged<AVFormatContext*, AVDictionary**, int>)
            Entry(ref _avformat_init_output, "avformat", "avformat_init_output"))(s, options);

    private static nint _av_write_frame;

    public static int av_write_frame(AVFormatContext* s, AVPacket* pkt) =>
        ((delegate* unmanaged<AVFormatContext*, AVPacket*, int>)Entry(ref _av_write_frame, "avformat", "av_write_frame"))(s, pkt);

    private static nint _av_interleaved_write_frame;

    public static int av_interleaved_write_frame(AVFormatContext* s, AVPacket* pkt) =>
        ((delegate* unmanaged<AVFormatContext*, AVPacket*, int>)
            Entry(ref _av_interleaved_write_frame, "avformat", "av_interleaved_write_frame"))(s, pkt);

    private static nint _av_write_trailer;

    public static int av_write_trailer(AVFormatContext* s) =>
        ((delegate* unmanaged<AVFormatContext*, int>)Entry(ref _av_write_trailer, "avformat", "av_write_trailer"))(s);

    private static nint _av_guess_format;

    public static AVOutputFormat* av_guess_format(string? short_name, string? filename, string? mime_type)
    {
        using var short_nameUtf8 = new Utf8Text(short_name);
        using var filenameUtf8 = new Utf8Text(filename);
        using var mime_typeUtf8 = new Utf8Text(mime_type);
        return ((delegate* unmanaged<byte*, byte*, byte*, AVOutputFormat*>)
            Entry(ref _av_guess_format, "avformat", "av_guess_format"))(short_nameUtf8.Pointer, filenameUtf8.Pointer,
                mime_typeUtf8.Pointer);
    }

    private static nint _av_guess_codec;

    public static AVCodecID av_guess_codec(AVOutputFormat* fmt, string? short_name, string? filename, string? mime_type, AVMediaType type)
    {
        using var short_nameUtf8 = new Utf8Text(short_name);
        using var filenameUtf8 = new Utf8Text(filename);
        using var mime_typeUtf8 = new Utf8Text(mime_type);
        return ((delegate* unmanaged<AVOutputFormat*, byte*, byte*, byte*, AVMediaType, AVCodecID>)
            Entry(ref _av_guess_codec, "avformat", "av_guess_codec"))(fmt, short_nameUtf8.Pointer, filenameUtf8.Pointer,
                mime_typeUtf8.Pointer, type);
    }

    private static nint _av_get_output_timestamp;

    public static int av_get_output_timestamp(AVFormatContext* s, int stream, long* dts, long* wall) =>
        ((delegate* unmanaged<AVFormatContext*, int, long*, long*, int>)
            Entry(ref _av_get_output_timestamp, "avformat", "av_get_output_timestamp"))(s, stream, dts, wall);

    private static nint _av_codec_get_id;

    public static AVCodecID av_codec_get_id(AVCodecTag** tags, uint tag) =>
        ((delegate* unmanaged<AVCodecTag**, uint, AVCodecID>)Entry(ref _av_codec_get_id, "avformat", "av_codec_get_id"))(tags, tag);

    private static nint _av_codec_get_tag;

    public static uint av_codec_get_tag(AVCodecTag** tags, AVCodecID id) =>
        ((delegate* unmanaged<AVCodecTag**, AVCodecID, uint>)Entry(ref _av_codec_get_tag, "avformat", "av_codec_get_tag"))(tags, id);

    private static nint _av_codec_get_tag2;

    public static int av_codec_get_tag2(AVCodecTag** tags, AVCodecID id, uint* tag) =>
        ((delegate* unmanaged<AVCodecTag**, AVCodecID, uint*, int>)
            Entry(ref _av_codec_get_tag2, "avformat", "av_codec_get_tag2"))(tags, id, tag);

    private static nint _av_find_default_stream_index;

    public static int av_find_default_stream_index(AVFormatContext* s) =>
        ((delegate* unmanaged<AVFormatContext*, int>)
            Entry(ref _av_find_default_stream_index, "avformat", "av_find_default_stream_index"))(s);

    private static nint _av_dump_format;

    public static void av_dump_format(AVFormatContext* ic, int index, string? url, int is_output)
    {
        using var urlUtf8 = new Utf8Text(url);
        ((delegate* unmanaged<AVFormatContext*, int, byte*, int, void>)
            Entry(ref _av_dump_format, "avformat", "av_dump_format"))(ic, index, urlUtf8.Pointer, is_output);
    }

    private static nint _avformat_query_codec;

    public static int avformat_query_codec(AVOutputFormat* ofmt, AVCodecID codec_id, int std_compliance) =>
        ((delegate* unmanaged<AVOutputFormat*, AVCodecID, int, int>)
            Entry(ref _avformat_query_codec, "avformat", "avformat_query_codec"))(ofmt, codec_id, std_compliance);

    private static nint _av_guess_sample_aspect_ratio;

    public static AVRational av_guess_sample_aspect_ratio(AVFormatContext* format, AVStream* stream, AVFrame* frame) =>
        ((delegate* unmanaged<AVFormatContext*, AVStream*, AVFrame*, AVRational>)
            Entry(ref _av_guess_sample_aspect_ratio, "avformat", "av_guess_sample_aspect_ratio"))(format, stream, frame);

    private static nint _av_guess_frame_rate;

    public static AVRational av_guess_frame_rate(AVFormatContext* ctx, AVStream* stream, AVFrame* frame) =>
        ((delegate* unmanaged<AVFormatContext*, AVStream*, AVFrame*, AVRational>)
            Entry(ref _av_guess_frame_rate, "avformat", "av_guess_frame_rate"))(ctx, stream, frame);

    private static nint _avformat_match_stream_specifier;

    public static int avformat_match_stream_specifier(AVFormatContext* s, AVStream* st, string? spec)
    {
        using var specUtf8 = new Utf8Text(spec);
        return ((delegate* unmanaged<AVFormatContext*, AVStream*, byte*, int>)
            Entry(ref _avformat_match_stream_specifier, "avformat", "avformat_match_stream_specifier"))(s, st, specUtf8.Pointer);
    }

    private static nint _avformat_queue_attached_pictures;

    public static int avformat_queue_attached_pictures(AVFormatContext* s) =>
        ((delegate* unmanaged<AVFormatContext*, int>)
            Entry(ref _avformat_queue_attached_pictures, "avformat", "avformat_queue_attached_pictures"))(s);

    private static nint _av_stream_get_codec_timebase;

    public static AVRational av_stream_get_codec_timebase(AVStream* st) =>
        ((delegate* unmanaged<AVStream*, AVRational>)
            Entry(ref _av_stream_get_codec_timebase, "avformat", "av_stream_get_codec_timebase"))(st);
}
