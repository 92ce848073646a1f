using ConfEngine.Core.Media;
using ConfEngine.Video.Decode;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Encode;

/// <summary>One video encoder of libavcodec. I420 pictures of its size are handed over in place; others go through swscale.</summary>
internal sealed unsafe class VideoEncoder : IDisposable
{
    private readonly VideoEncoderSettings _settings;
    private readonly string _failure;
    private readonly FrameConverter _converter = new();
    private AVCodecContext* _context;
    private AVFrame* _borrowed;
    private AVFrame* _converted;
    private AVBufferRef* _anchor;

    /// <summary>Opens the encoder.</summary>
    /// <exception cref="MediaException">FFmpeg lacks it, or it refuses the settings.</exception>
    public VideoEncoder(VideoEncoderSettings settings)
    {
        FFmpegLibrary.Initialise();
        _settings = settings;
        _failure = $"{settings.Encoder} failed";
        var codec = ffmpeg.avcodec_find_encoder_by_name(settings.Encoder);
        if (codec is null) throw new MediaException($"FFmpeg has no {settings.Encoder} encoder: install an FFmpeg that was built with it");
        try
        {
            _context = FFmpegError.Check(ffmpeg.avcodec_alloc_context3(codec), settings.Encoder);
            Configure();
            Open(codec);
            _borrowed = FFmpegError.Check(ffmpeg.av_frame_alloc(), settings.Encoder);
            _anchor = FFmpegError.Check(ffmpeg.av_buffer_alloc(1), settings.Encoder);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The codec context, for a muxer to copy the stream's parameters from.</summary>
    public AVCodecContext* Context => _context;

    /// <summary>Encodes a picture. The caller's pixels are only read during the call.</summary>
    /// <param name="frame">Of any layout and size.</param>
    /// <param name="pts">Position in pictures.</param>
    /// <param name="isKeyFrame">A decoder must be able to start with it.</param>
    /// <exception cref="MediaException">The encoder fails.</exception>
    public void Send(VideoFrame frame, long pts, bool isKeyFrame = false)
    {
        var picture = FitsAsItIs(frame) ? Borrow(frame) : Convert(frame);
        picture->pts = pts;
        picture->pict_type = isKeyFrame ? AVPictureType.AV_PICTURE_TYPE_I : AVPictureType.AV_PICTURE_TYPE_NONE;
        var code = ffmpeg.avcodec_send_frame(_context, picture);
        ffmpeg.av_frame_unref(_borrowed);
        FFmpegError.Check(code, _failure);
    }

    /// <summary>Says that no picture follows.</summary>
    public void SendEnd() => ffmpeg.avcodec_send_frame(_context, null);

    /// <summary>Takes a packet out.</summary>
    /// <returns>False when pictures are needed first, or all is out.</returns>
    /// <exception cref="MediaException">The encoder fails.</exception>
    public bool Receive(AVPacket* packet)
    {
        var code = ffmpeg.avcodec_receive_packet(_context, packet);
        if (code == ffmpeg.AVERROR(ffmpeg.EAGAIN) || code == ffmpeg.AVERROR_EOF) return false;
        FFmpegError.Check(code, _failure);
        return true;
    }

    /// <summary>Goes on with another rate. libx264 notices with the next picture; libvpx does not.</summary>
    /// <param name="bitsPerSecond">Above 0.</param>
    public void SetRate(long bitsPerSecond)
    {
        _context->bit_rate = bitsPerSecond;
        _context->rc_max_rate = _settings.IsForLine ? bitsPerSecond : bitsPerSecond * 3 / 2;
        // libvpx holds a constant rate when the least and the most are the same.
        if (_settings.IsForLine) _context->rc_min_rate = bitsPerSecond;
        _context->rc_buffer_size = (int)Math.Min(int.MaxValue, _settings.IsForLine ? bitsPerSecond / 2 : bitsPerSecond);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var context = _context;
        var borrowed = _borrowed;
        var converted = _converted;
        var anchor = _anchor;
        if (context is not null) ffmpeg.avcodec_free_context(&context);
        ffmpeg.av_frame_free(&borrowed);
        ffmpeg.av_frame_free(&converted);
        ffmpeg.av_buffer_unref(&anchor);
        _context = null;
        _borrowed = _converted = null;
        _anchor = null;
        _converter.Dispose();
    }

    private void Configure()
    {
        _context->width = _settings.Width;
        _context->height = _settings.Height;
        _context->pix_fmt = AVPixelFormat.AV_PIX_FMT_YUV420P;
        _context->time_base = new AVRational { num = 1, den = _settings.FrameRate };
        _context->framerate = new AVRational { num = _settings.FrameRate, den = 1 };
        _context->gop_size = _settings.KeyInterval;
        _context->thread_count = _settings.Threads;
        if (_settings.BitRate > 0) SetRate(_settings.BitRate);
        _context->colorspace = _settings.Color.Matrix switch
        {
            ColorMatrix.Bt601 => AVColorSpace.AVCOL_SPC_SMPTE170M,
            ColorMatrix.Bt2020 => AVColorSpace.AVCOL_SPC_BT2020_NCL,
            _ => AVColorSpace.AVCOL_SPC_BT709,
        };
        _context->color_primaries = AVColorPrimaries.AVCOL_PRI_BT709;
        _context->color_trc = AVColorTransferCharacteristic.AVCOL_TRC_BT709;
        _context->color_range = _settings.Color.Range == ColorRange.Full ? AVColorRange.AVCOL_RANGE_JPEG : AVColorRange.AVCOL_RANGE_MPEG;
        _context->chroma_sample_location = AVChromaLocation.AVCHROMA_LOC_LEFT;
        if (_settings.HasGlobalHeader) _context->flags |= ffmpeg.AV_CODEC_FLAG_GLOBAL_HEADER;
    }

    private void Open(AVCodec* codec)
    {
        AVDictionary* options = null;
        foreach (var (name, value) in _settings.Options) ffmpeg.av_dict_set(&options, name, value, 0);
        var code = ffmpeg.avcodec_open2(_context, codec, &options);
        ffmpeg.av_dict_free(&options);
        FFmpegError.Check(code, $"{_settings.Encoder} refuses {_settings.Width}x{_settings.Height} at {_settings.FrameRate} fps");
    }

    private bool FitsAsItIs(VideoFrame frame) =>
        frame.Layout == PixelLayout.I420 && frame.Width == _settings.Width && frame.Height == _settings.Height &&
        frame.Color.Range == _settings.Color.Range && frame.Color.Matrix == _settings.Color.Matrix;

    private AVFrame* Borrow(VideoFrame frame)
    {
        Describe(_borrowed);
        // libavcodec copies pictures that carry no reference-counted buffer. The encoders used here have read the pixels by the time the
        // call returns, so a one-byte buffer as the owner spares that copy.
        _borrowed->buf[0] = ffmpeg.av_buffer_ref(_anchor);
        for (var i = 0u; i < 3; i++)
        {
            _borrowed->data[i] = (byte*)frame[(int)i].Data;
            _borrowed->linesize[i] = frame[(int)i].Stride;
        }

        _borrowed->extended_data = (byte**)&_borrowed->data;
        return _borrowed;
    }

    private AVFrame* Convert(VideoFrame frame)
    {
        if (_converted is null)
        {
            _converted = FFmpegError.Check(ffmpeg.av_frame_alloc(), _settings.Encoder);
            Describe(_converted);
            FFmpegError.Check(ffmpeg.av_frame_get_buffer(_converted, 0), _settings.Encoder);
        }

        FFmpegError.Check(ffmpeg.av_frame_make_writable(_converted), _settings.Encoder);
        _converter.Convert(frame, EngineFormat.Of(frame), _converted, _settings.Color);
        return _converted;
    }

    private void Describe(AVFrame* picture)
    {
        picture->width = _settings.Width;
        picture->height = _settings.Height;
        picture->format = (int)AVPixelFormat.AV_PIX_FMT_YUV420P;
        picture->colorspace = _context->colorspace;
        picture->color_range = _context->color_range;
        picture->chroma_location = _context->chroma_sample_location;
    }
}
