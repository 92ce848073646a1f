using System.Globalization;
using ConfEngine.Core.Media;
using ConfEngine.Video.Demux;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Capture;

/// <summary>An open camera or screen. Nothing is probed: the device says what it delivers, and the first picture is the first one.</summary>
internal sealed unsafe class CaptureInput : IDisposable
{
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int NoAccess = 13;
    private const int Busy = 16;

    private readonly CaptureAddress _address;
    private AVFormatContext* _context;

    /// <summary>Opens the device.</summary>
    /// <exception cref="MediaException">It cannot be opened; one line that names it and the remedy.</exception>
    public CaptureInput(CaptureAddress address)
    {
        FFmpegLibrary.Initialise();
        _address = address;
        if (address.Format == CaptureAddress.Camera) CheckCamera(address);
        var code = Open();
        if (code < 0) throw new MediaException($"{address.Display}: {Complaint(code)}");
        if (_context->nb_streams > 0 && _context->streams[0]->codecpar->codec_type == AVMediaType.AVMEDIA_TYPE_VIDEO) return;
        Dispose();
        throw new MediaException($"{address.Display}: delivers no pictures");
    }

    /// <summary>The pictures.</summary>
    public AVStream* Stream => _context->streams[0];

    /// <summary>Waits for the next picture.</summary>
    /// <returns>FFmpeg's code.</returns>
    public int Read(AVPacket* packet) => ffmpeg.av_read_frame(_context, packet);

    /// <inheritdoc/>
    public void Dispose()
    {
        var context = _context;
        if (context is not null) ffmpeg.avformat_close_input(&context);
        _context = null;
    }

    // Opening something else than a device, a FIFO above all, could wait for ever.
    private static void CheckCamera(CaptureAddress address)
    {
        var error = LibC.Status(address.Device, out var kind, out _);
        var complaint = (error, kind) switch
        {
            (NoEntry, _) => "no such camera: plug it in, or see what there is with ls /dev/video*",
            (NoAccess, _) => "permission denied: add the user to the group video",
            ( > 0, _) => $"cannot be read (error {error})",
            (_, not LibC.CharacterDevice) => "is not a camera: name a device such as /dev/video0",
            _ => null,
        };
        if (complaint is not null) throw new MediaException($"{address.Display}: {complaint}");
    }

    private int Open()
    {
        if (_address.Format == CaptureAddress.Screen || _address.PixelFormat is not null) return Open(_address.PixelFormat);
        // Few cameras deliver more than VGA uncompressed at full rate; nearly all do as JPEG.
        var code = Open("mjpeg");
        return code >= 0 || code == ffmpeg.AVERROR(NoAccess) || code == ffmpeg.AVERROR(Busy) ? code : Open(null);
    }

    private int Open(string? pixelFormat)
    {
        var format = ffmpeg.av_find_input_format(_address.Format);
        if (format is null) throw new MediaException($"{_address.Display}: this FFmpeg was built without {_address.Format}");
        AVDictionary* options = null;
        ffmpeg.av_dict_set(&options, "framerate", _address.Rate.ToString(CultureInfo.InvariantCulture), 0);
        if (_address.Size is { } size) ffmpeg.av_dict_set(&options, "video_size", $"{size.Width}x{size.Height}", 0);
        if (pixelFormat is not null) ffmpeg.av_dict_set(&options, "input_format", pixelFormat, 0);
        AVFormatContext* context = null;
        var code = ffmpeg.avformat_open_input(&context, _address.Device, format, &options);
        ffmpeg.av_dict_free(&options);
        _context = context; // null after a failure
        return code;
    }

    private string Complaint(int code)
    {
        if (_address.Format == CaptureAddress.Screen)
            return $"cannot be captured ({FFmpegError.Text(code)}): is the display there, may this user see it, is the size within it?";
        return -code switch
        {
            NoAccess or NotPermitted => "permission denied: add the user to the group video",
            Busy => "is in use by another program: close that first",
            _ => $"is not a camera that can be read ({FFmpegError.Text(code)})",
        };
    }
}
