namespace FFmpeg.AutoGen;

public unsafe struct AVHWFramesConstraints
{
    public AVPixelFormat* valid_hw_formats;
    public AVPixelFormat* valid_sw_formats;
    public int min_width;
    public int min_height;
    public int max_width;
    public int max_height;
}
