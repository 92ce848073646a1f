using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Record;

/// <summary>The container side of a recording: one muxer on one file, with errors that name the file and the remedy.</summary>
internal sealed unsafe class OutputFile : IDisposable
{
    private const int NoEntry = 2;
    private const int IsDirectory = 21;
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;

    private readonly string _path;
    private readonly bool _isMp4;
    private AVFormatContext* _context;
    private bool _isStarted;

    /// <summary>Creates the file.</summary>
    /// <exception cref="MediaException">It cannot be created.</exception>
    public OutputFile(string path)
    {
        FFmpegLibrary.Initialise();
        _path = path;
        _isMp4 = path.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase);
        if (!_isMp4 && !path.EndsWith(".mkv", StringComparison.OrdinalIgnoreCase))
            throw new MediaException($"{path}: unknown kind of recording: use .mp4 or .mkv");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new MediaException($"{path}: the folder {folder} does not exist: create it first");
        try
        {
            AVFormatContext* context = null;
            Check(ffmpeg.avformat_alloc_output_context2(&context, null, _isMp4 ? "mp4" : "matroska", path));
            _context = context;
            AVIOContext* io = null;
            Check(ffmpeg.avio_open(&io, "file:" + path, ffmpeg.AVIO_FLAG_WRITE));
            _context->pb = io;
            // Whatever is complete goes to the system at once: a crash must not cost what lies in a buffer.
            _context->flags |= ffmpeg.AVFMT_FLAG_FLUSH_PACKETS;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>True when codecs must put their parameter sets into the header.</summary>
    public bool WantsGlobalHeader => (_context->oformat->flags & ffmpeg.AVFMT_GLOBALHEADER) != 0;

    /// <summary>Adds a stream for an opened encoder.</summary>
    public void AddStream(AVCodecContext* encoder)
    {
        var stream = FFmpegError.Check(ffmpeg.avformat_new_stream(_context, null), _path);
        Check(ffmpeg.avcodec_parameters_from_context(stream->codecpar, encoder));
        stream->time_base = encoder->time_base;
        stream->avg_frame_rate = encoder->framerate;
    }

    /// <summary>Writes the header.</summary>
    public void Start()
    {
        AVDictionary* options = null;
        if (_isMp4)
        {
            // The index of an ordinary MP4 is written last, which a crash prevents; fragments carry their own (ISO 14496-12, 8.8).
            // The header waits for the first fragment: only then are the encoders' delays known that its edit lists take back (8.6.6).
            ffmpeg.av_dict_set(&options, "movflags", "frag_keyframe+delay_moov+default_base_moof", 0);
            ffmpeg.av_dict_set(&options, "frag_duration", "1000000", 0);
        }
        else
        {
            ffmpeg.av_dict_set(&options, "cluster_time_limit", "1000", 0);
        }

        var code = ffmpeg.avformat_write_header(_context, &options);
        ffmpeg.av_dict_free(&options);
        Check(code);
        CheckIo();
        _isStarted = true;
    }

    /// <summary>Writes a packet, which is empty afterwards.</summary>
    public void Write(AVPacket* packet, int stream, AVRational timeBase)
    {
        packet->stream_index = stream;
        // Without lengths the last picture of a fragment would last no time at all.
        if (packet->duration == 0 && stream == 0) packet->duration = 1;
        ffmpeg.av_packet_rescale_ts(packet, timeBase, _context->streams[stream]->time_base);
        Check(ffmpeg.av_interleaved_write_frame(_context, packet));
        CheckIo();
    }

    /// <summary>Writes what is buffered and the trailer, and closes the file.</summary>
    public void Finish()
    {
        _isStarted = false;
        Check(ffmpeg.av_write_trailer(_context));
        CheckIo();
        var io = _context->pb;
        var code = ffmpeg.avio_closep(&io);
        _context->pb = io;
        Check(code);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context is null) return;
        // What is buffered may still fit; whoever abandons a recording does not want to hear that it did not.
        if (_isStarted) ffmpeg.av_write_trailer(_context);
        var io = _context->pb;
        if (io is not null) ffmpeg.avio_closep(&io);
        _context->pb = null;
        ffmpeg.avformat_free_context(_context);
        _context = null;
    }

    private void CheckIo()
    {
        if (_context->pb->error < 0) Check(_context->pb->error);
    }

    private void Check(int code)
    {
        if (code >= 0) return;
        throw new MediaException(-code switch
        {
            NoSpace or QuotaExceeded => $"{_path}: the disk is full: free some space or record elsewhere",
            NoEntry => $"{_path}: the folder does not exist: create it first",
            IsDirectory => $"{_path}: is a directory: name a file in it",
            1 or 13 or ReadOnlyFileSystem => $"{_path}: not writable: change its permissions or record elsewhere",
            _ => $"{_path}: {FFmpegError.Text(code)}",
        });
    }
}
