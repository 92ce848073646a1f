namespace FFmpeg.AutoGen;

public unsafe struct AVProfile
{
    public int profile;
    public byte* name;
}
