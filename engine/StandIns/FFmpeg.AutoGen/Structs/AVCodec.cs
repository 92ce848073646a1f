namespace FFmpeg.AutoGen;

public unsafe struct AVCodec
{
    public byte* name;
    public byte* long_name;
    public AVMediaType type;
    public AVCodecID id;
    public int capabilities;
    public byte max_lowres;
    public AVRational* supported_framerates;
    public AVPixelFormat* pix_fmts;
    public int* supported_samplerates;
    public AVSampleFormat* sample_fmts;
    [Obsolete("Deprecated by FFmpeg.")]
    public ulong* channel_layouts;
    public AVClass* priv_class;
    public AVProfile* profiles;
    public byte* wrapper_name;
    public AVChannelLayout* ch_layouts;
}
