namespace FFmpeg.AutoGen;

public unsafe struct AVChannelCustom
{
    public AVChannel id;
    public byte_array16 name;
    public void* opaque;
}
