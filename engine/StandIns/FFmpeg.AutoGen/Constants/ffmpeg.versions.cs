namespace FFmpeg.AutoGen;

public static partial class @ffmpeg
{
    public const int LIBAVCODEC_VERSION_INT = 3876196;
    public const int LIBAVCODEC_VERSION_MAJOR = 59;
    public const int LIBAVCODEC_VERSION_MICRO = 100;
    public const int LIBAVCODEC_VERSION_MINOR = 37;
    public const int LIBAVDEVICE_VERSION_INT = 3868516;
    public const int LIBAVDEVICE_VERSION_MAJOR = 59;
    public const int LIBAVDEVICE_VERSION_MICRO = 100;
    public const int LIBAVDEVICE_VERSION_MINOR = 7;
    public const int LIBAVFILTER_VERSION_INT = 535652;
    public const int LIBAVFILTER_VERSION_MAJOR = 8;
    public const int LIBAVFILTER_VERSION_MICRO = 100;
    public const int LIBAVFILTER_VERSION_MINOR = 44;
    public const int LIBAVFORMAT_VERSION_INT = 3873636;
    public const int LIBAVFORMAT_VERSION_MAJOR = 59;
    public const int LIBAVFORMAT_VERSION_MICRO = 100;
    public const int LIBAVFORMAT_VERSION_MINOR = 27;
    public const int LIBAVUTIL_VERSION_INT = 3742820;
    public const int LIBAVUTIL_VERSION_MAJOR = 57;
    public const int LIBAVUTIL_VERSION_MICRO = 100;
    public const int LIBAVUTIL_VERSION_MINOR = 28;
    public const int LIBSWRESAMPLE_VERSION_INT = 264036;
    public const int LIBSWRESAMPLE_VERSION_MAJOR = 4;
    public const int LIBSWRESAMPLE_VERSION_MICRO = 100;
    public const int LIBSWRESAMPLE_VERSION_MINOR = 7;
    public const int LIBSWSCALE_VERSION_INT = 395108;
    public const int LIBSWSCALE_VERSION_MAJOR = 6;
    public const int LIBSWSCALE_VERSION_MICRO = 100;
    public const int LIBSWSCALE_VERSION_MINOR = 7;
}
