namespace FFmpeg.AutoGen;

public static partial class @ffmpeg
{
    public const int LIBAVCODEC_VERSION_MAJOR = 59;
    public const int LIBAVDEVICE_VERSION_MAJOR = 59;
    public const int LIBAVFILTER_VERSION_MAJOR = 8;
    public const int LIBAVFORMAT_VERSION_MAJOR = 59;
    public const int LIBAVUTIL_VERSION_MAJOR = 57;
    public const int LIBSWRESAMPLE_VERSION_MAJOR = 4;
    public const int LIBSWSCALE_VERSION_MAJOR = 6;
}
