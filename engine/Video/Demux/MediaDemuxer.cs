using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Demux;

/// <summary>What <see cref="MediaDemuxer.Read"/> came back with.</summary>
internal enum DemuxResult
{
    /// <summary>A packet of the chosen stream.</summary>
    Packet,

    /// <summary>Something else, or a read that failed: ask again.</summary>
    Nothing,

    /// <summary>The end of this round.</summary>
    End,
}

/// <summary>Reads the packets of one stream of a container. Positions count from the container's start, the earliest of all its streams, so
/// that two demuxers on the same file (one for picture, one for sound) agree; a new round of a loop starts one container duration later.</summary>
internal sealed unsafe class MediaDemuxer : IDisposable
{
    // A disk that fails, a file that shrinks: after so many failed reads in a row nothing more will come.
    private const int MostReadErrors = 16;
    private static readonly MediaTime s_durationSlack = MediaTime.FromSeconds(0.5);

    private readonly SourceAddress _address;
    private readonly AVMediaType _kind;
    private readonly OpenDeadline _deadline;
    private AVFormatContext* _context;
    private MediaTime _origin;
    private MediaTime _roundStart;
    private bool _seeksExactly;
    private int _readErrors;

    /// <summary>Opens the container and looks for its best stream of the kind.</summary>
    /// <exception cref="MediaException">It cannot be opened, or has neither picture nor sound in it.</exception>
    public MediaDemuxer(SourceAddress address, AVMediaType kind, IClock clock)
    {
        _address = address;
        _kind = kind;
        _deadline = new OpenDeadline(clock);
        try
        {
            Open();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The chosen stream; null when the container has none of the kind.</summary>
    public AVStream* Stream { get; private set; }

    /// <summary>False when the container has no stream of the kind.</summary>
    public bool HasStream => Stream is not null;

    /// <summary>Length of one round as the container says; null when it does not.</summary>
    public MediaTime? Duration { get; private set; }

    /// <summary>Where the current round ends; null when the container does not say.</summary>
    public MediaTime? RoundEnd => Duration is { } length ? _roundStart + length : null;

    /// <summary>Reads that failed and were passed over.</summary>
    public long Errors { get; private set; }

    /// <summary>Reads one packet. The caller unreferences it.</summary>
    public DemuxResult Read(AVPacket* packet)
    {
        var code = ffmpeg.av_read_frame(_context, packet);
        if (code >= 0)
        {
            _readErrors = 0;
            if (packet->stream_index == Stream->index) return DemuxResult.Packet;
            ffmpeg.av_packet_unref(packet);
            return DemuxResult.Nothing;
        }

        if (code == ffmpeg.AVERROR_EOF) return DemuxResult.End;
        if (code == ffmpeg.AVERROR(ffmpeg.EAGAIN)) return DemuxResult.Nothing;
        Errors++;
        return ++_readErrors < MostReadErrors ? DemuxResult.Nothing : DemuxResult.End;
    }

    /// <summary>Goes back to the start for another round.</summary>
    /// <param name="streamEnd">Where the stream that was read ended: the length of a round when the container does not say, or lies.</param>
    /// <exception cref="MediaException">The source can neither be rewound nor opened again.</exception>
    public void Rewind(MediaTime streamEnd)
    {
        var length = Duration is { } said && streamEnd - _roundStart <= said + s_durationSlack ? said : streamEnd - _roundStart;
        _roundStart += length;
        _readErrors = 0;
        var start = _context->start_time == ffmpeg.AV_NOPTS_VALUE ? 0 : _context->start_time;
        // After a seek FFmpeg counts an Ogg page's packets differently (12 ms with Vorbis): only a fresh start is like the first one.
        if (!_seeksExactly || ffmpeg.avformat_seek_file(_context, -1, long.MinValue, start, start, ffmpeg.AVSEEK_FLAG_BACKWARD) < 0)
        {
            Close();
            Open();
            if (!HasStream) throw new MediaException($"{_address.Display}: was replaced while it was played");
        }
    }

    /// <summary>A time stamp of the stream as a position; null for "no stamp".</summary>
    public MediaTime? Position(long stamp)
    {
        if (stamp == ffmpeg.AV_NOPTS_VALUE) return null;
        var at = ToTime(stamp, Stream->time_base) - _origin;
        // Far outside of what a stream can hold: as good as no stamp, and it must not overflow later.
        return at < MediaTime.MinValue || at > MediaTime.MaxValue ? null : at + _roundStart;
    }

    /// <summary>A length in the stream's time base.</summary>
    public static MediaTime ToTime(long units, AVRational unit)
    {
        if (unit.den == 0) return MediaTime.Zero;
        var nanoseconds = (Int128)units * unit.num * 1_000_000_000 / unit.den;
        return new MediaTime((long)Int128.Clamp(nanoseconds, long.MinValue / 3, long.MaxValue / 3));
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Close()
    {
        var context = _context;
        if (context is not null) ffmpeg.avformat_close_input(&context);
        _context = null;
        Stream = null;
    }

    private void Open()
    {
        FFmpegLibrary.Initialise();
        _context = FFmpegError.Check(ffmpeg.avformat_alloc_context(), _address.Display);
        _deadline.Guard(_context);
        OpenInput();
        JudgeFormat();
        if (ffmpeg.avformat_find_stream_info(_context, null) < 0) throw NotMedia();
        _deadline.Disarm();
        ChooseStream();
        ReadTimes();
    }

    private void OpenInput()
    {
        AVDictionary* options = null;
        // A playlist must not reach out for other hosts, nor a '%' in a file name stand for a numbered series.
        ffmpeg.av_dict_set(&options, "protocol_whitelist", "file", 0);
        ffmpeg.av_dict_set(&options, "pattern_type", "none", 0);
        var isGraph = _address.Kind == SourceKind.FilterGraph;
        var format = isGraph ? ffmpeg.av_find_input_format("lavfi") : null;
        var context = _context;
        var code = ffmpeg.avformat_open_input(&context, isGraph ? _address.Target : "file:" + _address.Target, format, &options);
        ffmpeg.av_dict_free(&options);
        _context = context; // freed and null after a failure
        if (code >= 0) return;
        if (_deadline.HasPassed) throw new MediaException($"{_address.Display}: opening took too long");
        if (isGraph) throw new MediaException($"{_address.Display}: not a filter graph that FFmpeg can run ({FFmpegError.Text(code)})");
        if (code == ffmpeg.AVERROR_EOF) throw new MediaException($"{_address.Display}: has no video frames: it ends with its header");
        throw code == ffmpeg.AVERROR_INVALIDDATA ? NotMedia() : new MediaException($"{_address.Display}: {FFmpegError.Text(code)}");
    }

    // FFmpeg plays plain text as the picture of a terminal; nobody means that.
    private void JudgeFormat()
    {
        var name = NativeText.Read(_context->iformat->name);
        _seeksExactly = name is not "ogg";
        if (name is "tty" or "bin" or "xbin" or "adf" or "idf") throw NotMedia();
    }

    private MediaException NotMedia() => new($"{_address.Display}: is not a media file FFmpeg knows");

    private void ChooseStream()
    {
        var index = ffmpeg.av_find_best_stream(_context, _kind, -1, -1, null, 0);
        if (index < 0 && !HasPictureOrSound()) throw new MediaException($"{_address.Display}: has no video frames and no sound");
        for (var i = 0; i < _context->nb_streams; i++)
            _context->streams[i]->discard = i == index ? AVDiscard.AVDISCARD_DEFAULT : AVDiscard.AVDISCARD_ALL;
        Stream = index < 0 ? null : _context->streams[index];
    }

    private bool HasPictureOrSound()
    {
        for (var i = 0; i < _context->nb_streams; i++)
            if (_context->streams[i]->codecpar->codec_type is AVMediaType.AVMEDIA_TYPE_VIDEO or AVMediaType.AVMEDIA_TYPE_AUDIO) return true;
        return false;
    }

    private void ReadTimes()
    {
        var microseconds = new AVRational { num = 1, den = ffmpeg.AV_TIME_BASE };
        Duration = _context->duration > 0 ? ToTime(_context->duration, microseconds) : null;
        var start = _context->start_time == ffmpeg.AV_NOPTS_VALUE ? MediaTime.Zero : ToTime(_context->start_time, microseconds);
        // A little less than 0 is a codec's run-in (Opus pre-skip, AAC priming), which is not to be heard: the content starts at 0.
        _origin = start < MediaTime.Zero && start > MediaTime.FromSeconds(-0.2) ? MediaTime.Zero : start;
    }
}
