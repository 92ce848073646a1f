namespace FFmpeg.AutoGen;

public unsafe struct AVPacketSideData
{
    public byte* data;
    public ulong size;
    public AVPacketSideDataType type;
}
