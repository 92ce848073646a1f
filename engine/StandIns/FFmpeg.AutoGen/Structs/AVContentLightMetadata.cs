namespace FFmpeg.AutoGen;

public unsafe struct AVContentLightMetadata
{
    public uint MaxCLL;
    public uint MaxFALL;
}
