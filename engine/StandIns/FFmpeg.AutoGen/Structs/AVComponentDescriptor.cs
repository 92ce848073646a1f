namespace FFmpeg.AutoGen;

public unsafe struct AVComponentDescriptor
{
    public int plane;
    public int step;
    public int offset;
    public int shift;
    public int depth;
}
