namespace FFmpeg.AutoGen;

public unsafe struct AVPixFmtDescriptor
{
    public byte* name;
    public byte nb_components;
    public byte log2_chroma_w;
    public byte log2_chroma_h;
    public ulong flags;
    public AVComponentDescriptor_array4 comp;
    public byte* alias;
}
