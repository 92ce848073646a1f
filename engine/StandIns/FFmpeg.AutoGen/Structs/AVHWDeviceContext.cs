namespace FFmpeg.AutoGen;

public unsafe struct AVHWDeviceContext
{
    public AVClass* av_class;
    public AVHWDeviceInternal* @internal;
    public AVHWDeviceType type;
    public void* hwctx;
    public AVHWDeviceContext_free_func free;
    public void* user_opaque;
}
