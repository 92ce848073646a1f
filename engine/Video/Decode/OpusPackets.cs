using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Demux;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>Passes Opus packets on as they are: the mixer has a decoder per stream, with its own concealment.</summary>
internal sealed unsafe class OpusPackets : ISoundReader
{
    // The longest packet that RFC 6716 allows is 120 ms.
    private static readonly MediaTime s_longest = MediaTime.FromMilliseconds(120);

    private readonly MediaDemuxer _demuxer;
    private readonly bool _loop;
    private readonly IAudioSink _sink;
    private readonly TimeStampRepair _stamps = new();
    private AVPacket* _packet;
    private MediaTime _end;
    private bool _hasPackets;

    /// <summary>Takes over a demuxer for which <see cref="CanPass"/> is true.</summary>
    public OpusPackets(MediaDemuxer demuxer, bool loop, IAudioSink sink)
    {
        _demuxer = demuxer;
        _loop = loop;
        _sink = sink;
        _packet = FFmpegError.Check(ffmpeg.av_packet_alloc(), "opus");
    }

    /// <inheritdoc/>
    public string Codec => "opus";

    /// <summary>True for Opus of one or two channels. More are several Opus streams in a packet (RFC 7845, section 5.1.1), which FFmpeg decodes.</summary>
    public static bool CanPass(MediaDemuxer demuxer)
    {
        var parameters = demuxer.Stream->codecpar;
        if (parameters->codec_id != AVCodecID.AV_CODEC_ID_OPUS || parameters->ch_layout.nb_channels > 2) return false;
        // Channel mapping family at offset 18 of the identification header (RFC 7845, section 5.1).
        return parameters->extradata is null || parameters->extradata_size < 19 || parameters->extradata[18] == 0;
    }

    /// <inheritdoc/>
    public bool Read()
    {
        switch (_demuxer.Read(_packet))
        {
            case DemuxResult.Packet:
                Push();
                ffmpeg.av_packet_unref(_packet);
                return true;
            case DemuxResult.Nothing:
                return true;
            default:
                return NextRound();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var packet = _packet;
        ffmpeg.av_packet_free(&packet);
        _packet = null;
        _demuxer.Dispose();
    }

    private void Push()
    {
        if (_packet->size <= 0) return;
        var length = MediaDemuxer.ToTime(_packet->duration, _demuxer.Stream->time_base);
        if (length <= MediaTime.Zero || length > s_longest) length = MediaTime.FromMilliseconds(20);
        var pts = _stamps.Next(_demuxer.Position(_packet->pts), length, _demuxer.RoundEnd);
        _end = pts + length;
        _hasPackets = true;
        _sink.PushOpus(new ReadOnlySpan<byte>(_packet->data, _packet->size), pts);
    }

    private bool NextRound()
    {
        if (!_loop || !_hasPackets) return false;
        _hasPackets = false;
        _demuxer.Rewind(_end);
        return true;
    }
}
