using System.Globalization;
using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>What <see cref="VideoDecoder"/> says to a packet or a request for a picture.</summary>
internal enum DecodeResult
{
    /// <summary>Taken, or a picture came out.</summary>
    Done,

    /// <summary>Packets are needed first.</summary>
    NeedsInput,

    /// <summary>Everything is out.</summary>
    End,

    /// <summary>Damaged data.</summary>
    Damaged,
}

/// <summary>One codec context of libavcodec, on one thread: the engine spreads streams over the cores, not pictures.</summary>
internal sealed unsafe class VideoDecoder : IDisposable
{
    private AVCodecContext* _context;

    /// <summary>Opens a decoder for a demuxed stream.</summary>
    /// <exception cref="MediaException">There is none, or it refuses the stream.</exception>
    public VideoDecoder(AVCodecParameters* parameters, AVRational timeBase, string display)
        : this(parameters->codec_id, display, parameters, timeBase)
    {
    }

    /// <summary>Opens a decoder for packets that come without a container: pictures come out as soon as they can.</summary>
    /// <exception cref="MediaException">There is none.</exception>
    public VideoDecoder(AVCodecID codec, string display)
        : this(codec, display, null, default)
    {
    }

    private VideoDecoder(AVCodecID id, string display, AVCodecParameters* parameters, AVRational timeBase)
    {
        FFmpegLibrary.Initialise();
        Codec = ffmpeg.avcodec_get_name(id);
        var codec = ffmpeg.avcodec_find_decoder(id);
        if (codec is null) throw new MediaException($"{display}: FFmpeg has no decoder for {Codec}");
        _context = FFmpegError.Check(ffmpeg.avcodec_alloc_context3(codec), display);
        try
        {
            if (parameters is not null) FFmpegError.Check(ffmpeg.avcodec_parameters_to_context(_context, parameters), display);
            if (timeBase.den != 0) _context->pkt_timebase = timeBase;
            _context->thread_count = 1;
            if (parameters is null) _context->flags |= ffmpeg.AV_CODEC_FLAG_LOW_DELAY;
            Open(codec, display, parameters is null ? PictureLimits.MostLivePixels : PictureLimits.MostPixels * 2);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>FFmpeg's short name of the codec.</summary>
    public string Codec { get; }

    /// <summary>Leaves out the pictures that no other depends on: the cheapest way to catch up.</summary>
    public bool SkipsUnreferenced
    {
        get => _context->skip_frame == AVDiscard.AVDISCARD_NONREF;
        set => _context->skip_frame = value ? AVDiscard.AVDISCARD_NONREF : AVDiscard.AVDISCARD_DEFAULT;
    }

    /// <summary>Hands a packet over; null says that none follows. Ask for pictures until it needs input first.</summary>
    public DecodeResult Send(AVPacket* packet) => Result(ffmpeg.avcodec_send_packet(_context, packet));

    /// <summary>Takes the next picture out.</summary>
    public DecodeResult Receive(AVFrame* picture) => Result(ffmpeg.avcodec_receive_frame(_context, picture));

    /// <summary>Forgets everything, to go on somewhere else.</summary>
    public void Flush() => ffmpeg.avcodec_flush_buffers(_context);

    /// <inheritdoc/>
    public void Dispose()
    {
        var context = _context;
        if (context is not null) ffmpeg.avcodec_free_context(&context);
        _context = null;
    }

    private static DecodeResult Result(int code)
    {
        if (code >= 0) return DecodeResult.Done;
        if (code == ffmpeg.AVERROR(ffmpeg.EAGAIN)) return DecodeResult.NeedsInput;
        return code == ffmpeg.AVERROR_EOF ? DecodeResult.End : DecodeResult.Damaged;
    }

    private void Open(AVCodec* codec, string display, long mostPixels)
    {
        AVDictionary* options = null;
        // A damaged header must not make the decoder ask for gigabytes.
        ffmpeg.av_dict_set(&options, "max_pixels", mostPixels.ToString(CultureInfo.InvariantCulture), 0);
        var code = ffmpeg.avcodec_open2(_context, codec, &options);
        ffmpeg.av_dict_free(&options);
        FFmpegError.Check(code, $"{display}: the {Codec} decoder refuses the stream");
    }
}
