namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _av_packet_alloc;

    public static AVPacket* av_packet_alloc() =>
        ((delegate* unmanaged<AVPacket*>)Entry(ref _av_packet_alloc, "avcodec", "av_packet_alloc"))();

    private static nint _av_packet_clone;

    public static AVPacket* av_packet_clone(AVPacket* src) =>
        ((delegate* unmanaged<AVPacket*, AVPacket*>)Entry(ref _av_packet_clone, "avcodec", "av_packet_clone"))(src);

    private static nint _av_packet_free;

    public static void av_packet_free(AVPacket** pkt) =>
        ((delegate* unmanaged<AVPacket**, void>)Entry(ref _av_packet_free, "avcodec", "av_packet_free"))(pkt);

    private static nint _av_new_packet;

    public static int av_new_packet(AVPacket* pkt, int size) =>
        ((delegate* unmanaged<AVPacket*, int, int>)Entry(ref _av_new_packet, "avcodec", "av_new_packet"))(pkt, size);

    private static nint _av_shrink_packet;

    public static void av_shrink_packet(AVPacket* pkt, int size) =>
        ((delegate* unmanaged<AVPacket*, int, void>)Entry(ref _av_shrink_packet, "avcodec", "av_shrink_packet"))(pkt, size);

    private static nint _av_grow_packet;

    public static int av_grow_packet(AVPacket* pkt, int grow_by) =>
        ((delegate* unmanaged<AVPacket*, int, int>)Entry(ref _av_grow_packet, "avcodec", "av_grow_packet"))(pkt, grow_by);

    private static nint _av_packet_from_data;

    public static int av_packet_from_data(AVPacket* pkt, byte* data, int size) =>
        ((delegate* unmanaged<AVPacket*, byte*, int, int>)
            Entry(ref _av_packet_from_data, "avcodec", "av_packet_from_data"))(pkt, data, size);

    private static nint _av_packet_new_side_data;

    public static byte* av_packet_new_side_data(AVPacket* pkt, AVPacketSideDataType type, ulong size) =>
        ((delegate* unmanaged<AVPacket*, AVPacketSideDataType, ulong, byte*>)
            Entry(ref _av_packet_new_side_data, "avcodec", "av_packet_new_side_data"))(pkt, type, size);

    private static nint _av_packet_add_side_data;

    public static int av_packet_add_side_data(AVPacket* pkt, AVPacketSideDataType type, byte* data, ulong size) =>
        ((delegate* unmanaged<AVPacket*, AVPacketSideDataType, byte*, ulong, int>)
            Entry(ref _av_packet_add_side_data, "avcodec", "av_packet_add_side_data"))(pkt, type, data, size);

    private static nint _av_packet_shrink_side_data;

    public static int av_packet_shrink_side_data(AVPacket* pkt, AVPacketSideDataType type, ulong size) =>
        ((delegate* unmanaged<AVPacket*, AVPacketSideDataType, ulong, int>)
            Entry(ref _av_packet_shrink_side_data, "avcodec", "av_packet_shrink_side_data"))(pkt, type, size);

    private static nint _av_packet_get_side_data;

    public static byte* av_packet_get_side_data(AVPacket* pkt, AVPacketSideDataType type, ulong* size) =>
        ((delegate* unmanaged<AVPacket*, AVPacketSideDataType, ulong*, byte*>)
            Entry(ref _av_packet_get_side_data, "avcodec", "av_packet_get_side_data"))(pkt, type, size);

    private static nint _av_packet_side_data_name;

    public static string? av_packet_side_data_name(AVPacketSideDataType type) =>
        Utf8Text.Read(((delegate* unmanaged<AVPacketSideDataType, byte*>)
            Entry(ref _av_packet_side_data_name, "avcodec", "av_packet_side_data_name"))(type));

    private static nint _av_packet_pack_dictionary;

    public static byte* av_packet_pack_dictionary(AVDictionary* dict, ulong* size) =>
        ((delegate* unmanaged<AVDictionary*, ulong*, byte*>)
            Entry(ref _av_packet_pack_dictionary, "avcodec", "av_packet_pack_dictionary"))(dict, size);

    private static nint _av_packet_unpack_dictionary;

    public static int av_packet_unpack_dictionary(byte* data, ulong size, AVDictionary** dict) =>
        ((delegate* unmanaged<byte*, ulong, AVDictionary**, int>)
            Entry(ref _av_packet_unpack_dictionary, "avcodec", "av_packet_unpack_dictionary"))(data, size, dict);

    private static nint _av_packet_free_side_data;

    public static void av_packet_free_side_data(AVPacket* pkt) =>
        ((delegate* unmanaged<AVPacket*, void>)Entry(ref _av_packet_free_side_data, "avcodec", "av_packet_free_side_data"))(pkt);

    private static nint _av_packet_ref;

    public static int av_packet_ref(AVPacket* dst, AVPacket* src) =>
        ((delegate* unmanaged<AVPacket*, AVPacket*, int>)Entry(ref _av_packet_ref, "avcodec", "av_packet_ref"))(dst, src);

    private static nint _av_packet_unref;

    public static void av_packet_unref(AVPacket* pkt) =>
        ((delegate* unmanaged<AVPacket*, void>)Entry(ref _av_packet_unref, "avcodec", "av_packet_unref"))(pkt);

    private static nint _av_packet_move_ref;

    public static void av_packet_move_ref(AVPacket* dst, AVPacket* src) =>
        ((delegate* unmanaged<AVPacket*, AVPacket*, void>)Entry(ref _av_packet_move_ref, "avcodec", "av_packet_move_ref"))(dst, src);

    private static nint _av_packet_copy_props;

    public static int av_packet_copy_props(AVPacket* dst, AVPacket* src) =>
        ((delegate* unmanaged<AVPacket*, AVPacket*, int>)Entry(ref _av_packet_copy_props, "avcodec", "av_packet_copy_props"))(dst, src);

    private static nint _av_packet_make_refcounted;

    public static int av_packet_make_refcounted(AVPacket* pkt) =>
        ((delegate* unmanaged<AVPacket*, int>)Entry(ref _av_packet_make_refcounted, "avcodec", "av_packet_make_refcounted"))(pkt);

    private static nint _av_packet_make_writable;

    public static int av_packet_make_writable(AVPacket* pkt) =>
        ((delegate* unmanaged<AVPacket*, int>)Entry(ref _av_packet_make_writable, "avcodec", "av_packet_make_writable"))(pkt);

    private static nint _av_packet_rescale_ts;

    public static void av_packet_rescale_ts(AVPacket* pkt, AVRational tb_src, AVRational tb_dst) =>
        ((delegate* unmanaged<AVPacket*, AVRational, AVRational, void>)
            Entry(ref _av_packet_rescale_ts, "avcodec", "av_packet_rescale_ts"))(pkt, tb_src, tb_dst);

    private static nint _av_bsf_send_packet;

    public static int av_bsf_send_packet(AVBSFContext* ctx, AVPacket* pkt) =>
        ((delegate* unmanaged<AVBSFContext*, AVPacket*, int>)Entry(ref _av_bsf_send_packet, "avcodec", "av_bsf_send_packet"))(ctx, pkt);

    private static nint _av_bsf_receive_packet;

    public static int av_bsf_receive_packet(AVBSFContext* ctx, AVPacket* pkt) =>
        ((delegate* unmanaged<AVBSFContext*, AVPacket*, int>)
            Entry(ref _av_bsf_receive_packet, "avcodec", "av_bsf_receive_packet"))(ctx, pkt);
}
