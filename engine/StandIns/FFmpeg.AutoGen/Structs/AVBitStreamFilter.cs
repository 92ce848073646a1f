namespace FFmpeg.AutoGen;

public unsafe struct AVBitStreamFilter
{
    public byte* name;
    public AVCodecID* codec_ids;
    public AVClass* priv_class;
}
