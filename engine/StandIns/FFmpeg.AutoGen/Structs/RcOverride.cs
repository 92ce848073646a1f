namespace FFmpeg.AutoGen;

public unsafe struct RcOverride
{
    public int start_frame;
    public int end_frame;
    public int qscale;
    public float quality_factor;
}
