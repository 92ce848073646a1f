namespace FFmpeg.AutoGen;

public static partial class @ffmpeg
{
    public const int SWR_FLAG_RESAMPLE = 1;
    public const int SWS_ACCURATE_RND = 262144;
    public const int SWS_AREA = 32;
    public const int SWS_BICUBIC = 4;
    public const int SWS_BICUBLIN = 64;
    public const int SWS_BILINEAR = 2;
    public const int SWS_BITEXACT = 524288;
    public const int SWS_CS_BT2020 = 9;
    public const int SWS_CS_DEFAULT = 5;
    public const int SWS_CS_FCC = 4;
    public const int SWS_CS_ITU601 = 5;
    public const int SWS_CS_ITU624 = 5;
    public const int SWS_CS_ITU709 = 1;
    public const int SWS_CS_SMPTE170M = 5;
    public const int SWS_CS_SMPTE240M = 7;
    public const int SWS_DIRECT_BGR = 32768;
    public const int SWS_ERROR_DIFFUSION = 8388608;
    public const int SWS_FAST_BILINEAR = 1;
    public const int SWS_FULL_CHR_H_INP = 16384;
    public const int SWS_FULL_CHR_H_INT = 8192;
    public const int SWS_GAUSS = 128;
    public const int SWS_LANCZOS = 512;
    public const int SWS_PARAM_DEFAULT = 123456;
    public const int SWS_POINT = 16;
    public const int SWS_PRINT_INFO = 4096;
    public const int SWS_SINC = 256;
    public const int SWS_SPLINE = 1024;
    public const int SWS_SRC_V_CHR_DROP_MASK = 196608;
    public const int SWS_SRC_V_CHR_DROP_SHIFT = 16;
    public const int SWS_X = 8;
}
