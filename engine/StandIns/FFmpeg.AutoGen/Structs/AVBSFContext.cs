namespace FFmpeg.AutoGen;

public unsafe struct AVBSFContext
{
    public AVClass* av_class;
    public AVBitStreamFilter* filter;
    public void* priv_data;
    public AVCodecParameters* par_in;
    public AVCodecParameters* par_out;
    public AVRational time_base_in;
    public AVRational time_base_out;
}
