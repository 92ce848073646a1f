namespace FFmpeg.AutoGen;

public static partial class @ffmpeg
{
    public const int FF_PROFILE_AAC_ELD = 38;
    public const int FF_PROFILE_AAC_HE = 4;
    public const int FF_PROFILE_AAC_HE_V2 = 28;
    public const int FF_PROFILE_AAC_LD = 22;
    public const int FF_PROFILE_AAC_LOW = 1;
    public const int FF_PROFILE_AAC_LTP = 3;
    public const int FF_PROFILE_AAC_MAIN = 0;
    public const int FF_PROFILE_AAC_SSR = 2;
    public const int FF_PROFILE_AV1_HIGH = 1;
    public const int FF_PROFILE_AV1_MAIN = 0;
    public const int FF_PROFILE_AV1_PROFESSIONAL = 2;
    public const int FF_PROFILE_H264_BASELINE = 66;
    public const int FF_PROFILE_H264_CAVLC_444 = 44;
    public const int FF_PROFILE_H264_CONSTRAINED = 512;
    public const int FF_PROFILE_H264_CONSTRAINED_BASELINE = 578;
    public const int FF_PROFILE_H264_EXTENDED = 88;
    public const int FF_PROFILE_H264_HIGH = 100;
    public const int FF_PROFILE_H264_HIGH_10 = 110;
    public const int FF_PROFILE_H264_HIGH_10_INTRA = 2158;
    public const int FF_PROFILE_H264_HIGH_422 = 122;
    public const int FF_PROFILE_H264_HIGH_422_INTRA = 2170;
    public const int FF_PROFILE_H264_HIGH_444 = 144;
    public const int FF_PROFILE_H264_HIGH_444_INTRA = 2292;
    public const int FF_PROFILE_H264_HIGH_444_PREDICTIVE = 244;
    public const int FF_PROFILE_H264_INTRA = 2048;
    public const int FF_PROFILE_H264_MAIN = 77;
    public const int FF_PROFILE_H264_MULTIVIEW_HIGH = 118;
    public const int FF_PROFILE_H264_STEREO_HIGH = 128;
    public const int FF_PROFILE_HEVC_MAIN = 1;
    public const int FF_PROFILE_HEVC_MAIN_10 = 2;
    public const int FF_PROFILE_HEVC_MAIN_STILL_PICTURE = 3;
    public const int FF_PROFILE_HEVC_REXT = 4;
    public const int FF_PROFILE_UNKNOWN = -99;
    public const int FF_PROFILE_VP9_0 = 0;
    public const int FF_PROFILE_VP9_1 = 1;
    public const int FF_PROFILE_VP9_2 = 2;
    public const int FF_PROFILE_VP9_3 = 3;
}
