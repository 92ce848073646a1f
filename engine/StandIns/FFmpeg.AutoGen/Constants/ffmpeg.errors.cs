namespace FFmpeg.AutoGen;

public static partial class @ffmpeg
{
    public static readonly int AVERROR_BSF_NOT_FOUND = -1179861752;
    public static readonly int AVERROR_BUFFER_TOO_SMALL = -1397118274;
    public static readonly int AVERROR_BUG = -558323010;
    public static readonly int AVERROR_BUG2 = -541545794;
    public static readonly int AVERROR_DECODER_NOT_FOUND = -1128613112;
    public static readonly int AVERROR_DEMUXER_NOT_FOUND = -1296385272;
    public static readonly int AVERROR_ENCODER_NOT_FOUND = -1129203192;
    public static readonly int AVERROR_EOF = -541478725;
    public static readonly int AVERROR_EXIT = -1414092869;
    public static readonly int AVERROR_EXPERIMENTAL = -733130664;
    public static readonly int AVERROR_EXTERNAL = -542398533;
    public static readonly int AVERROR_FILTER_NOT_FOUND = -1279870712;
    public static readonly int AVERROR_HTTP_BAD_REQUEST = -808465656;
    public static readonly int AVERROR_HTTP_FORBIDDEN = -858797304;
    public static readonly int AVERROR_HTTP_NOT_FOUND = -875574520;
    public static readonly int AVERROR_HTTP_OTHER_4XX = -1482175736;
    public static readonly int AVERROR_HTTP_SERVER_ERROR = -1482175992;
    public static readonly int AVERROR_HTTP_UNAUTHORIZED = -825242872;
    public static readonly int AVERROR_INPUT_CHANGED = -1668179713;
    public static readonly int AVERROR_INVALIDDATA = -1094995529;
    public static readonly int AVERROR_MUXER_NOT_FOUND = -1481985528;
    public static readonly int AVERROR_OPTION_NOT_FOUND = -1414549496;
    public static readonly int AVERROR_OUTPUT_CHANGED = -1668179714;
    public static readonly int AVERROR_PATCHWELCOME = -1163346256;
    public static readonly int AVERROR_PROTOCOL_NOT_FOUND = -1330794744;
    public static readonly int AVERROR_STREAM_NOT_FOUND = -1381258232;
    public static readonly int AVERROR_UNKNOWN = -1313558101;
    public const int AV_ERROR_MAX_STRING_SIZE = 64;
    public static readonly long AV_NOPTS_VALUE = long.MinValue;
}
