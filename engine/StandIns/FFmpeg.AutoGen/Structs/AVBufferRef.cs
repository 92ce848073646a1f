namespace FFmpeg.AutoGen;

public unsafe struct AVBufferRef
{
    public AVBuffer* buffer;
    public byte* data;
    public ulong size;
}
