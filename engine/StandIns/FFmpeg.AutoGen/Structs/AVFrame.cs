namespace FFmpeg.AutoGen;

public unsafe struct AVFrame
{
    public byte_ptrArray8 data;
    public int_array8 linesize;
    public byte** extended_data;
    public int width;
    public int height;
    public int nb_samples;
    public int format;
    public int key_frame;
    public AVPictureType pict_type;
    public AVRational sample_aspect_ratio;
    public long pts;
    public long pkt_dts;
    public AVRational time_base;
    public int coded_picture_number;
    public int display_picture_number;
    public int quality;
    public void* opaque;
    public int repeat_pict;
    public int interlaced_frame;
    public int top_field_first;
    public int palette_has_changed;
    public long reordered_opaque;
    public int sample_rate;
    [Obsolete("Deprecated by FFmpeg.")]
    public ulong channel_layout;
    public AVBufferRef_ptrArray8 buf;
    public AVBufferRef** extended_buf;
    public int nb_extended_buf;
    public AVFrameSideData** side_data;
    public int nb_side_data;
    public int flags;
    public AVColorRange color_range;
    public AVColorPrimaries color_primaries;
    public AVColorTransferCharacteristic color_trc;
    public AVColorSpace colorspace;
    public AVChromaLocation chroma_location;
    public long best_effort_timestamp;
    public long pkt_pos;
    public long pkt_duration;
    public AVDictionary* metadata;
    public int decode_error_flags;
    [Obsolete("Deprecated by FFmpeg.")]
    public int channels;
    public int pkt_size;
    public AVBufferRef* hw_frames_ctx;
    public AVBufferRef* opaque_ref;
    public ulong crop_top;
    public ulong crop_bottom;
    public ulong crop_left;
    public ulong crop_right;
    public AVBufferRef* private_ref;
    public AVChannelLayout ch_layout;
}
