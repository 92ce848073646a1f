namespace FFmpeg.AutoGen;

public unsafe struct AVHWFramesContext
{
    public AVClass* av_class;
    public AVHWFramesInternal* @internal;
    public AVBufferRef* device_ref;
    public AVHWDeviceContext* device_ctx;
    public void* hwctx;
    public AVHWFramesContext_free_func free;
    public void* user_opaque;
    public AVBufferPool* pool;
    public int initial_pool_size;
    public AVPixelFormat format;
    public AVPixelFormat sw_format;
    public int width;
    public int height;
}
