namespace FFmpeg.AutoGen;

public enum AVHWFrameTransferDirection
{
    AV_HWFRAME_TRANSFER_DIRECTION_FROM = 0,
    AV_HWFRAME_TRANSFER_DIRECTION_TO = 1,
}
