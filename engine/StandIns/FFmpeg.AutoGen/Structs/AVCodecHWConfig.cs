namespace FFmpeg.AutoGen;

public unsafe struct AVCodecHWConfig
{
    public AVPixelFormat pix_fmt;
    public int methods;
    public AVHWDeviceType device_type;
}
