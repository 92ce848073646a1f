namespace FFmpeg.AutoGen;

public enum AVDurationEstimationMethod
{
    AVFMT_DURATION_FROM_PTS = 0,
    AVFMT_DURATION_FROM_STREAM = 1,
    AVFMT_DURATION_FROM_BITRATE = 2,
}
