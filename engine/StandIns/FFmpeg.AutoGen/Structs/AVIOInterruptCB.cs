namespace FFmpeg.AutoGen;

public unsafe struct AVIOInterruptCB
{
    public AVIOInterruptCB_callback_func callback;
    public void* opaque;
}
