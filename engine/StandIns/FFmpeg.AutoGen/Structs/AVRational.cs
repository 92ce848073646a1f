namespace FFmpeg.AutoGen;

public unsafe struct AVRational
{
    public int num;
    public int den;
}
