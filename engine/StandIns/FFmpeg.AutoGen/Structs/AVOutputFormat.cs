namespace FFmpeg.AutoGen;

public unsafe struct AVOutputFormat
{
    public byte* name;
    public byte* long_name;
    public byte* mime_type;
    public byte* extensions;
    public AVCodecID audio_codec;
    public AVCodecID video_codec;
    public AVCodecID subtitle_codec;
    public int flags;
    public AVCodecTag** codec_tag;
    public AVClass* priv_class;
    public int priv_data_size;
    public int flags_internal;
    public AVOutputFormat_write_header_func write_header;
    public AVOutputFormat_write_packet_func write_packet;
    public AVOutputFormat_write_trailer_func write_trailer;
    public AVOutputFormat_interleave_packet_func interleave_packet;
    public AVOutputFormat_query_codec_func query_codec;
    public AVOutputFormat_get_output_timestamp_func get_output_timestamp;
    public AVOutputFormat_control_message_func control_message;
    public AVOutputFormat_write_uncoded_frame_func write_uncoded_frame;
    public AVOutputFormat_get_device_list_func get_device_list;
    public AVCodecID data_codec;
    public AVOutputFormat_init_func init;
    public AVOutputFormat_deinit_func deinit;
    public AVOutputFormat_check_bitstream_func check_bitstream;
}
